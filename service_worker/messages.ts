/** What a page may ask of the service worker. */

/** One request; a part that was not asked for is `false` or `null`. */
export interface Message {
  readonly bounce: boolean;
  readonly tidy: boolean;
  /** Keep the pages in this language from now on. */
  readonly language: string | null;
  /** Show this line as the reminder from now on; empty: end the reminder. */
  readonly line: string | null;
}

const maxLine = 200;

/** Read a message; anything unknown asks for nothing. */
export function readMessage(data: unknown): Message {
  const { bounce, tidy, language, line } = Object(data) as Partial<
    Record<keyof Message, unknown>
  >;
  const isLanguage = typeof language === "string" && /^[A-Za-z-]{2,16}$/.test(language);
  return {
    bounce: bounce === true,
    tidy: tidy === true,
    language: isLanguage ? language : null,
    line: typeof line === "string" && line.length <= maxLine ? line : null,
  };
}
