/** The plan as this person has it, for screens. */

import { useMemo } from "preact/hooks";
import { priorities, sections } from "content";
import { useDocument } from "../model/store.ts";
import { type ShownSection, wholePlan } from "../model/whole.ts";
import { type Written, written } from "../model/written.ts";
import { day, t } from "../words.ts";

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
          namelessPrompt: t("My notes"),
        },
        document,
      ),
    [document],
  );
}

/** Everything written, in the order of the plan. */
export function useWritten(): readonly Written[] {
  const { document } = useDocument();
  const plan = usePlan();
  return useMemo(() => written(plan, document, day), [plan, document]);
}
