/** Records a voice, and plays one; no recorder of the browser's, because that makes Blobs (docs/decisions/pieces.md). */

import type { Bytes } from "../../../cover/base/bytes.ts";
import { MAX_VOICE_SECONDS } from "../../model/calm.ts";
import { decodeVoice, encodeVoice, resampled, VOICE_RATE } from "./adpcm.ts";

const CHUNK = 4_096;

/** One recording under way. */
export interface Recording {
  /** Stop and give what was recorded; a second call gives the same. */
  readonly finish: () => Bytes;
}

/** Ask for the microphone and record until `finish`, at most a minute; throws what the browser throws. */
export async function record(onSeconds: (seconds: number) => void): Promise<Recording> {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  const context = new AudioContext();
  const source = context.createMediaStreamSource(stream);
  // The one way to the samples that needs no script of its own address.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  const tap = context.createScriptProcessor(CHUNK, 1, 1);
  const chunks: Float32Array[] = [];
  const most = MAX_VOICE_SECONDS * context.sampleRate;
  let count = 0;
  let made: Bytes | null = null;
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  tap.onaudioprocess = ({ inputBuffer }) => {
    if (made !== null || count >= most) return;
    chunks.push(inputBuffer.getChannelData(0).slice(0, most - count));
    count = Math.min(most, count + CHUNK);
    onSeconds(Math.floor(count / context.sampleRate));
  };
  source.connect(tap).connect(context.destination);
  return {
    finish: () => {
      if (made !== null) return made;
      for (const track of stream.getTracks()) track.stop();
      source.disconnect();
      made = encodeVoice(resampled(joined(chunks, count), context.sampleRate));
      void context.close();
      for (const chunk of chunks.splice(0)) chunk.fill(0);
      return made;
    },
  };
}

/** Play kept bytes; the returned function stops it, `onEnd` is called when it comes to its end. */
export function play(bytes: Bytes, onEnd: () => void): () => void {
  const samples = decodeVoice(bytes);
  const context = new AudioContext();
  const buffer = new AudioBuffer({
    length: Math.max(samples.length, 1),
    sampleRate: VOICE_RATE,
  });
  buffer.copyToChannel(samples, 0);
  const source = new AudioBufferSourceNode(context, { buffer });
  source.connect(context.destination);
  source.addEventListener("ended", onEnd);
  source.start();
  return () => {
    source.disconnect();
    if (context.state !== "closed") void context.close();
  };
}

function joined(chunks: readonly Float32Array[], count: number): Float32Array {
  const all = new Float32Array(count);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk.subarray(0, count - at), at);
    at += chunk.length;
  }
  return all;
}
