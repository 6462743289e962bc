/** Reordering by pointer: the row follows the finger, its neighbours step aside. */

import { glide } from "./arrange.ts";

/** Less movement than this is a tap. */
const slackPx = 6;
/** How near to the edge of the screen the page begins to scroll, and how fast per frame. */
const edgePx = 96;
const maxScrollPx = 18;

/**
 * Follow a press on a row's handle; `drop` gets the row that now follows, or `null`.
 *
 * A drag that is broken off leaves the rows to `putBack`.
 */
export function followDrag(
  press: PointerEvent,
  handle: Element,
  row: HTMLElement,
  drop: (before: Element | null) => void,
  putBack: () => void,
): void {
  const watching = new AbortController();
  const { signal } = watching;
  // Layout positions throughout: what is seen of a gliding row is not where it belongs.
  const offsetPx = press.clientY + scrollY - row.offsetTop;
  let y = press.clientY;
  let isDragging = false;

  const place = (): void => {
    const wanted = y + scrollY - offsetPx;
    makeWay(row, wanted);
    row.style.transform = `translateY(${wanted - row.offsetTop}px)`;
  };
  const scroll = (): void => {
    if (!isDragging) return;
    const over = Math.min(y - edgePx, 0) || Math.max(y - innerHeight + edgePx, 0);
    if (over !== 0) {
      scrollBy(0, Math.max(-maxScrollPx, Math.min(maxScrollPx, over / 4)));
      place();
    }
    requestAnimationFrame(scroll);
  };
  const finish = (isDropped: boolean): void => {
    watching.abort();
    if (!isDragging) return;
    isDragging = false;
    row.classList.remove("dragged");
    glide([row], () => (row.style.transform = ""));
    // The click that follows the release is part of the drag.
    const stop = new AbortController();
    const swallow = (event: Event): void => event.stopPropagation();
    handle.addEventListener("click", swallow, { signal: stop.signal });
    setTimeout(() => stop.abort());
    if (isDropped) drop(row.nextElementSibling);
    else putBack();
  };
  const move = (event: PointerEvent): void => {
    y = event.clientY;
    if (!isDragging && Math.abs(y - press.clientY) > slackPx) {
      isDragging = true;
      row.classList.add("dragged");
      requestAnimationFrame(scroll);
    }
    if (isDragging) place();
  };

  handle.setPointerCapture(press.pointerId);
  addEventListener("pointermove", move, { signal });
  addEventListener("pointerup", () => finish(true), { signal });
  addEventListener("pointercancel", () => finish(false), { signal });
  addEventListener("keydown", (event) => event.key === "Escape" && finish(false), {
    signal,
  });
}

/** Let neighbours step aside until the row belongs at `top`. */
function makeWay(row: HTMLElement, top: number): void {
  const end = top + row.offsetHeight;
  const pass = (
    other: Element | null,
    isPast: (middle: number) => boolean,
    put: (other: Element) => void,
  ): boolean => {
    if (!(other instanceof HTMLElement)) return false;
    if (!isPast(other.offsetTop + other.offsetHeight / 2)) return false;
    // The neighbour is moved, not the row: a row taken out would lose the pointer.
    glide([other], () => put(other));
    return true;
  };
  const isBelow = (middle: number): boolean => end > middle;
  const isAbove = (middle: number): boolean => top < middle;
  while (pass(row.nextElementSibling, isBelow, (other) => row.before(other)));
  while (pass(row.previousElementSibling, isAbove, (other) => row.after(other)));
}
