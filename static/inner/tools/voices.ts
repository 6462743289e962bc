/** Which of the phone's voices may read aloud. */

/** A voice on this phone for the app's language; `null` where there is none. */
export function ownVoice(
  voices: readonly SpeechSynthesisVoice[],
  wanted: string,
): SpeechSynthesisVoice | null {
  // Other voices send the words to somebody's server.
  const own = voices.filter(
    ({ lang, localService }) =>
      localService && lang.toLowerCase().split(/[-_]/)[0] === wanted,
  );
  return own.find((voice) => voice.default) ?? own[0] ?? null;
}
