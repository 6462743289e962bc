/** Reads the steps of a tool aloud, with a voice that is on the phone itself; only if asked to. */

import { useEffect, useState } from "preact/hooks";
import { language } from "content";
import { useHush } from "./hush.ts";
import { useCalm } from "./kept.ts";
import { ownVoice } from "./voices.ts";

/** The voice that can be used; browsers tell of theirs a moment late. */
export function useVoice(): SpeechSynthesisVoice | null {
  const find = (): SpeechSynthesisVoice | null =>
    "speechSynthesis" in globalThis
      ? ownVoice(speechSynthesis.getVoices(), language)
      : null;
  const [voice, setVoice] = useState(find);
  useEffect(() => {
    if (!("speechSynthesis" in globalThis)) return undefined;
    const look = (): void => setVoice(find());
    speechSynthesis.addEventListener("voiceschanged", look);
    return () => speechSynthesis.removeEventListener("voiceschanged", look);
  }, []);
  return voice;
}

/** Read `text` when it changes, if the person wants that; an empty one only stops the last. */
export function useReadAloud(text: string): void {
  const { calm } = useCalm();
  const voice = useVoice();
  const isWanted = calm.isRead && voice !== null;
  const stop = (): void => {
    if (isWanted) speechSynthesis.cancel();
  };
  useHush(stop);
  useEffect(() => {
    if (!isWanted || text === "") return stop;
    const said = new SpeechSynthesisUtterance(text);
    said.voice = voice;
    said.lang = voice.lang;
    said.rate = 0.9;
    speechSynthesis.cancel();
    speechSynthesis.speak(said);
    return stop;
  }, [text, isWanted, voice]);
}
