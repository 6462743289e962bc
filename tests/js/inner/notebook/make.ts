/** Notebooks for the tests, written as short as they can be read. */

import type {
  Line,
  NewId,
  Page,
} from "../../../../static/inner/notebook/model/notebook.ts";

/** Ids "new1", "new2", … in the order in which they are asked for. */
export function counter(): NewId {
  let count = 0;
  return () => {
    count += 1;
    return `new${count}`;
  };
}

/** Lines from texts: "[ ] milk" and "[x] milk" are entries. The ids are the places: "0", "1", … */
export function lines(...texts: readonly string[]): readonly Line[] {
  return texts.map((text, at) => {
    const entry = /^\[(.)\] ?(.*)$/.exec(text);
    if (entry === null) return { kind: "text", id: String(at), text };
    return {
      kind: "entry",
      id: String(at),
      text: entry[2] ?? "",
      isDone: entry[1] === "x",
    };
  });
}

/** The reverse of `lines`. */
export function texts(from: readonly Line[]): readonly string[] {
  return from.map((line) =>
    line.kind === "text" ? line.text : `[${line.isDone ? "x" : " "}] ${line.text}`,
  );
}

/** A page whose name is its id. */
export function page(id: string, ...parts: readonly string[]): Page {
  return { id, name: id, colour: "plain", isPinned: false, lines: lines(...parts) };
}
