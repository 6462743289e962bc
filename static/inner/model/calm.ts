/** What the person keeps for the tools of Calm: own words, songs, pictures, a voice, how it is felt. */

import type { Item } from "./document.ts";

/** One picture; its bytes are a piece of the box with the same id. */
export interface Picture {
  readonly id: string;
  /** What the person calls it; may be empty. */
  readonly text: string;
}

/** One voice note; its bytes are a piece of the box with the same id. */
export interface Voice {
  readonly id: string;
  readonly seconds: number;
}

/** Everything that is kept for Calm. */
export interface Calm {
  /** The phone hums where a tool has a rhythm. */
  readonly isFelt: boolean;
  /** A voice of the phone reads the steps aloud. */
  readonly isRead: boolean;
  /** Place in the list of loudnesses. */
  readonly loudness: number;
  /** The person's own words, by the name that a step keeps them under. */
  readonly words: Readonly<Record<string, string>>;
  /** Kind sentences to say to oneself. */
  readonly sentences: readonly Item[];
  /** Lines of the comfort box. */
  readonly lines: readonly Item[];
  readonly songs: readonly Item[];
  readonly pictures: readonly Picture[];
  readonly voice: Voice | null;
}

/** Most pictures in the comfort box: with them the box stays in its third size. */
export const MAX_PICTURES = 40;

/** Longest voice note. */
export const MAX_VOICE_SECONDS = 60;

/** How loud sounds can be, softest first; parts of full. */
export const LOUDNESSES = [0.06, 0.14, 0.3, 0.6, 1] as const;

/** What is kept while nothing was. */
export function makeCalm(): Calm {
  return {
    isFelt: false,
    isRead: false,
    loudness: 2,
    words: {},
    sentences: [],
    lines: [],
    songs: [],
    pictures: [],
    voice: null,
  };
}

/** Ids of the pieces that `calm` still needs. */
export function piecesOf(calm: Calm): readonly string[] {
  const ids = calm.pictures.map(({ id }) => id);
  return calm.voice === null ? ids : [...ids, calm.voice.id];
}
