/** Keep busy: four small tasks; none is counted, timed or marked. */

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Button, Row, Rows } from "../../ui/button.tsx";
import { t } from "../../words.ts";
import { Colors } from "./colors.tsx";
import { Letters } from "./letters.tsx";
import { Pairs } from "./pairs.tsx";
import { Sevens } from "./sevens.tsx";

type Task = "sevens" | "letters" | "colors" | "pairs";

/** Pick one, change to another whenever you like. */
export function Busy(): JSX.Element {
  const [task, setTask] = useState<Task | null>(null);
  if (task === null) {
    return (
      <Rows>
        <Row
          title={t("Count back by 7")}
          detail={t("From 100, in your head")}
          onPress={() => setTask("sevens")}
        />
        <Row
          title={t("Animals from A to Z")}
          detail={t("One for each letter")}
          onPress={() => setTask("letters")}
        />
        <Row
          title={t("Color hunt")}
          detail={t("Find colors around you")}
          onPress={() => setTask("colors")}
        />
        <Row
          title={t("Find the pairs")}
          detail={t("A small puzzle")}
          onPress={() => setTask("pairs")}
        />
      </Rows>
    );
  }
  return (
    <section class="step">
      {taskOf(task)}
      <Button kind="plain" onPress={() => setTask(null)}>
        {t("Another task")}
      </Button>
    </section>
  );
}

function taskOf(task: Task): JSX.Element {
  switch (task) {
    case "sevens":
      return <Sevens />;
    case "letters":
      return <Letters />;
    case "colors":
      return <Colors />;
    case "pairs":
      return <Pairs />;
  }
}
