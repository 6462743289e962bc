import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { dealt, isSolved, turned } from "../../../../static/inner/tools/busy/deck.ts";

/** Chance that never moves a card: the pairs lie side by side. */
const still = (): number => 0.999_999;
const deck = dealt(3, still);
const after = (...places: number[]) => places.reduce(turned, deck);

describe("the pairs", () => {
  it("are two of each shape, however they are shuffled", () => {
    let state = 7;
    const chance = (): number =>
      (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
    const { cards } = dealt(6, chance);
    for (let shape = 0; shape < 6; shape++)
      assert.equal(cards.filter((card) => card.shape === shape).length, 2);
    assert.notDeepEqual(cards, dealt(6, still).cards);
  });

  it("that match stay open", () => {
    const { cards, open } = after(0, 1);
    assert.deepEqual(open, []);
    assert.deepEqual(
      cards.map(({ isFound }) => isFound),
      [true, true, false, false, false, false],
    );
  });

  it("that differ lie open until the next touch, for as long as the person likes", () => {
    assert.deepEqual(after(0, 2).open, [0, 2]);
    assert.deepEqual(after(0, 2, 4).open, [4]);
  });

  it("are not found by touching one card twice", () => {
    assert.deepEqual(after(0, 0).open, [0]);
    assert.ok(!after(0, 0).cards[0]?.isFound);
  });

  it("are solved when all are found, and touching found ones changes nothing", () => {
    assert.ok(!isSolved(after(0, 1, 2, 3)));
    assert.ok(isSolved(after(0, 1, 0, 2, 3, 1, 4, 5)));
  });
});
