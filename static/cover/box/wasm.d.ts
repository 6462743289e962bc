/** WebAssembly files come into the bundle as bytes (esbuild's `binary` loader). */
declare module "*.wasm" {
  const bytes: Uint8Array<ArrayBuffer>;
  // eslint-disable-next-line no-restricted-exports -- the loader offers nothing else
  export default bytes;
}
