/** The hash by which a Content-Security-Policy names a script. */

/** Hash `code` the way a CSP source names it. */
export async function sourceHash(code: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(code));
  return `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
}
