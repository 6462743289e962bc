/** The voice note: up to a minute, recorded here or not at all. */

import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { MAX_VOICE_SECONDS } from "../../model/calm.ts";
import { makeId } from "../../model/document.ts";
import { useInside } from "../../model/inside.ts";
import { Button } from "../../ui/button.tsx";
import { Sheet } from "../../ui/sheet.tsx";
import { useUndo } from "../../ui/undo.tsx";
import { t } from "../../words.ts";
import { useHush } from "../hush.ts";
import { useCalm } from "../kept.ts";
import { play, record, type Recording } from "./recorder.ts";
import { pieceTrouble } from "./trouble.ts";

type Doing = "nothing" | "asking" | "recording" | "keeping" | "playing";

/** Record, play, take out. */
export function VoiceNote(): JSX.Element {
  const { pieces } = useInside();
  const { calm, put } = useCalm();
  const offerUndo = useUndo();
  const [doing, setDoing] = useState<Doing>("nothing");
  const [isExplained, setExplained] = useState(false);
  const [seconds, setSeconds] = useState(0);
  const [trouble, setTrouble] = useState("");
  const recording = useRef<Recording | null>(null);
  const stopPlaying = useRef<(() => void) | null>(null);
  const isGone = useRef(false);
  const stop = (): void => {
    isGone.current = true;
    recording.current?.finish();
    stopPlaying.current?.();
  };
  useHush(stop, () => {
    // Stop and Back keep what was said; Close drops it.
    void finish();
    stop();
  });
  const { voice } = calm;
  const finish = async (): Promise<void> => {
    const made = recording.current;
    recording.current = null;
    if (made === null) return;
    setDoing("keeping");
    const id = makeId();
    const length = Math.max(1, seconds);
    const outcome = await pieces.keep(id, made.finish(), () => ({
      voice: { id, seconds: length },
    }));
    const said = pieceTrouble(outcome);
    setTrouble(said);
    // After Stop or Back this screen can say nothing any more.
    if (said && isGone.current) offerUndo(said);
    setDoing("nothing");
  };
  const start = async (): Promise<void> => {
    setExplained(false);
    setTrouble("");
    setSeconds(0);
    setDoing("asking");
    try {
      const made = await record(setSeconds);
      // Somebody who left while the phone asked must not be recorded.
      if (isGone.current) {
        made.finish();
        return;
      }
      recording.current = made;
      setDoing("recording");
    } catch {
      setTrouble(t("The phone did not let us use the microphone."));
      setDoing("nothing");
    }
  };
  const hear = async (): Promise<void> => {
    const bytes = voice === null ? null : await pieces.read(voice.id);
    if (bytes === null || isGone.current) return;
    const end = (): void => {
      stopPlaying.current?.();
      stopPlaying.current = null;
      setDoing("nothing");
    };
    stopPlaying.current = play(bytes, end);
    setDoing("playing");
  };
  const remove = (): void => {
    put(() => ({ voice: null }));
    offerUndo(t("Taken out."), () =>
      // Not over one that was recorded since.
      put((now) => ({ voice: now.voice ?? voice })),
    );
  };
  useEffect(() => {
    if (doing === "recording" && seconds >= MAX_VOICE_SECONDS) void finish();
  }, [doing, seconds]);
  return (
    <section class="prompt">
      <h2>{t("A voice")}</h2>
      <p class="hint">{t("Yours, or someone's who is good to you. Up to a minute.")}</p>
      <p class="problem" role="status">
        {trouble}
      </p>
      {doing === "recording" ? (
        <>
          <Meter seconds={seconds} />
          <Button icon="tick" onPress={() => void finish()}>
            {t("Stop and keep it")}
          </Button>
        </>
      ) : doing === "playing" ? (
        <Button
          kind="plain"
          icon="close"
          onPress={() => {
            stopPlaying.current?.();
            stopPlaying.current = null;
            setDoing("nothing");
          }}
        >
          {t("Stop playing")}
        </Button>
      ) : voice !== null && doing === "nothing" ? (
        <div class="voice">
          <Button onPress={() => void hear()}>
            {t("Play, {seconds} seconds", { seconds: voice.seconds })}
          </Button>
          <Button kind="plain" icon="bin" onPress={remove}>
            {t("Take out")}
          </Button>
        </div>
      ) : !pieces.canKeep ? (
        <p class="hint">{t("You can record once you have made your way in.")}</p>
      ) : (
        <Button
          kind="plain"
          icon="plus"
          isBusy={doing !== "nothing"}
          onPress={() => setExplained(true)}
        >
          {doing === "keeping" ? t("Keeping…") : t("Record a voice")}
        </Button>
      )}
      {isExplained && (
        <Sheet title={t("Before you record")} onClose={() => setExplained(false)}>
          <p>
            {t(
              "Your browser will ask if this app may use the microphone. It remembers the answer, and the phone shows a small sign while it records.",
            )}
          </p>
          <p>{t("The recording stays only here. It stops when you close the app.")}</p>
          <Button onPress={() => void start()}>{t("Record now")}</Button>
          <Button kind="plain" onPress={() => setExplained(false)}>
            {t("Not now")}
          </Button>
        </Sheet>
      )}
    </section>
  );
}

/** A bar that grows; the seconds are said to screen readers only now and then. */
function Meter({ seconds }: { readonly seconds: number }): JSX.Element {
  return (
    <div class="meter">
      <span style={`inline-size: ${(seconds / MAX_VOICE_SECONDS) * 100}%`} />
      <p role="status">{t("Recording")}</p>
    </div>
  );
}
