/** One entry, however a phone's keyboard dressed it: capitals, accents, double spaces, end marks go. */

/**
 * Fold an entry so that "Pan  jamón." and "pan jamon" are the same.
 *
 * Both sides use it: what makes a space, and what looks whether an entry opens one. Keyboards put
 * accents and capitals in by themselves, so they must not decide.
 */
export function foldEntry(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\s+/gu, " ")
    .replace(/^[\s.,;!?]+|[\s.,;!?]+$/gu, "");
}
