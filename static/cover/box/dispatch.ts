/** One call of the page, done by the box. */

import { sourceHash } from "../base/source.ts";
import type { Box } from "./box.ts";
import {
  type Answer,
  type AnsweredCall,
  changePackCall,
  changeSecretCall,
  createCall,
  hasCall,
  keepPiecesCall,
  type letGoCall,
  openCall,
  pieceCall,
  putCall,
  refreshCall,
  removeCall,
  saveCall,
  saveCoverCall,
} from "./wire.ts";

async function opened(box: Box, entry: string): Promise<Answer> {
  const found = await box.open(entry);
  return found === null ? null : { ...found, source: await sourceHash(found.pack.code) };
}

/** Let the box do `call`. */
export function ask(
  box: Box,
  call: Exclude<AnsweredCall, readonly [typeof letGoCall]>,
): Promise<Answer> {
  switch (call[0]) {
    case saveCoverCall:
      return box.saveCover(call[1]);
    case openCall:
      return opened(box, call[1]);
    case saveCall:
      return box.save(call[1]);
    case createCall:
      return box.create(call[1], call[2], call[3], call[4]);
    case changeSecretCall:
      return box.changeSecret(call[1]);
    case changePackCall:
      return box.changePack(call[1]);
    case putCall: {
      const [, kind, secret, pack, data, erasesOthers, others] = call;
      return box.putCompanion(secret, { kind, pack, data, erasesOthers }, others);
    }
    case removeCall:
      return box.removeCompanion(call[1]);
    case refreshCall:
      return box.refreshCompanion(call[1]);
    case hasCall:
      return box.hasCompanion(call[1]);
    case keepPiecesCall:
      return box.keepPieces(call[1], call[2]);
    case pieceCall:
      return Promise.resolve(box.piece(call[1]));
    default:
      return box.erase();
  }
}
