/** Find the pairs: twelve cards, six shapes; no clock, no count of tries. */

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Button } from "../../ui/button.tsx";
import { t } from "../../words.ts";
import { type Deck, dealt, isSolved, turned } from "./deck.ts";

const SHAPES = [
  "M12 3C6 8 5 13 8 17c2 3 6 3 8 0 3-4 2-9-4-14z",
  "M17 15A7 7 0 0 1 9 6a7 7 0 1 0 8 9z",
  "M12 3l2.600 6 6.400.5-5 4.200 1.600 6.300-5.600-3.500L6.400 20 8 13.700 3 9.500 9.400 9z",
  "M12 20S4 15 4 9a4 4 0 0 1 8-1 4 4 0 0 1 8 1c0 6-8 11-8 11z",
  "M5 5h14v14H5z",
  "M3 14c3-5 6-5 9 0s6 5 9 0",
] as const;

/** The cards; a new deck when all are found. */
export function Pairs(): JSX.Element {
  const deal = (): Deck => dealt(SHAPES.length, Math.random);
  const [deck, setDeck] = useState(deal);
  const names = [t("Drop"), t("Moon"), t("Star"), t("Heart"), t("Square"), t("Wave")];
  return (
    <>
      <div class="said-step">
        <h2>{t("Find the pairs")}</h2>
        <p role="status">
          {isSolved(deck)
            ? t("You found them all.")
            : t("Tap two cards. Two that match stay open.")}
        </p>
      </div>
      <div class="pairs">
        {deck.cards.map(({ shape, isFound }, place) => {
          const isUp = isFound || deck.open.includes(place);
          const name = isUp
            ? (names[shape] ?? "")
            : t("Card {place}", { place: place + 1 });
          return (
            <button
              key={place}
              type="button"
              class="pair"
              data-is={isFound ? "found" : isUp ? "up" : "down"}
              aria-label={name}
              onClick={() => setDeck(turned(deck, place))}
            >
              {isUp && (
                <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
                  <path d={SHAPES[shape]} />
                </svg>
              )}
            </button>
          );
        })}
      </div>
      {isSolved(deck) && (
        <div class="keep">
          <Button icon="again" onPress={() => setDeck(deal())}>
            {t("Play again")}
          </Button>
        </div>
      )}
    </>
  );
}
