/** Run an inner app: check its pack, lay the layer, hand over the host, arm the exit. */

import type { Kit, LeaveChoices, StartPack } from "../base/host.ts";
import type { Page } from "../base/page.ts";
import { sourceHash } from "../base/source.ts";
import { runModule } from "../base/trust.ts";
import type { BoxClient, Opened, Pack } from "../box/messages.ts";
import { armLeaving } from "../leave/leave.ts";
import { makePicking } from "../leave/pick.ts";
import { refuseKeeping } from "../leave/stay.ts";
import type { Clipboard } from "../leave/traces.ts";
import { makeHost } from "./host.ts";
import { getKnownPack } from "./known.ts";
import { openLayer } from "./layer.ts";

const startMs = 5_000;
const renewMs = 1_500;

/** What running needs from the page. */
export interface RunParts {
  readonly page: Page;
  readonly path: string;
  readonly box: BoxClient;
  readonly cover: HTMLElement;
  readonly closeWord: string;
  readonly keeps: () => ReturnType<typeof makeHost>["keeps"];
  /** Put focus back into the cover. */
  readonly focusCover: () => void;
  /** Offer the browser's own install dialog. */
  readonly install: () => Promise<boolean>;
}

/** The handle of a running inner app. */
export interface Running {
  readonly leave: () => void;
}

const firstChoices: LeaveChoices = {
  idleSeconds: 180,
  onFaceDown: false,
  onShake: false,
  exitSite: "",
};

/**
 * Choose the pack to run: the kept one, or the current release's where the kept one is old.
 *
 * A newer pack is asked for only when this page already knows of a newer release, so that an
 * ordinary opening makes no request. `null`: neither may run under this page's CSP.
 */
async function choosePack({ pack, source }: Opened, page: Page): Promise<Pack | null> {
  const place = page.known.indexOf(source ?? (await sourceHash(pack.code)));
  if (place >= 0 && place < page.fresh) return pack;
  const newer = getKnownPack(pack.path, page);
  if (place < 0) return newer;
  // The old pack does; a network that does not answer must not keep the person waiting.
  const limit = new Promise<null>((resolve) => setTimeout(() => resolve(null), renewMs));
  return (await Promise.race([newer, limit])) ?? pack;
}

/** Fetch the page of the present release and show it: this one may not run what was handed out. */
async function renewPage(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration();
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), {
    once: true,
  });
  await registration?.update();
}

/** Run the inner app of `opened`; `null` when its pack may not run or nobody is looking. */
export async function runPack(
  parts: RunParts,
  opened: Opened,
  kit: Kit | null,
): Promise<Running | null> {
  const pack = await choosePack(opened, parts.page);
  if (pack === null && kit !== null) void renewPage().catch(() => null);
  const start = pack === null ? null : await startOf(pack.code);
  // Asked last, with no wait before the triggers are armed: nobody may be looking any more.
  if (pack === null || start === null || document.visibilityState === "hidden")
    return null;
  refuseKeeping(parts.path);
  const layer = openLayer(parts.cover, parts.closeWord);
  const clipboard: Clipboard = { wasUsed: false };
  const picking = makePicking(layer.element);
  let choices = kit === null ? firstChoices : { ...firstChoices, exitSite: kit.exitSite };
  let last: () => string | null = () => null;
  let isReset = false;
  const leave = armLeaving({
    path: parts.path,
    isReset: () => isReset,
    closeButton: layer.closeButton,
    clipboard,
    picking,
    choices: () => choices,
    bare: () => {
      // A caret would be given a new place in the cover, looked for row by row.
      getSelection()?.removeAllRanges();
      layer.element.remove();
    },
    // Ending `inert` costs a new look at every element of the cover: not before it is shown.
    revive: () => {
      parts.cover.inert = false;
      parts.focusCover();
    },
    last: () => last(),
    save: (data) => parts.box.save(data),
    end: () => parts.box.terminate(),
  });
  const isRenewed = kit === null && pack !== opened.pack;
  if (isRenewed) void parts.box.changePack(pack);
  const host = makeHost(parts, layer, pack, {
    kit,
    data: kit === null ? opened.data : null,
    clipboard,
    isRenewed,
    leave,
    pick: (accept) => picking.pick(accept),
    setLeaving: (chosen) => {
      choices = chosen;
    },
    onLeave: (hand) => {
      last = hand;
    },
    reset: () => {
      isReset = true;
    },
  });
  try {
    start(host);
  } catch {
    leave();
  }
  return { leave };
}

/** Run the pack's code and wait for it to announce how it is started. */
function startOf(code: string): Promise<StartPack | null> {
  return new Promise((resolve) => {
    const announced = (event: Event): void => {
      resolve((event as CustomEvent<StartPack>).detail);
    };
    document.addEventListener("app", announced, { once: true });
    setTimeout(() => {
      document.removeEventListener("app", announced);
      resolve(null);
    }, startMs);
    runModule(code);
  });
}
