/** Addresses that open the phone's dialler or a text. */

/** A number to text, and a word to send; the word may be empty. */
export interface TextTarget {
  readonly number: string;
  readonly word: string;
}

/** Make the address that opens the phone's dialler. */
export function callAddress(number: string): string {
  return `tel:${encodeURIComponent(dialled(number)).replaceAll("%2B", "+")}`;
}

/** Make the address that opens a text; the odd `?&` suits both iOS and Android. */
export function textAddress({ number, word }: TextTarget): string {
  const body = word === "" ? "" : `?&body=${encodeURIComponent(word)}`;
  return `sms:${encodeURIComponent(dialled(number)).replaceAll("%2B", "+")}${body}`;
}

function dialled(number: string): string {
  return number.replace(/[^\d+*#,;]/g, "");
}
