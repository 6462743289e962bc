/** Tell a start code from ordinary typing by its check digits (pure modulus system, as ISO 7064). */

const modulus = 9949;

/**
 * Return the twelve digits of a start code, or `null` for anything else.
 *
 * A random twelve-digit number passes once in 9,949 times, so ordinary typing is never sent out.
 */
export function readStartCode(text: string): string | null {
  if (!/^[\d\s.-]{12,24}$/.test(text.trim())) return null;
  const digits = text.replace(/\D/g, "");
  if (!/^[1-9]\d{11}$/.test(digits)) return null;
  return Number(digits) % modulus === 1 ? digits : null;
}
