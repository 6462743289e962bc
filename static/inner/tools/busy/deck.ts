/** The cards of the pairs puzzle: pure, with chance passed in. */

/** One card: which shape it shows, and whether its pair was found. */
export interface Card {
  readonly shape: number;
  readonly isFound: boolean;
}

/** The cards, and the places of those that lie open, two at most. */
export interface Deck {
  readonly cards: readonly Card[];
  readonly open: readonly number[];
}

/** Shuffle two cards of each of `shapes` shapes; `chance` gives numbers from 0 to below 1. */
export function dealt(shapes: number, chance: () => number): Deck {
  const cards = Array.from({ length: 2 * shapes }, (_, at) => ({
    shape: at >> 1,
    isFound: false,
  }));
  for (let at = cards.length - 1; at > 0; at--) {
    const other = Math.floor(chance() * (at + 1));
    const [a, b] = [cards[at], cards[other]];
    if (a && b) [cards[at], cards[other]] = [b, a];
  }
  return { cards, open: [] };
}

/** Turn the card at `place`; two that lie open and differ are turned back by the next touch. */
export function turned({ cards, open }: Deck, place: number): Deck {
  const card = cards[place];
  if (card === undefined || card.isFound) return { cards, open };
  const lying = open.length > 1 ? [] : open;
  if (lying.includes(place)) return { cards, open: lying };
  const [first] = lying;
  if (first === undefined || cards[first]?.shape !== card.shape)
    return { cards, open: [...lying, place] };
  const found = cards.map((each) =>
    each.shape === card.shape ? { ...each, isFound: true } : each,
  );
  return { cards: found, open: [] };
}

/** Say whether every pair was found. */
export function isSolved({ cards }: Deck): boolean {
  return cards.every(({ isFound }) => isFound);
}
