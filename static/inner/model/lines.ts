/** Changes to a list of lines, each of which has an id. */

interface Line {
  readonly id: string;
}

/** Replace the line with the id of `line`. */
export function replaced<T extends Line>(lines: readonly T[], line: T): readonly T[] {
  return lines.map((each) => (each.id === line.id ? line : each));
}

/** Take a line out. */
export function without<T extends Line>(lines: readonly T[], id: string): readonly T[] {
  return lines.filter((each) => each.id !== id);
}

/** Put a line in at `place`, or at the nearest end; a line that is there stays where it is. */
export function inserted<T extends Line>(
  lines: readonly T[],
  line: T,
  place: number,
): readonly T[] {
  if (lines.some(({ id }) => id === line.id)) return lines;
  const at = Math.min(Math.max(place, 0), lines.length);
  return [...lines.slice(0, at), line, ...lines.slice(at)];
}

/** Move a line `by` places (negative: up), no further than the ends. */
export function moved<T extends Line>(
  lines: readonly T[],
  id: string,
  by: number,
): readonly T[] {
  const from = lines.findIndex((each) => each.id === id);
  const line = lines[from];
  if (line === undefined) return lines;
  const to = Math.min(Math.max(from + by, 0), lines.length - 1);
  return to === from ? lines : inserted(without(lines, id), line, to);
}
