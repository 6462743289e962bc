/** The words for how strong a secret is and for why one is refused. */

import type { Host } from "../../cover/base/host.ts";
import type { Refusal } from "../secret/rate.ts";
import { number, t } from "../words.ts";

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const YEAR = 365.25 * DAY;
const WEAK_SECONDS = YEAR;
const FAIR_SECONDS = 100 * YEAR;

/** One or two plain sentences: how long guessing takes, and what that means. */
export function guessWords(seconds: number): string {
  const time = timeWords(seconds);
  if (seconds < WEAK_SECONDS) {
    return t(
      "Easy to guess. Someone who copies this phone and has a fast computer needs about {time}. With many computers, far less.",
      { time },
    );
  }
  if (seconds < FAIR_SECONDS) {
    return t(
      "Not easy to guess. Someone who copies this phone and has a fast computer needs about {time}. With more computers it goes faster.",
      { time },
    );
  }
  return t(
    "Hard to guess. Someone who copies this phone and has a fast computer needs about {time}. With a hundred computers, a hundred times less.",
    { time },
  );
}

/** A length of time with one number, rounded as people say it. */
export function timeWords(seconds: number): string {
  if (seconds < 2 * MINUTE) return t("a minute");
  if (seconds < 2 * HOUR) return t("{n} minutes", { n: rounded(seconds / MINUTE) });
  if (seconds < 2 * DAY) return t("{n} hours", { n: rounded(seconds / HOUR) });
  if (seconds < 2 * YEAR) return t("{n} days", { n: rounded(seconds / DAY) });
  if (seconds < 1e6 * YEAR) return t("{n} years", { n: rounded(seconds / YEAR) });
  return t("a million years or more");
}

/** Two digits that count; more would sound like knowledge nobody has. */
function rounded(value: number): string {
  return number(Number(value.toPrecision(value < 100 ? 2 : 1)));
}

/** Why a secret cannot be taken, and what would help. */
export function refusalWords(why: Refusal, cover: Host["cover"]): string {
  switch (why) {
    case "short":
      return t("A bit longer, please.");
    case "sum":
      return t("Use numbers with + − × ÷ between them, and start and end with a number.");
    case "start":
      return t(
        "This looks like a start code or a phone number. Please mix in something else.",
      );
    case "date":
      return t("Dates are guessed first. Please take something else.");
    case "repeat":
      return t("This says the same thing over and over. Please mix it more.");
    case "run":
      return t("These keys lie side by side. Please mix it more.");
    case "common":
      return t("Many people think of this one. Please take something else.");
    case "few":
      return cover === "list"
        ? t("Someone could type this by chance. Please add more words.")
        : t("Please add more numbers.");
  }
}
