/** How tools felt, and the order that follows: what helped stands first. */

import type { Tool } from "../model/content.ts";
import type { Document, Felt } from "../model/document.ts";

/** What a person can say after a tool. */
export type Feeling = keyof Felt;

const NOTHING: Felt = { better: 0, same: 0, worse: 0 };

/** Count one answer. */
export function felt(document: Document, tool: string, feeling: Feeling): Document {
  const before = document.tools[tool] ?? NOTHING;
  const after = { ...before, [feeling]: before[feeling] + 1 };
  return { ...document, tools: { ...document.tools, [tool]: after } };
}

/**
 * How far a tool helped, -1 to 1.
 *
 * Two silent "same" are added, so that one answer alone does not outweigh many.
 */
export function helped({ better, same, worse }: Felt = NOTHING): number {
  return (better - worse) / (better + same + worse + 2);
}

/** The tools with what helped at the front; equals stay as they were. */
export function byHelp(
  tools: readonly Tool[],
  said: Readonly<Record<string, Felt>>,
): readonly Tool[] {
  return [...tools].sort((a, b) => helped(said[b.id]) - helped(said[a.id]));
}
