/**
 * The virtual module `content`: the build puts `build/content/<pack>.<language>.json` in its place.
 *
 * Both packs have `language` and `strings`; the rest is the plan pack's, `pages` the notes pack's.
 */
declare module "content" {
  /** BCP 47 language of the pack. */
  export const language: string;
  /** English text of the sources to the pack's language; empty for English. */
  export const strings: Readonly<Record<string, string>>;

  export const sections: readonly import("./model/content.ts").Section[];
  export const priorities: readonly import("./model/content.ts").Priority[];
  export const tools: readonly import("./model/content.ts").Tool[];
  export const helplines: readonly import("./model/content.ts").Helpline[];
  /** Codes of the countries that have helplines, by name in the pack's language; `EU` last. */
  export const countries: readonly string[];

  /** Starter pages of the notebook. */
  export const pages: readonly import("./model/content.ts").StarterPage[];
}
