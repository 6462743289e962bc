/** Dragging a row of a list by its handle; both packs have rows that can be put in order. */

import { aside, placeAt } from "./drag.ts";

/** How far a finger may slip before a press becomes a drag, in CSS pixels. */
const SLIP = 6;
/** How near to the edge a row makes the list scroll, and how fast at most, in CSS pixels. */
const EDGE = 72;
const SPEED = 12;

/** What a drag tells. */
export interface DragWatch {
  readonly onStart: () => void;
  /** The row was let go over this place, which is not its own. */
  readonly onDrop: (to: number) => void;
}

/** Let the row around `handle` follow the pointer of `down` until it is let go. */
export function drag(down: PointerEvent, handle: HTMLElement, watch: DragWatch): void {
  const row = handle.closest("li");
  const list = row?.parentElement;
  const scroller = handle.closest<HTMLElement>(".app");
  if (!row || !list || !scroller) return;
  const rows = [...list.children].filter((child) => child instanceof HTMLLIElement);
  const from = rows.indexOf(row);
  const middles = rows.map((each) => each.offsetTop + each.offsetHeight / 2);
  const height = row.offsetHeight;
  const startTop = scroller.scrollTop;
  let [pointer, to, isDragging, frame] = [down.clientY, from, false, 0];

  const draw = (): void => {
    scroller.scrollTop += pull(pointer, scroller.getBoundingClientRect());
    const shift = pointer - down.clientY + scroller.scrollTop - startTop;
    to = placeAt(middles, from, (middles[from] ?? 0) + shift);
    for (const [at, each] of rows.entries()) {
      each.style.translate = `0 ${at === from ? shift : aside(at, from, to, height)}px`;
    }
    frame = requestAnimationFrame(draw);
  };
  const move = (event: PointerEvent): void => {
    pointer = event.clientY;
    if (isDragging || Math.abs(pointer - down.clientY) < SLIP) return;
    isDragging = true;
    watch.onStart();
    row.classList.add("dragged");
    draw();
  };
  const end = (event: PointerEvent): void => {
    listening.abort();
    cancelAnimationFrame(frame);
    row.classList.remove("dragged");
    for (const each of rows) each.style.translate = "";
    if (isDragging && event.type === "pointerup" && to !== from) watch.onDrop(to);
  };
  const listening = new AbortController();
  const { signal } = listening;
  handle.setPointerCapture(down.pointerId);
  handle.addEventListener("pointermove", move, { signal });
  handle.addEventListener("pointerup", end, { signal });
  handle.addEventListener("pointercancel", end, { signal });
}

/** How far to scroll in this frame for a pointer near the upper or lower edge. */
function pull(pointer: number, edges: DOMRect): number {
  const above = edges.top + EDGE - pointer;
  const below = pointer - (edges.bottom - EDGE);
  if (above > 0) return -Math.min(SPEED, above / 4);
  return below > 0 ? Math.min(SPEED, below / 4) : 0;
}
