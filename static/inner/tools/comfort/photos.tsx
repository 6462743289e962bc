/** The pictures of the comfort box: small ones side by side, one large when touched. */

import type { JSX, RefObject } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { MAX_PICTURES, type Picture } from "../../model/calm.ts";
import { makeId } from "../../model/document.ts";
import { inserted, replaced, without } from "../../model/lines.ts";
import { useInside } from "../../model/inside.ts";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { Sheet } from "../../ui/sheet.tsx";
import { useUndo } from "../../ui/undo.tsx";
import { t } from "../../words.ts";
import { useCalm } from "../kept.ts";
import { drawable, shrunk } from "./picture.ts";
import { pieceTrouble } from "./trouble.ts";
import { Turns } from "./turns.ts";

const SMALL_EDGE = 320;

/** The grid, and the way to add one. */
export function Photos(): JSX.Element {
  const { host, pieces } = useInside();
  const { calm, put } = useCalm();
  const offerUndo = useUndo();
  const [open, setOpen] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState("");
  const turns = useTurns();
  const { pictures } = calm;
  const shown = pictures.find(({ id }) => id === open);
  const add = async (): Promise<void> => {
    setTrouble("");
    const file = await host.pick("image/*");
    if (file === null) return;
    setBusy(true);
    const bytes = await shrunk(file);
    const id = makeId();
    const outcome =
      bytes === null
        ? "odd"
        : await pieces.keep(id, bytes, (now) => ({
            pictures: [...now.pictures, { id, text: "" }],
          }));
    setBusy(false);
    setTrouble(pieceTrouble(outcome));
  };
  const remove = (picture: Picture): void => {
    const place = pictures.indexOf(picture);
    setOpen(null);
    put((now) => ({ pictures: without(now.pictures, picture.id) }));
    offerUndo(t("Taken out."), () =>
      put((now) => ({ pictures: inserted(now.pictures, picture, place) })),
    );
  };
  return (
    <section class="prompt">
      <h2>{t("Pictures")}</h2>
      <p class="hint">
        {t(
          "A small copy is kept here. Where it was taken is not. The picture on your phone stays there.",
        )}
      </p>
      {pictures.length > 0 && (
        <ul class="photos">
          {pictures.map((picture, at) => (
            <li key={picture.id}>
              <button type="button" class="photo" onClick={() => setOpen(picture.id)}>
                <Canvas id={picture.id} edge={SMALL_EDGE} turns={turns} />
                <span class="quiet">
                  {picture.text.trim() || t("Picture {number}", { number: at + 1 })}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <p class="problem" role="status">
        {trouble}
      </p>
      {!pieces.canKeep ? (
        <p class="hint">{t("You can add pictures once you have made your way in.")}</p>
      ) : pictures.length >= MAX_PICTURES ? (
        <p class="hint">{t("The box is full. Take one out to add another.")}</p>
      ) : (
        <Button kind="plain" icon="plus" isBusy={isBusy} onPress={() => void add()}>
          {isBusy ? t("Keeping…") : t("Add a picture")}
        </Button>
      )}
      {shown && (
        <Sheet title={shown.text.trim() || t("Picture")} onClose={() => setOpen(null)}>
          <div class="photo-large">
            <Canvas id={shown.id} edge={Infinity} turns={turns} />
          </div>
          <Field
            label={t("What it shows")}
            value={shown.text}
            onInput={(text) =>
              put((now) => ({ pictures: replaced(now.pictures, { ...shown, text }) }))
            }
          />
          <Button kind="plain" icon="bin" onPress={() => remove(shown)}>
            {t("Take out")}
          </Button>
        </Sheet>
      )}
    </section>
  );
}

/** The turns in which pictures are drawn while this screen scrolls. */
function useTurns(): Turns {
  const { root } = useInside().host;
  const turns = useMemo(
    () =>
      new Turns({
        now: () => performance.now(),
        wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
      }),
    [],
  );
  useEffect(() => {
    root.addEventListener("scroll", turns.scrolled, { passive: true });
    return () => root.removeEventListener("scroll", turns.scrolled);
  }, [root, turns]);
  return turns;
}

/** A kept picture on a canvas, no larger than `edge`; drawn once it comes into view. */
function Canvas(props: {
  readonly id: string;
  readonly edge: number;
  readonly turns: Turns;
}): JSX.Element {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { pieces } = useInside();
  const [isMissing, setMissing] = useState(false);
  useEffect(() => {
    const place = canvas.current;
    if (place === null) return undefined;
    let takeBack: () => void = () => undefined;
    const watcher = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      watcher.disconnect();
      takeBack = props.turns.add(async () => {
        const bytes = await pieces.read(props.id);
        setMissing(bytes === null || !(await draw(canvas, bytes, props.edge)));
      });
    });
    watcher.observe(place);
    return () => {
      watcher.disconnect();
      takeBack();
      // The pixels go at once, not when somebody tidies up.
      Object.assign(place, { width: 0, height: 0 });
    };
  }, [props.id, props.edge]);
  return (
    <>
      <canvas ref={canvas} aria-hidden="true" />
      {isMissing && <span>{t("This picture is not here any more.")}</span>}
    </>
  );
}

async function draw(
  canvas: RefObject<HTMLCanvasElement | null>,
  bytes: Uint8Array<ArrayBuffer>,
  edge: number,
): Promise<boolean> {
  const picture = await drawable(bytes);
  if (picture === null) return false;
  const { image, width, height } = picture;
  const scale = Math.min(1, edge / Math.max(width, height));
  const place = canvas.current;
  if (place?.isConnected === true) {
    Object.assign(place, {
      width: Math.round(width * scale),
      height: Math.round(height * scale),
    });
    place.getContext("2d")?.drawImage(image, 0, 0, place.width, place.height);
  }
  image.close();
  return true;
}
