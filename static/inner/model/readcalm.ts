/** Reads back what was kept for Calm. */

import {
  type Calm,
  LOUDNESSES,
  makeCalm,
  MAX_PICTURES,
  MAX_VOICE_SECONDS,
  type Picture,
  type Voice,
} from "./calm.ts";
import { fieldsOf, list, table, whole, word } from "./raw.ts";
import { readItem } from "./readanswers.ts";

const PIECE = /^[0-9a-f]{16}$/;

/** Read everything; older documents have nothing of it. */
export function readCalm(value: unknown): Calm {
  const usual = makeCalm();
  const raw = fieldsOf<Calm>(value);
  if (raw === null) return usual;
  return {
    isFelt: raw.isFelt === true,
    isRead: raw.isRead === true,
    loudness: whole(raw.loudness, usual.loudness, LOUDNESSES.length - 1),
    words: table(raw.words, word),
    sentences: list(raw.sentences, readItem),
    lines: list(raw.lines, readItem),
    songs: list(raw.songs, readItem),
    pictures: list(raw.pictures, readPicture).slice(0, MAX_PICTURES),
    voice: readVoice(raw.voice),
  };
}

function readPicture(value: unknown): Picture | null {
  const item = readItem(value);
  return item !== null && PIECE.test(item.id) ? item : null;
}

function readVoice(value: unknown): Voice | null {
  const raw = fieldsOf<Voice>(value);
  if (typeof raw?.id !== "string" || !PIECE.test(raw.id)) return null;
  return { id: raw.id, seconds: whole(raw.seconds, 0, MAX_VOICE_SECONDS) };
}
