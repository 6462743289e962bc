/** Opens the notebook in what the host lends. */

import { language, pages } from "content";
import { render } from "preact";
import type { Host } from "../../cover/base/host.ts";
import { setLanguage } from "../../cover/base/language.ts";
import { keepToSeen } from "../shared/seen.ts";
import { BoxesContext } from "../ui/textbox.tsx";
import { App } from "./app.tsx";
import { sheets } from "./css/sheets.ts";
import { Keeper } from "./model/keeper.ts";
import { readNotebook } from "./model/read.ts";
import { makeStarter } from "./model/starter.ts";

/** Open the notebook inside `host.root`; one that was never written in has the starter pages. */
export function startNotebook(host: Host): void {
  const notebook = readNotebook(host.data) ?? makeStarter(pages);
  const keeper = new Keeper(host, notebook, (work, ms) => void setTimeout(work, ms));
  host.onLeave(keeper.last);
  for (const sheet of sheets) host.style(sheet);
  setLanguage(host.root, language);
  keepToSeen(host.root);
  const isPassing = host.keeps === "memory";
  render(
    <BoxesContext.Provider value={host.boxes}>
      <App keeper={keeper} scroller={host.root} isPassing={isPassing} />
    </BoxesContext.Provider>,
    host.root,
  );
}
