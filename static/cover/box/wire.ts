/** What goes over the wire between page and worker: short arrays that start with a number. */

import type { Bytes } from "../base/bytes.ts";
import type { CreateOutcome, Keeps, SaveOutcome } from "../base/host.ts";
import type { Kind } from "./envelope.ts";
import type { Pack, Verdict } from "./messages.ts";
import type { Piece } from "./pieces.ts";

export const takeCall = 0;
export const letGoCall = 1;
export const saveCoverCall = 2;
export const openCall = 3;
export const saveCall = 4;
export const createCall = 5;
export const changeSecretCall = 6;
export const changePackCall = 7;
export const eraseCall = 8;
export const putCall = 9;
export const removeCall = 10;
export const refreshCall = 11;
export const hasCall = 12;
export const keepPiecesCall = 13;
export const pieceCall = 14;

/**
 * From the page; every call but `takeCall` is answered.
 *
 * Verdicts on entries come in the order of the entries, word of saves in the order of the saves, all
 * other answers in that of their calls.
 */
export type Call =
  readonly [typeof takeCall, path: string, isForced: boolean] | AnsweredCall;

/** A call that gets one answer. */
export type AnsweredCall =
  | readonly [typeof letGoCall | typeof eraseCall]
  | readonly [typeof saveCoverCall | typeof saveCall, data: string]
  | readonly [typeof openCall, entry: string]
  | readonly [typeof createCall, string, Pack, string, others: readonly string[]]
  | readonly [typeof changeSecretCall, secret: string]
  | readonly [typeof changePackCall | typeof refreshCall, Pack]
  | readonly [
      typeof putCall,
      Kind,
      string,
      Pack,
      string,
      boolean,
      others: readonly string[],
    ]
  | readonly [typeof removeCall | typeof hasCall, Kind]
  | readonly [typeof keepPiecesCall, ids: readonly string[], added: Piece | null]
  | readonly [typeof pieceCall, id: string];

export type Answer = SaveOutcome | CreateOutcome | Verdict | boolean | Bytes;

export const answerReply = 0;
export const heldReply = 1;
export const waitingReply = 2;
export const lostReply = 3;
export const verdictReply = 4;
export const wipedReply = 5;
export const savedReply = 6;

/** From the worker. */
export type Reply =
  | readonly [typeof answerReply | typeof verdictReply | typeof savedReply, Answer]
  | readonly [typeof heldReply, data: string | null, Keeps]
  | readonly [typeof waitingReply]
  | readonly [typeof lostReply | typeof wipedReply];

/** Say whether a call is a save, which goes before all that can wait. */
export function isSave(call: Call): boolean {
  return call[0] === saveCall || call[0] === saveCoverCall;
}

/** What a call is answered when the work failed or there is no worker to do it. */
export function answerWithout(call: AnsweredCall): Answer {
  switch (call[0]) {
    case letGoCall:
    case pieceCall:
      return null;
    case openCall:
      return "unknown";
    case eraseCall:
    case hasCall:
      return false;
    default:
      return "refused";
  }
}
