/** The text of items and lists: made tidy on the way in, made shareable on the way out. */

import { group, type List } from "./model.ts";

/** The longest text of an item, in UTF-16 units. */
export const maxText = 500;
/** The longest name of a list, in UTF-16 units. */
export const maxName = 80;

/** Bullets and boxes that other apps put before the lines of a list. */
const bullet = /^\s*(?:[-*•◦‣–☐☑✓✔]|\[[ x]?\])\s+/i;

/** One line without outer space or control characters, cut to `most`; may be empty. */
export function tidy(text: string, most = maxText): string {
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  const line = text.replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, " ").trim();
  // A cut through a surrogate pair would leave half a character.
  return line.slice(0, most).replace(/[\ud800-\udbff]$/, "");
}

/** The items of pasted text: one for each line that says something, without its bullet. */
export function splitLines(text: string): string[] {
  const lines = text.split(/[\r\n\u2028\u2029]+/);
  return lines
    .map((line) => tidy(line.replace(bullet, "")))
    .filter((line) => line !== "");
}

/** A list as text to send to someone; what may not be kept is left out. */
export function shareText(list: List, name: string): string {
  const lines = (isDone: boolean, mark: string): string[] =>
    group(list, isDone).flatMap(({ settled }) => (settled ? [`${mark} ${settled}`] : []));
  return [name, ...lines(false, "•"), ...lines(true, "✓")].join("\n");
}
