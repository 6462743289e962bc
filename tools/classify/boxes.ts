/**
 * Make boxes by the app's own code and write them to standard output, one after another.
 *
 * `boxes.ts 4 3 2 1` makes four boxes without a space, three with one, and so on. Each comes as a
 * byte with the number of spaces, four bytes with the length (least first), and the box. With
 * `--poor` what fills the unused places comes from a poor generator: the control.
 */

import { once } from "node:events";
import { makeRandom, type Random } from "../../static/cover/base/bytes.ts";
import { Box } from "../../static/cover/box/box.ts";
import { makeMemoryShelf } from "../../static/cover/box/memory.ts";
import { bytesOf, dense, parts, plan } from "../../tests/js/cover/box/helpers.ts";

const mostSaves = 6;
const mostBytes = 60_000;
/** Longer draws than this fill regions; keys and nonces stay good. */
const fill = 1024;

const below = (limit: number): number => Math.floor(Math.random() * limit);

/** One byte in 64 has its highest bit cleared. */
const poor: Random = (length) => {
  const bytes = makeRandom(length);
  if (length > fill)
    for (let at = 0; at < length; at += 64) bytes[at] = (bytes[at] ?? 0) & 0x7f;
  return bytes;
};

async function repeat(work: () => Promise<unknown>): Promise<void> {
  for (let left = below(mostSaves); left > 0; left--) await work();
}

function want(outcome: string): void {
  if (outcome !== "saved") throw new Error(`a box said ${outcome}`);
}

/** Make one box: the cover is used before, between and after, as on a phone. */
async function make(spaces: number, random: Random): Promise<Uint8Array> {
  const shelf = makeMemoryShelf();
  const secrets: string[] = [];
  const useCover = async (box: Box): Promise<void> => {
    await repeat(async () => want(await box.saveCover(dense(below(mostBytes)))));
  };
  for (let count = 0; count <= spaces; count++) {
    const box = await Box.open(parts(shelf, random));
    await useCover(box);
    if (count > 0) {
      const secret = dense(12);
      want(await box.create(secret, plan, "{}", secrets));
      secrets.push(secret);
      await repeat(async () => want(await box.save(dense(below(mostBytes)))));
    }
    box.close();
  }
  return bytesOf(shelf);
}

const words = process.argv.slice(2);
const random = words.includes("--poor") ? poor : makeRandom;
const left = words.filter((word) => /^\d+$/.test(word)).map(Number);
while (left.some((count) => count > 0)) {
  // In mixed order, so that no drift of the machine goes along with the number.
  const spaces = below(left.length);
  if ((left[spaces] ?? 0) === 0) continue;
  left[spaces] = (left[spaces] ?? 0) - 1;
  const box = await make(spaces, random);
  const head = Buffer.alloc(5);
  head.writeUInt8(spaces, 0);
  head.writeUInt32LE(box.length, 1);
  if (!process.stdout.write(Buffer.concat([head, box])))
    await once(process.stdout, "drain");
}
