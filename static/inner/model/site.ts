/** Reads a web address as people type it. */

/** The https address of what was typed; empty for nothing, `null` for what is no address. */
export function readSite(typed: string): string | null {
  const text = typed.trim();
  if (text === "") return "";
  const address = text.includes("://") ? text : `https://${text}`;
  if (!URL.canParse(address)) return null;
  const { protocol, hostname, href } = new URL(address);
  return protocol === "https:" && /\.[a-z]{2,}$/i.test(hostname) ? href : null;
}
