/** What people and circles are called on screens. */

import type { Circle, Person } from "../model/document.ts";
import { t } from "../words.ts";

/** The name to use, or what stands in for it. */
export function nameOf(person: Person): string {
  return person.name.trim() || person.relation.trim() || t("No name yet");
}

/** How near someone stands, in words. */
export function circleName(circle: Circle): string {
  switch (circle) {
    case "":
      return t("Not said");
    case "with":
      return t("With me");
    case "near":
      return t("Near me");
    case "far":
      return t("Far, but there for me");
    case "professional":
      return t("It is their job to help");
    case "unsafe":
      return t("Not for help");
  }
}
