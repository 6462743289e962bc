/** What the page and the box worker say to each other; numbers on the wire keep it neutral. */

import type { Bytes } from "../base/bytes.ts";
import type { CreateOutcome, Keeps, SaveOutcome } from "../base/host.ts";
import type { Piece } from "./pieces.ts";

/** A sealed inner app: where it came from and its module source, UTF-8. */
export interface Pack {
  readonly path: string;
  readonly code: string;
}

/** What an entry opened. */
export interface Opened {
  readonly pack: Pack;
  readonly data: string;
  /** The CSP source of the pack's code, where the worker made it: the page has enough to do then. */
  readonly source?: string;
}

/**
 * What an entry is: it opened something, or it is an ordinary one (`null`).
 *
 * `unknown`: it could not be judged, because the box is not here or the work failed. Such an entry
 * may be a secret and must not be kept as text.
 */
export type Verdict = Opened | null | "unknown";

/** What the worker tells the page without being asked. */
export interface BoxEvents {
  /** The box is ours; `data` is the cover's newest data. */
  onHeld(data: string | null, keeps: Keeps): void;
  /** Another window has the box; `onHeld` follows when it lets go. */
  onWaiting(): void;
  /** Another window took the box over: keys are gone, nothing more can be saved from here. */
  onLost(): void;
  /** Spaces were overwritten, in whatever way that was asked for. */
  onWiped(): void;
}

/**
 * The page's side of the box; every call is answered, none throws a secret back.
 *
 * Calls are done in order, but an `open` waits for every other call, later ones too, and a save
 * does not wait until the box has grown for an earlier call: what was written last comes first.
 * `letGo` comes after all that was asked before it.
 */
export interface BoxClient {
  /** Ask for the box; with `isForced` take it from another window. */
  take(isForced: boolean): void;
  /** Finish saving, close every space and let another window have the box. */
  letGo(): Promise<void>;
  saveCover(data: string): Promise<SaveOutcome>;
  /**
   * Derive and try all regions; the same work whatever the entry.
   *
   * While a space is open nothing takes its place: an entry that would open another gives `null`.
   */
  open(entry: string): Promise<Verdict>;
  save(data: string): Promise<SaveOutcome>;
  create(
    secret: string,
    pack: Pack,
    data: string,
    others: readonly string[],
  ): Promise<CreateOutcome>;
  changeSecret(secret: string): Promise<CreateOutcome>;
  /** Replace the pack of the open space, keeping its data. */
  changePack(pack: Pack): Promise<SaveOutcome>;
  /** Overwrite regions 1–4, flush, read back; `true` when verified. */
  erase(): Promise<boolean>;
  /**
   * Make, or replace, the second space that goes with the open one and knows nothing of it.
   *
   * With `alsoErases` its next opening erases all other spaces. `others` as in `create`.
   */
  createSecond(
    secret: string,
    pack: Pack,
    data: string,
    alsoErases: boolean,
    others: readonly string[],
  ): Promise<CreateOutcome>;
  /** Give the second space a newer pack, keeping its data. */
  refreshSecond(pack: Pack): Promise<SaveOutcome>;
  /** Overwrite the second space; `refused` when its own secret was changed or the phone would not. */
  removeSecond(): Promise<SaveOutcome>;
  hasSecond(): Promise<boolean>;
  /** Make, or replace, a secret whose typing erases all spaces and is answered like any entry. */
  createEraser(secret: string, others: readonly string[]): Promise<CreateOutcome>;
  removeEraser(): Promise<SaveOutcome>;
  hasEraser(): Promise<boolean>;
  /** Keep the pieces of the open space with these ids and `added`, and no others. */
  keepPieces(ids: readonly string[], added: Piece | null): Promise<SaveOutcome>;
  /** The bytes of one piece; `null` where there is none. */
  piece(id: string): Promise<Bytes | null>;
  /** End the worker and every key in it. */
  terminate(): void;
}
