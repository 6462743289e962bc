/** Overwrite regions with fresh random bytes and read them back. */

import { type Bytes, isEqual, type Random } from "../base/bytes.ts";
import { digest } from "./aead.ts";
import { copies, copyAt, headerBytes } from "./format.ts";
import type { Store } from "./store.ts";

/**
 * Overwrite both copies of `regions`, flush, read back; `true` when every byte is the new one.
 *
 * All headers go first, and reach the disk first: without them no key opens the bodies.
 */
export async function overwrite(
  store: Store,
  size: number,
  regions: readonly number[],
  random: Random,
): Promise<boolean> {
  const starts = regions.flatMap((region) =>
    copies.map((copy) => copyAt(size, region, copy)),
  );
  // One refused write must not spare the others.
  const attempts: boolean[] = [];
  const attempt = async (work: Promise<boolean>): Promise<void> => {
    attempts.push(await work.catch(() => false));
  };
  const write = async (at: number, bytes: Bytes): Promise<boolean> => {
    await store.write(at, bytes);
    return true;
  };
  const flush = async (): Promise<boolean> => {
    await store.flush();
    return true;
  };
  for (const at of starts) await attempt(write(at, random(headerBytes)));
  await attempt(flush());
  const sums: Bytes[] = [];
  for (const at of starts) {
    const bytes = random(size);
    sums.push(await digest(bytes));
    await attempt(write(at, bytes));
  }
  await attempt(flush());
  for (const [each, at] of starts.entries()) {
    const isNew = async (): Promise<boolean> =>
      isEqual(await digest(await store.read(at, size)), sums[each] ?? new Uint8Array(0));
    await attempt(isNew());
  }
  return attempts.every((isDone) => isDone);
}
