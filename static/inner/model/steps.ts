/** The order of the first run's pages: which one follows, and which can be shown. */

import { type Document, type FirstRun, type Step, STEPS } from "./document.ts";
import type { Route } from "./route.ts";

/** An edit that moves the first run to `step`. */
export function atStep(step: Step): (document: Document) => Document {
  return (document) => ({ ...document, firstRun: { ...document.firstRun, step } });
}

/** The page that can be shown: "again" needs a chosen secret, which lives only in memory. */
export function stepFor(step: Step, secret: string, hasSpace: boolean): Step {
  if (step === "again" && secret === "") return hasSpace ? "matters" : "secret";
  return step;
}

/** The next or the one before, without the pages that do not apply. */
export function neighbour(
  step: Step,
  by: 1 | -1,
  phone: { readonly isInstalled: boolean },
): Step {
  const to = STEPS[STEPS.indexOf(step) + by] ?? step;
  return to === "install" && phone.isInstalled ? neighbour(to, by, phone) : to;
}

/** Once the space is made there is no way back to choosing its secret. */
export function hasBefore(step: Step): boolean {
  return step !== "welcome" && step !== "matters" && step !== "done";
}

/** Coming back is what the practice waited for: count it, with its day, and go on where it was left. */
export function countPractice(today: string): (document: Document) => Document {
  return (document) => {
    const { firstRun } = document;
    if (!firstRun.isPractising) return document;
    const counted: FirstRun = {
      ...firstRun,
      practised: firstRun.practised + 1,
      isPractising: false,
      practisedOn: today,
    };
    return { ...document, firstRun: counted };
  };
}

/** The screen that an opened document starts with. */
export function firstRoute({ firstRun }: Document): Route {
  if (firstRun.step !== "done") return { name: "first" };
  return { name: firstRun.isPractising ? "practice" : "home" };
}
