/** The language of a part of the page, its direction, and how numbers and days are written in it. */

const rightToLeft = /^(?:ar|fa|he|ur)\b/;

/** Say in which language everything inside `element` is. */
export function setLanguage(element: HTMLElement, language: string): void {
  element.lang = language;
  element.dir = rightToLeft.test(language) ? "rtl" : "ltr";
}

/**
 * The BCP 47 tag by which to write numbers, days and times in `language`: the phone's own where it
 * names a country. Spanish without one is written as in Mexico and Central America: 20,000.
 */
export function writtenAs(language: string, ofPhone: readonly string[]): string {
  const own = ofPhone.find((tag) => tag.startsWith(`${language}-`));
  return own ?? (language === "es" ? "es-419" : language);
}
