/** Color hunt: find three things of one color around you, then another color. */

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { t } from "../../words.ts";

const WANTED = 3;

/** The color, and a pad on which finds are tapped off. */
export function Colors(): JSX.Element {
  const colors = [
    { name: t("blue"), css: "#3f76b5" },
    { name: t("green"), css: "#4c8a4f" },
    { name: t("white"), css: "#ffffff" },
    { name: t("red"), css: "#b8473d" },
    { name: t("brown"), css: "#7d5a3c" },
    { name: t("yellow"), css: "#e0b93c" },
    { name: t("black"), css: "#1d1d1d" },
    { name: t("gray"), css: "#8d8d8d" },
  ];
  const [at, setAt] = useState(0);
  const [found, setFound] = useState(0);
  const color = colors[at % colors.length];
  const next = (): void => {
    setAt(at + 1);
    setFound(0);
  };
  const isFull = found >= WANTED;
  return (
    <>
      <div class="said-step" aria-live="polite">
        <h2>{t("Color hunt")}</h2>
        <p>
          {t("Find 3 things around you that are {color}.", { color: color?.name ?? "" })}
        </p>
      </div>
      <button
        type="button"
        class="pad"
        onClick={() => (isFull ? next() : setFound(found + 1))}
      >
        <span
          class="swatch"
          style={`background: ${color?.css ?? "none"}`}
          aria-hidden="true"
        />
        <span class="finds" aria-hidden="true">
          {Array.from({ length: WANTED }, (_, place) => (
            <span key={place} class={place < found ? "find full" : "find"} />
          ))}
        </span>
        <span>{isFull ? t("Good. Tap for the next color.") : t("Tap for each one")}</span>
        <span class="quiet">{t("{found} of {count}", { found, count: WANTED })}</span>
      </button>
    </>
  );
}
