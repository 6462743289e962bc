/** A process that saves, and is killed the moment the save was acknowledged. */

import { makeFsShelf } from "./fs_shelf.ts";
import { openBox, plan } from "./helpers.ts";

const box = await openBox(makeFsShelf(process.argv[2] ?? ""));
await box.create("first", plan, "", []);
const outcome = await box.save("saved just before");
if (outcome === "saved") process.kill(process.pid, "SIGKILL");
