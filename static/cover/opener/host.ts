/** Build the host: the only thing the inner app is given. */

import type { Host, Kit } from "../base/host.ts";
import { fetchItems, fetchSheet } from "../base/net.ts";
import { reminders } from "../base/reminders.ts";
import { textBoxes } from "../base/textbox.ts";
import type { Pack } from "../box/messages.ts";
import { type Clipboard, copyText } from "../leave/traces.ts";
import { getKnownPack } from "./known.ts";
import type { Layer } from "./layer.ts";
import type { RunParts } from "./run.ts";

/** What changes from one opening to the next. */
export interface Lent extends Pick<Host, "setLeaving" | "onLeave" | "leave" | "pick"> {
  readonly kit: Kit | null;
  readonly data: string | null;
  readonly clipboard: Clipboard;
  /** The cover and its storage are to go too: leave by way of the server. */
  readonly reset: () => void;
  /** The space held an older pack than the one that runs. */
  readonly isRenewed: boolean;
}

/** Make the host for one opening of the inner app in `layer`. */
export function makeHost(parts: RunParts, layer: Layer, pack: Pack, lent: Lent): Host {
  const { box, page } = parts;
  let hasSpace = lent.kit === null;
  return {
    cover: page.cover,
    keeps: parts.keeps(),
    isInstalled: matchMedia("(display-mode: standalone)").matches,
    kit: lent.kit,
    data: lent.data,
    root: layer.root,
    boxes: textBoxes,
    style: (css) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      layer.shadow.adoptedStyleSheets = [...layer.shadow.adoptedStyleSheets, sheet];
    },
    save: (data) => (hasSpace ? box.save(data) : Promise.resolve("refused")),
    create: async (secret, data, others) => {
      const outcome = await box.create(secret, pack, data, others);
      if (outcome === "saved") hasSpace = true;
      return outcome;
    },
    changeSecret: (secret) => box.changeSecret(secret),
    keepPieces: (ids, added) =>
      hasSpace ? box.keepPieces(ids, added) : Promise.resolve("refused"),
    piece: (id) => box.piece(id),
    pick: lent.pick,
    setLeaving: lent.setLeaving,
    leave: lent.leave,
    onLeave: lent.onLeave,
    erase: async (isEverything) => {
      if (!(await box.erase())) return false;
      // Nothing may be written again on the way out: what was unsaved is to be gone as well.
      hasSpace = false;
      lent.onLeave(() => null);
      if (isEverything) lent.reset();
      lent.leave();
      return true;
    },
    copy: (text) => copyText(lent.clipboard, text),
    items: async (language) => {
      const path = page.items[language];
      return path === undefined ? [] : fetchItems(path);
    },
    fetchSheet,
    changePack: async (path) => {
      const other = await getKnownPack(path, page);
      return other !== null && (await box.changePack(other)) === "saved";
    },
    createSecond: async (secret, path, alsoErases, others) => {
      const other = await getKnownPack(path, page);
      if (other === null) return "refused";
      return box.createSecond(secret, other, "", alsoErases, others);
    },
    refreshSecond: async (path) => {
      if (!lent.isRenewed || !(await box.hasSecond())) return;
      const other = await getKnownPack(path, page);
      if (other !== null) await box.refreshSecond(other);
    },
    removeSecond: () => box.removeSecond(),
    hasSecond: () => box.hasSecond(),
    createEraser: (secret, others) => box.createEraser(secret, others),
    removeEraser: () => box.removeEraser(),
    hasEraser: () => box.hasEraser(),
    // A calculator that sends notes would be looked at twice.
    reminders: page.cover === "list" ? reminders : null,
    install: parts.install,
  };
}
