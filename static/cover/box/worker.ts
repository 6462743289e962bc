/** Entry of the box worker: give the keeper its surroundings. */

import plain from "argon2id/dist/no-simd.wasm";
import simd from "argon2id/dist/simd.wasm";
import { makeRandom } from "../base/bytes.ts";
import { browserStorages } from "./choose.ts";
import { makeKdf } from "./kdf.ts";
import { Keeper } from "./keeper.ts";
import type { Call } from "./wire.ts";

// A message to itself comes after those that wait, and sooner than any timer.
const { port1, port2 } = new MessageChannel();
const pause = (): Promise<void> =>
  new Promise((resolve) => {
    port1.onmessage = () => resolve();
    port2.postMessage(0);
  });

const keeper = new Keeper({
  locks: navigator.locks,
  kdf: makeKdf(simd, plain),
  random: makeRandom,
  storages: browserStorages,
  post: (reply) => postMessage(reply),
  pause,
});

addEventListener("message", ({ data }: MessageEvent<Call>) => keeper.handle(data));
