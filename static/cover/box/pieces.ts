/** The third stream: pieces of bytes beside the text, each under an id of its own (docs/box-format.md §5). */

import { type Bytes, concat } from "../base/bytes.ts";
import { CoverError } from "../base/errors.ts";

/** One piece: its id, 16 hex digits, and its bytes. */
export type Piece = readonly [id: string, bytes: Bytes];

/** Most bytes of one piece, and most pieces of one space. */
export const maxPieceBytes = 0x10_0000;
export const maxPieces = 64;

const idBytes = 8;
const headBytes = idBytes + 4;
const idPattern = /^[0-9a-f]{16}$/;

/** List the pieces of a stream, as views into it; what is unsound ends the list. */
export function readPieces(stream: Bytes): readonly Piece[] {
  const pieces: Piece[] = [];
  for (let at = 0; at + headBytes <= stream.length && pieces.length < maxPieces;) {
    const id = Array.from(stream.subarray(at, at + idBytes), toHex).join("");
    const length = new DataView(stream.buffer, stream.byteOffset + at).getUint32(idBytes);
    const end = at + headBytes + length;
    if (length > maxPieceBytes || end > stream.length) break;
    pieces.push([id, stream.subarray(at + headBytes, end)]);
    at = end;
  }
  return pieces;
}

/** Write pieces one behind the other; throws `full` over a ceiling, `refused` for a wrong id. */
export function writePieces(pieces: readonly Piece[]): Bytes {
  if (pieces.length > maxPieces) throw new CoverError("full");
  return concat(...pieces.flatMap(([id, bytes]) => [head(id, bytes.length), bytes]));
}

function head(id: string, length: number): Bytes {
  if (!idPattern.test(id)) throw new CoverError("refused");
  if (length > maxPieceBytes) throw new CoverError("full");
  const bytes = new Uint8Array(headBytes);
  for (let at = 0; at < idBytes; at++)
    bytes[at] = parseInt(id.slice(2 * at, 2 * at + 2), 16);
  new DataView(bytes.buffer).setUint32(idBytes, length);
  return bytes;
}

function toHex(byte: number): string {
  return byte.toString(16).padStart(2, "0");
}
