/** Fair random numbers from the phone's own generator. */

/** Gives a whole number from 0 to below `limit`, each as likely as the other. */
export type Draw = (limit: number) => number;

const ALL = 2 ** 32;

/** Make a draw from `source`; numbers that would favour small results are thrown away. */
export function makeDraw(source: Pick<Crypto, "getRandomValues"> = crypto): Draw {
  return (limit) => {
    if (!Number.isInteger(limit) || limit < 1 || limit > ALL) {
      throw new RangeError("limit must be a whole number from 1 to 2^32");
    }
    const fair = ALL - (ALL % limit);
    const word = new Uint32Array(1);
    for (;;) {
      const [value = ALL] = source.getRandomValues(word);
      if (value < fair) return value % limit;
    }
  };
}
