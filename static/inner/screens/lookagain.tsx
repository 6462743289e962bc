/** Looking at something again some day: set gently, shown quietly, never counted. */

import type { JSX } from "preact";
import { type Again, due, later, type Span } from "../model/again.ts";
import { isoDay } from "../model/days.ts";
import { useRoute } from "../model/route.ts";
import { Button, Row, Rows } from "../ui/button.tsx";
import { usePlan } from "../ui/useplan.ts";
import { day, t } from "../words.ts";

/** Set a day, or no day any more. */
export function LookAgain(props: {
  readonly again: string;
  readonly onAgain: (again: string) => void;
}): JSX.Element {
  const { again, onAgain } = props;
  const spans: readonly [Span, string][] = [
    ["week", t("In a week")],
    ["month", t("In a month")],
    ["season", t("In three months")],
  ];
  return (
    <div class="choice">
      <p class="label">{t("Look at this again")}</p>
      <p class="hint" role="status">
        {again === ""
          ? t("It then shows up on Home and in the plan. Nothing rings.")
          : t("It shows up from {day} on.", { day: day(again) })}
      </p>
      <div class="chips">
        {spans.map(([span, name]) => (
          <button
            key={span}
            type="button"
            class="chip"
            onClick={() => onAgain(later(new Date(), span))}
          >
            {name}
          </button>
        ))}
        {again !== "" && (
          <button type="button" class="chip" onClick={() => onAgain("")}>
            {t("Not any more")}
          </button>
        )}
      </div>
    </div>
  );
}

/** A note where the day has come: look, then let it rest. */
export function DueNote(props: {
  readonly again: string;
  readonly onAgain: (again: string) => void;
}): JSX.Element | null {
  const today = new Date();
  if (props.again === "" || props.again > isoDay(today)) return null;
  return (
    <div class="due">
      <p>{t("You wanted to look at this again. Is it still right?")}</p>
      <div class="chips">
        <button type="button" class="chip" onClick={() => props.onAgain("")}>
          {t("Yes, thanks")}
        </button>
        <button
          type="button"
          class="chip"
          onClick={() => props.onAgain(later(today, "month"))}
        >
          {t("In a month")}
        </button>
      </div>
    </div>
  );
}

/** What is to be looked at again, as rows under a heading; nothing when there is nothing. */
export function DueRows({ most }: { readonly most: number }): JSX.Element | null {
  const { go } = useRoute();
  const all = due(usePlan(), isoDay(new Date()));
  if (all.length === 0) return null;
  const open = ({ section, prompt }: Again): void =>
    go({ name: "section", id: section, ...(prompt === "" ? {} : { at: prompt }) });
  return (
    <>
      <h2>{t("To look at again")}</h2>
      <Rows>
        {all.slice(0, most).map((again) => (
          <Row
            key={`${again.section}/${again.prompt}`}
            icon="again"
            title={again.name}
            detail={again.place}
            onPress={() => open(again)}
          />
        ))}
      </Rows>
      {all.length > most && (
        <Button kind="quiet" onPress={() => go({ name: "plan" })}>
          {t("More in my plan")}
        </Button>
      )}
    </>
  );
}
