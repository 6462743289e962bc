/** What every screen can reach: the host, the kept document, the trail and the undo bar. */

import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Host } from "../../cover/base/host.ts";
import type { Cell } from "./cell.ts";
import type { Pieces } from "./pieces.ts";
import type { Routes } from "./route.ts";
import type { Store } from "./store.ts";

/** One thing that can be taken back, or something to know that belongs to no screen any more. */
export interface UndoOffer {
  readonly text: string;
  readonly undo: (() => void) | undefined;
}

/** The parts that one started app consists of. */
export interface Inside {
  readonly host: Host;
  readonly store: Store;
  readonly pieces: Pieces;
  readonly routes: Routes;
  readonly undo: Cell<UndoOffer | null>;
  /** Names the check-in that is under way, until the person says Done. */
  readonly checkIn: Cell<string>;
  /** Stops each thing that sounds; all are called on the way out, before anything else. */
  readonly hushes: Set<() => void>;
}

/** Carries the parts to the screens. */
export const InsideContext = createContext<Inside | null>(null);

/** The parts of the running app, for components only. */
export function useInside(): Inside {
  const inside = useContext(InsideContext);
  if (inside === null) throw new Error("screen drawn outside the app");
  return inside;
}
