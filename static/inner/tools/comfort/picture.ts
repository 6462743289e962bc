/**
 * Shrinks a picture, and turns kept bytes back into one.
 *
 * Only the pixels are taken over, so where and when it was taken does not come along. Nothing is
 * made a Blob, because browsers keep those in a process of their own that outlives the page
 * (docs/decisions/pieces.md).
 */

import type { Bytes } from "../../../cover/base/bytes.ts";

/** Most bytes of one kept picture. */
export const MAX_PICTURE_BYTES = 80_000;

/** Most bytes of a file that is opened at all. */
const MAX_FILE_BYTES = 60_000_000;

/** Longest edge and JPEG quality, tried in turn until the bytes are few enough. */
const TRIES = [
  [1280, 0.72],
  [1280, 0.5],
  [1024, 0.5],
  [800, 0.5],
  [640, 0.45],
  [400, 0.4],
] as const;

/** A picture that can be drawn; whoever asked for it closes it. */
export interface Drawable {
  readonly image: CanvasImageSource & { close(): void };
  readonly width: number;
  readonly height: number;
}

/** Make the few bytes that are kept of a picture; `null` when the file is none. */
export async function shrunk(file: Blob): Promise<Bytes | null> {
  if (file.size > MAX_FILE_BYTES) return null;
  const canvas = document.createElement("canvas");
  try {
    // The browser decodes, turns upright and resizes off this thread.
    const whole = await createImageBitmap(file);
    const edge = Math.max(whole.width, whole.height);
    const isWide = whole.width === edge;
    whole.close();
    for (const [most, quality] of TRIES) {
      const size = Math.min(edge, most);
      const small = await createImageBitmap(file, {
        ...(isWide ? { resizeWidth: size } : { resizeHeight: size }),
        resizeQuality: "high",
      });
      Object.assign(canvas, { width: small.width, height: small.height });
      const pen = canvas.getContext("2d", { willReadFrequently: true });
      // What is see-through becomes white, not black.
      if (pen) pen.fillStyle = "#fff";
      pen?.fillRect(0, 0, small.width, small.height);
      pen?.drawImage(small, 0, 0);
      small.close();
      const bytes = bytesOf(canvas.toDataURL("image/jpeg", quality));
      if (bytes.length <= MAX_PICTURE_BYTES) return bytes;
    }
    return null;
  } catch {
    return null;
  } finally {
    Object.assign(canvas, { width: 0, height: 0 });
  }
}

/** Decode kept bytes; `null` when they are no picture. */
export async function drawable(bytes: Bytes): Promise<Drawable | null> {
  try {
    if (!("ImageDecoder" in globalThis)) {
      const image = await createImageBitmap(new Blob([bytes]));
      return { image, width: image.width, height: image.height };
    }
    const decoder = new ImageDecoder({ data: bytes, type: "image/jpeg" });
    const { image } = await decoder.decode();
    decoder.close();
    return { image, width: image.displayWidth, height: image.displayHeight };
  } catch {
    return null;
  }
}

function bytesOf(url: string): Bytes {
  const text = atob(url.slice(url.indexOf(",") + 1));
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}
