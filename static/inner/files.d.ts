/** Style sheets are bundled as text and handed to the host. */
declare module "*.css" {
  const text: string;
  export default text;
}
