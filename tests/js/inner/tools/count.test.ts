import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { countedAt } from "../../../../static/inner/tools/count.ts";
import { tapAt, TAPS } from "../../../../static/inner/tools/taps.ts";
import { ownVoice } from "../../../../static/inner/tools/voices.ts";

const squeeze = [
  { kind: "tense", seconds: 5 },
  { kind: "loose", seconds: 10 },
] as const;

describe("a slow count", () => {
  it("goes through its parts, seconds counted up, and ends", () => {
    assert.deepEqual(countedAt(squeeze, 0), {
      at: 0,
      kind: "tense",
      size: 1,
      beat: 1,
      beats: 5,
    });
    assert.equal(countedAt(squeeze, 4_999)?.beat, 5);
    assert.equal(countedAt(squeeze, 5_000)?.kind, "loose");
    assert.equal(countedAt(squeeze, 14_999)?.beat, 10);
    assert.equal(countedAt(squeeze, 15_000), null);
  });

  it("never jumps in size, from one part to the next either", () => {
    let before = 1;
    for (let elapsed = 0; elapsed < 15_000; elapsed += 20) {
      const size = countedAt(squeeze, elapsed)?.size ?? before;
      assert.ok(Math.abs(size - before) < 0.04, `${elapsed}`);
      before = size;
    }
    assert.ok(before > 0.99);
  });

  it("with cold only grows smaller", () => {
    const cold = [{ kind: "cold", seconds: 30 }] as const;
    const sizes = [0, 10_000, 29_999].map((at) => countedAt(cold, at)?.size ?? 0);
    assert.deepEqual(
      sizes,
      [...sizes].sort((a, b) => b - a),
    );
    assert.equal(countedAt(cold, 30_000), null);
  });
});

describe("a short set of taps", () => {
  it("alternates, eight on each side, then is over by itself", () => {
    const taps = Array.from({ length: TAPS + 1 }, (_, at) =>
      tapAt(at * 1_000 + 5, 1_000),
    );
    assert.equal(taps.filter((tap) => tap !== null && tap % 2 === 0).length, 8);
    assert.equal(taps.filter((tap) => tap !== null && tap % 2 === 1).length, 8);
    assert.equal(taps.at(-1), null);
  });
});

describe("a voice that reads aloud", () => {
  const voice = (lang: string, localService: boolean, isDefault = false) =>
    ({ lang, localService, default: isDefault, name: lang }) as SpeechSynthesisVoice;

  it("is on the phone itself, never one that sends the words away", () => {
    assert.equal(ownVoice([voice("en-US", false)], "en"), null);
    const own = voice("en-GB", true);
    assert.equal(ownVoice([voice("en-US", false, true), own], "en"), own);
  });

  it("speaks the app's language", () => {
    const spanish = voice("es_MX", true);
    assert.equal(ownVoice([voice("en-US", true), spanish], "es"), spanish);
    assert.equal(ownVoice([voice("est-EE", true)], "es"), null);
  });

  it("is the phone's usual one where there are several", () => {
    const usual = voice("es-ES", true, true);
    assert.equal(ownVoice([voice("es-MX", true), usual], "es"), usual);
  });
});
