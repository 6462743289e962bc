/** The language of a part of the page, and the direction that goes with it. */

const rightToLeft = /^(?:ar|fa|he|ur)\b/;

/** Say in which language everything inside `element` is. */
export function setLanguage(element: HTMLElement, language: string): void {
  element.lang = language;
  element.dir = rightToLeft.test(language) ? "rtl" : "ltr";
}
