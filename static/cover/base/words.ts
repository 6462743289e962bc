/** Translate the cover's words; the English text is the key, as in gettext. */

/** English text in, text in the page's language out; `{name}` parts are filled from `values`. */
export type Translate = (
  text: string,
  values?: Readonly<Record<string, string | number>>,
) => string;

/** Make a translator from a table of English text to translated text. */
export function makeTranslate(table: Readonly<Record<string, string>>): Translate {
  return (text, values = {}) =>
    (table[text] ?? text).replace(/\{(\w+)\}/g, (whole, name: string) =>
      String(values[name] ?? whole),
    );
}
