/** Entry of the plan pack: announce how the app is started; nothing runs before that. */

import type { StartPack } from "../cover/base/host.ts";
import "content";
import { startApp } from "./start.tsx";
import { firstSheets, laterSheets } from "./css/sheets.ts";

const start: StartPack = (host) => {
  host.style(firstSheets);
  startApp(host, () => host.style(laterSheets));
};
document.dispatchEvent(new CustomEvent("app", { detail: start }));
