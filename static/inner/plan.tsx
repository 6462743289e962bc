/** Entry of the plan pack: announce how the app is started; nothing runs before that. */

import type { StartPack } from "../cover/base/host.ts";
import "content";
import { startApp } from "./start.tsx";
import { sheets } from "./css/sheets.ts";

const start: StartPack = (host) => {
  // One sheet, because each makes the browser look at everything again.
  host.style(sheets.join("\n"));
  startApp(host);
};
document.dispatchEvent(new CustomEvent("app", { detail: start }));
