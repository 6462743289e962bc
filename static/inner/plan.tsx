/** Entry of the plan pack: announce how the app is started; nothing runs before that. */

import type { StartPack } from "../cover/base/host.ts";
import { startApp } from "./start.tsx";

const start: StartPack = startApp;
document.dispatchEvent(new CustomEvent("app", { detail: start }));
