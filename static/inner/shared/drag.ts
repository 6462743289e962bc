/** Where a row that is being dragged belongs. */

/** Place among its rows of the one at `from`, whose middle is now at `middle`. */
export function placeAt(
  middles: readonly number[],
  from: number,
  middle: number,
): number {
  return middles.filter((each, at) => at !== from && each < middle).length;
}

/** How far each row moves aside for a row of `height` on its way from `from` to `to`. */
export function aside(at: number, from: number, to: number, height: number): number {
  if (at > from && at <= to) return -height;
  return at < from && at >= to ? height : 0;
}
