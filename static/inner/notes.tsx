/** Entry of the notes pack: announce how the notebook is opened; nothing runs before that. */

import type { StartPack } from "../cover/base/host.ts";
import { startNotebook } from "./notebook/start.tsx";

const start: StartPack = startNotebook;
document.dispatchEvent(new CustomEvent("app", { detail: start }));
