import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  decodeVoice,
  encodeVoice,
  resampled,
  VOICE_RATE,
} from "../../../../static/inner/tools/comfort/adpcm.ts";

/** A vowel-like sound: a low tone, its overtones, swelling and fading. */
function voice(rate: number, seconds: number): Float32Array {
  return Float32Array.from({ length: rate * seconds }, (_, at) => {
    const time = at / rate;
    const tone = (hertz: number): number => Math.sin(2 * Math.PI * hertz * time);
    return Math.sin(Math.PI * (time % 1)) * (0.4 * tone(140) + 0.2 * tone(700));
  });
}

/** Signal to noise in decibels. */
function fidelity(wanted: Float32Array, got: Float32Array): number {
  let [signal, noise] = [0, 0];
  for (const [at, value] of wanted.entries()) {
    signal += value ** 2;
    noise += (value - (got[at] ?? 0)) ** 2;
  }
  return 10 * Math.log10(signal / noise);
}

describe("a voice", () => {
  it("takes half a byte for each sample: a minute is under half a megabyte", () => {
    const bytes = encodeVoice(new Float32Array(60 * VOICE_RATE));
    assert.equal(bytes.length, 480_000);
  });

  it("comes back as it was said, 20 decibels over its own noise", () => {
    const said = voice(VOICE_RATE, 2);
    assert.ok(fidelity(said, decodeVoice(encodeVoice(said))) > 20);
  });

  it("at its loudest stays within bounds", () => {
    const loud = Float32Array.from({ length: 2_000 }, (_, at) => (at % 40 < 20 ? 1 : -1));
    const heard = decodeVoice(encodeVoice(loud));
    assert.ok(heard.every((value) => value >= -1.001 && value <= 1));
    assert.ok(heard.some((value) => value > 0.9) && heard.some((value) => value < -0.9));
  });

  for (const rate of [44_100, 48_000, 16_000]) {
    it(`recorded at ${rate} samples a second keeps its length and its tone`, () => {
      const made = resampled(voice(rate, 1), rate);
      assert.ok(Math.abs(made.length - VOICE_RATE) <= 1);
      assert.ok(fidelity(voice(VOICE_RATE, 1), made) > 15);
    });
  }
});
