/** The plan as this person has it, for screens. */

import { useMemo } from "preact/hooks";
import { priorities, sections, tools } from "content";
import type { OwnKind } from "../model/frame.ts";
import { jotted } from "../model/jotted.ts";
import { useDocument } from "../model/store.ts";
import { type ShownSection, wholePlan } from "../model/whole.ts";
import { type Written, written } from "../model/written.ts";
import { day, t } from "../words.ts";

/** What parts of one's own are called until they have a name. */
export function nameless(): Readonly<Record<OwnKind, string>> {
  return {
    text: t("My notes"),
    list: t("My list"),
    have: t("My things"),
    date: t("My day"),
    yesno: t("My question"),
  };
}

/** All sections in the person's order, those put away among them. */
export function usePlan(): readonly ShownSection[] {
  const { document } = useDocument();
  return useMemo(
    () =>
      wholePlan(
        {
          sections,
          priorities,
          namelessSection: t("My own page"),
          nameless: nameless(),
        },
        document,
      ),
    [document],
  );
}

/** What stands in the plan and under People, in that order: the lines that a card can have. */
export function useWritten(): readonly Written[] {
  const { document } = useDocument();
  const plan = usePlan();
  return useMemo(() => written(plan, document, day), [plan, document]);
}

/** Everything that the person wrote anywhere. */
export function useAllWritten(): readonly Written[] {
  const { document } = useDocument();
  const all = useWritten();
  return useMemo(
    () => [...all, ...jotted(document, tools, t("Looking back"))],
    [all, document],
  );
}
