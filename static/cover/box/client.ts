/** The page's side of the box: calls go to the worker, answers and verdicts come back. */

import type { Bytes } from "../base/bytes.ts";
import type { CreateOutcome, SaveOutcome } from "../base/host.ts";
import { eraserKind, plainKind } from "./envelope.ts";
import type { BoxClient, BoxEvents, Verdict } from "./messages.ts";
import {
  type Answer,
  type AnsweredCall,
  answerReply,
  answerWithout,
  type Call,
  changePackCall,
  changeSecretCall,
  createCall,
  eraseCall,
  hasCall,
  heldReply,
  isSave,
  keepPiecesCall,
  letGoCall,
  openCall,
  pieceCall,
  putCall,
  refreshCall,
  removeCall,
  type Reply,
  saveCall,
  saveCoverCall,
  savedReply,
  takeCall,
  verdictReply,
  waitingReply,
  wipedReply,
} from "./wire.ts";

interface Asked {
  readonly call: AnsweredCall;
  readonly resolve: (answer: Answer) => void;
}

/** Talk to the box of the cover at `path` through its worker. */
export function connectBox(worker: Worker, path: string, events: BoxEvents): BoxClient {
  const asked: Asked[] = [];
  const entries: Asked[] = [];
  const saves: Asked[] = [];
  let isGone = false;

  const post = (call: Call): void => worker.postMessage(call);
  // The worker answers each kind of call with its own kind of answer.
  const ask = <T extends Answer>(...call: AnsweredCall): Promise<T> =>
    new Promise<Answer>((resolve) => {
      if (isGone) {
        resolve(answerWithout(call));
        return;
      }
      const queue = call[0] === openCall ? entries : isSave(call) ? saves : asked;
      queue.push({ call, resolve });
      post(call);
    }) as Promise<T>;
  const end = (): void => {
    isGone = true;
    for (const queue of [asked, saves, entries])
      for (const { call, resolve } of queue.splice(0)) resolve(answerWithout(call));
  };

  worker.addEventListener("message", ({ data: reply }: MessageEvent<Reply>) => {
    if (isGone) return;
    if (reply[0] === answerReply) asked.shift()?.resolve(reply[1]);
    else if (reply[0] === savedReply) saves.shift()?.resolve(reply[1]);
    else if (reply[0] === verdictReply) entries.shift()?.resolve(reply[1]);
    else if (reply[0] === heldReply) events.onHeld(reply[1], reply[2]);
    else if (reply[0] === waitingReply) events.onWaiting();
    else if (reply[0] === wipedReply) events.onWiped();
    else events.onLost();
  });
  // A worker that never starts must not leave anyone waiting.
  worker.addEventListener("error", end);

  return {
    take: (isForced) => {
      if (!isGone) post([takeCall, path, isForced]);
    },
    letGo: async () => {
      await ask<null>(letGoCall);
    },
    saveCover: (data) => ask<SaveOutcome>(saveCoverCall, data),
    open: (entry) => ask<Verdict>(openCall, entry),
    save: (data) => ask<SaveOutcome>(saveCall, data),
    create: (...args) => ask<CreateOutcome>(createCall, ...args),
    changeSecret: (secret) => ask<CreateOutcome>(changeSecretCall, secret),
    changePack: (pack) => ask<SaveOutcome>(changePackCall, pack),
    erase: () => ask<boolean>(eraseCall),
    createSecond: (secret, pack, data, alsoErases, others) =>
      ask<CreateOutcome>(putCall, plainKind, secret, pack, data, alsoErases, others),
    refreshSecond: (pack) => ask<SaveOutcome>(refreshCall, pack),
    removeSecond: () => ask<SaveOutcome>(removeCall, plainKind),
    hasSecond: () => ask<boolean>(hasCall, plainKind),
    createEraser: (secret, others) => {
      const nothing = { path: "", code: "" };
      return ask<CreateOutcome>(putCall, eraserKind, secret, nothing, "", false, others);
    },
    removeEraser: () => ask<SaveOutcome>(removeCall, eraserKind),
    keepPieces: (ids, added) => ask<SaveOutcome>(keepPiecesCall, ids, added),
    piece: (id) => ask<Bytes | null>(pieceCall, id),
    hasEraser: () => ask<boolean>(hasCall, eraserKind),
    terminate: () => {
      worker.terminate();
      end();
    },
  };
}
