/** Starts the app in what the host lends: read the document, pick the first screen, draw. */

import { render } from "preact";
import { language } from "content";
import type { Host } from "../cover/base/host.ts";
import { setLanguage } from "../cover/base/language.ts";
import { App } from "./app.tsx";
import { Cell } from "./model/cell.ts";
import { isoDay } from "./model/days.ts";
import { makeId } from "./model/document.ts";
import { type Inside, InsideContext, type UndoOffer } from "./model/inside.ts";
import { Pieces } from "./model/pieces.ts";
import { readDocument } from "./model/reader.ts";
import { Routes } from "./model/route.ts";
import { countPractice, firstRoute } from "./model/steps.ts";
import { unpackSheet } from "./model/sheet.ts";
import { type Delay, Store } from "./model/store.ts";
import { keepToSeen } from "./shared/seen.ts";
import { keepFocus } from "./ui/keepfocus.ts";
import { BoxesContext } from "./ui/textbox.tsx";

/** A few frames of a slow phone. */
const LATER_MS = 150;

const delay: Delay = (call, ms) => {
  const timer = setTimeout(call, ms);
  return () => clearTimeout(timer);
};

/** Start the app inside `host.root`; `styleAll` adds what screens beyond Home need to be drawn. */
export function startApp(host: Host, styleAll: () => void): void {
  const opened = readDocument(host.data, host.kit);
  const hasSpace = host.data !== null;
  const store = new Store(host, opened, hasSpace, delay);
  const inside: Inside = {
    host,
    store,
    pieces: new Pieces(store, host),
    routes: new Routes(firstRoute(opened)),
    undo: new Cell<UndoOffer | null>(null),
    checkIn: new Cell(makeId()),
    hushes: new Set(),
  };
  host.root.classList.add("app");
  setLanguage(host.root, language);
  keepFocus(host.root);
  keepToSeen(host.root);
  host.onLeave(() => {
    for (const hush of inside.hushes) {
      try {
        hush();
      } catch {
        // A sound that will not stop must not cost what was written.
      }
    }
    return store.last();
  });
  host.setLeaving(opened.settings.leaving);
  store.change(countPractice(isoDay(new Date())));
  if (opened.kit?.notes !== undefined) void host.refreshSecond(opened.kit.notes);
  void unpackSheet(store);
  inside.routes.trail.watch(() => inside.undo.set(null));
  const finish = laterOf(inside, styleAll);
  if (inside.routes.here.name === "home") delay(finish, LATER_MS);
  else finish();
  inside.routes.trail.watch(finish);
  render(
    <InsideContext.Provider value={inside}>
      <BoxesContext.Provider value={host.boxes}>
        <App />
      </BoxesContext.Provider>
    </InsideContext.Provider>,
    host.root,
  );
}

/** What Home does not show: done once, after its first frames or before another screen is drawn. */
function laterOf({ store, pieces }: Inside, styleAll: () => void): () => void {
  let isDone = false;
  return () => {
    if (isDone) return;
    isDone = true;
    styleAll();
    // Reads what was not read yet.
    Object.values(store.document.value);
    // What was taken out just before the last exit.
    void pieces.tidy();
  };
}
