/** The words for how it is, from hardest to best. */

import { type CheckIn, type Level, LEVELS } from "../model/checkin.ts";
import { t } from "../words.ts";

/** How somebody is, in a word or two. */
export function moodName(level: Level): string {
  switch (level) {
    case "":
      return t("Not now");
    case "1":
      return t("Very hard");
    case "2":
      return t("Hard");
    case "3":
      return t("So-so");
    case "4":
      return t("Okay");
    case "5":
      return t("Well");
  }
}

/** How safe it feels, in a word or two. */
export function safetyName(level: Level): string {
  switch (level) {
    case "":
      return t("Not now");
    case "1":
      return t("Not safe");
    case "2":
      return t("Not very");
    case "3":
      return t("In between");
    case "4":
      return t("Mostly");
    case "5":
      return t("Safe");
  }
}

/** The five answers and, last, none. */
export const ANSWERS: readonly Level[] = [...LEVELS.slice(1), ""];

/** What was said, a line for each. */
export function saidWords({ mood, safety }: CheckIn): string {
  const parts = [
    mood && t("How I am: {words}", { words: moodName(mood) }),
    safety && t("How safe it feels: {words}", { words: safetyName(safety) }),
  ];
  return parts.filter(Boolean).join("\n");
}
