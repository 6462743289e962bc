/** Entry of the box worker: give the keeper its surroundings. */

import plain from "argon2id/dist/no-simd.wasm";
import simd from "argon2id/dist/simd.wasm";
import { makeRandom } from "../base/bytes.ts";
import { browserStorages } from "./choose.ts";
import { makeKdf } from "./kdf.ts";
import { Keeper } from "./keeper.ts";
import type { Call } from "./wire.ts";

const keeper = new Keeper({
  locks: navigator.locks,
  kdf: makeKdf(simd, plain),
  random: makeRandom,
  storages: browserStorages,
  post: (reply) => postMessage(reply),
});

addEventListener("message", ({ data }: MessageEvent<Call>) => keeper.handle(data));
