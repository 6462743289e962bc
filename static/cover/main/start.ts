/** Wire one cover to the box, the opener and the exit. */

import { watchCases } from "../base/casing.ts";
import type { CoverView, MountCover } from "../base/cover.ts";
import type { Keeps } from "../base/host.ts";
import { writtenAs } from "../base/language.ts";
import { readPage } from "../base/page.ts";
import { reminders } from "../base/reminders.ts";
import { startWorker } from "../base/trust.ts";
import { makeTranslate } from "../base/words.ts";
import { connectBox } from "../box/client.ts";
import { bounce } from "../leave/bounce.ts";
import { makeOpener } from "../opener/opener.ts";
import { type Running, runPack } from "../opener/run.ts";
import { aboutLines } from "./about.ts";
import { freshenOnce } from "./freshen.ts";
import { catchInstall } from "./install.ts";
import { makeKeeping } from "./keeping.ts";
import { changeLanguage, workOffline } from "./offline.ts";

const retryMs = 30_000;

/** Start the cover in this page. */
export function startCover(mount: MountCover): void {
  const page = readPage();
  const path = `/${page.cover}/`;
  const root = document.getElementById("app") ?? document.body;
  const translate = makeTranslate(page.words);
  watchCases();
  const install = catchInstall();
  let keeps: Keeps = "memory";
  let running: Running | null = null;
  let isOpening = false;
  const held = new EventTarget();

  const box = connectBox(startWorker(page.keeper), path, {
    onHeld(data, how) {
      keeps = how;
      if (keeping.isNews(data)) view.show(data);
      view.away(false);
      held.dispatchEvent(new Event("held"));
    },
    onWaiting: () => view.away(true),
    onLost() {
      running?.leave();
      view.away(true);
    },
    onWiped: () => void reminders.stop(""),
  });
  const keeping = makeKeeping(box);
  const takeIfSeen = (): void => {
    if (document.visibilityState === "visible") box.take(false);
  };
  const parts = {
    ...{ page, path, box, cover: root, install },
    closeWord: translate("Close"),
    keeps: () => keeps,
    focusCover: () => view.focus(),
  };
  const entered = makeOpener({
    box,
    async run(opened, kit) {
      // One at a time: a second layer would still be there when the first is taken away.
      if (running !== null || isOpening) return false;
      isOpening = true;
      try {
        running = await runPack(parts, opened, kit);
      } finally {
        isOpening = false;
        // An opened space that nobody sees is closed again at once.
        if (running === null) await box.letGo().then(takeIfSeen);
      }
      return running !== null;
    },
    retry: () =>
      new Promise((resolve) => {
        held.addEventListener("held", () => resolve(), { once: true });
        setTimeout(resolve, retryMs);
      }),
  });
  const view: CoverView = mount({
    ...{ root, translate, reminders },
    language: writtenAs(page.language, navigator.languages),
    about: () => aboutLines(translate, keeps),
    save: (data) => keeping.save(data),
    entered: (text) => keeping.during(entered(text)),
  });
  const freshen = freshenOnce(
    path,
    () => running === null && !isOpening && view.isAtRest() && keeping.isAllKept(),
  );
  watchPage(
    path,
    root,
    box.take.bind(box),
    () => keeping.letGo(() => document.visibilityState === "hidden").then(freshen),
    () => running !== null,
  );
  takeIfSeen();
  void workOffline(path);
}

/** Follow the page's own events: shown, hidden, brought back, another window, another language. */
function watchPage(
  path: string,
  root: HTMLElement,
  take: (isForced: boolean) => void,
  letGo: () => Promise<void>,
  isRunning: () => boolean,
): void {
  document.addEventListener("visibilitychange", () => {
    if (isRunning()) return;
    if (document.visibilityState === "visible") take(false);
    else void letGo();
  });
  addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    // A page brought back from memory may have shown more than the cover: start afresh.
    if (isRunning()) void bounce(path, false);
    else take(false);
  });
  root.addEventListener("take", () => take(true));
  root.addEventListener("language", (event) => {
    void changeLanguage(String((event as CustomEvent<unknown>).detail));
  });
}
