/** What the cover is called and how a secret is typed into it, in the person's words. */

import type { Host } from "../../cover/base/host.ts";
import { t } from "../words.ts";

type Cover = Host["cover"];

/** The name under the icon. */
export function coverName(cover: Cover): string {
  return cover === "list" ? t("List") : t("Calculator");
}

/** What is typed, such as "your five words". */
export function secretName(cover: Cover): string {
  return cover === "list" ? t("your words") : t("your sum");
}

/** How to get back in, as one sentence. */
export function wayIn(cover: Cover): string {
  return cover === "list"
    ? t("Type your words in the list as one new item, then add it.")
    : t("Type your sum and touch =.");
}
