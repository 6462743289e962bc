/** Putting elements in order with few moves, and letting the eye follow them. */

const glideMs = 180;
/** Farther moves fade in instead of flying across the screen. */
const farPx = 240;
const mostGlides = 40;

/** Make `nodes` the children of `parent`, in this order, moving as few as is simple. */
export function arrange(parent: Element, nodes: readonly Element[]): void {
  const wanted = new Set(nodes);
  const focused = document.activeElement;
  for (const child of [...parent.children]) if (!wanted.has(child)) child.remove();
  if (parent.querySelector(".dragged")) {
    // Rows that step aside for a finger stay so until it drops what it holds; then all is drawn.
    parent.append(...nodes.filter((node) => !parent.contains(node)));
    return;
  }
  let at = parent.firstElementChild;
  for (const node of nodes) {
    // One element that left its place must not make all that follow it move.
    if (at !== node && at?.nextElementSibling === node) {
      at.remove();
      at = node;
    }
    if (at === node) at = node.nextElementSibling;
    else parent.insertBefore(node, at);
  }
  keepFocus(parent, focused);
}

/** An element that is taken out and put back loses focus; give it back. */
function keepFocus(parent: Element, focused: Element | null): void {
  if (focused === document.activeElement || !(focused instanceof HTMLElement)) return;
  if (parent.contains(focused)) focused.focus({ preventScroll: true });
}

/** Rows that are on the screen now, from the first one below `top`. */
export function onScreen(lists: readonly Element[], top: number): Element[] {
  const middle = innerWidth / 2;
  const first = document.elementFromPoint(middle, top)?.closest("li") ?? null;
  const seen: Element[] = [];
  for (const list of lists) {
    let row = list === first?.parentElement ? first : list.firstElementChild;
    for (; row !== null && seen.length < mostGlides; row = row.nextElementSibling) {
      if (row.getBoundingClientRect().top > innerHeight) break;
      seen.push(row);
    }
  }
  return seen;
}

/** Make a change and let these elements glide from where they were. */
export function glide(nodes: readonly Element[], change: () => void): void {
  if (matchMedia("(prefers-reduced-motion: reduce)").matches) {
    change();
    return;
  }
  const tops = nodes.map((node) => node.getBoundingClientRect().top);
  change();
  nodes.forEach((node, index) => {
    const delta = (tops[index] ?? 0) - node.getBoundingClientRect().top;
    if (delta === 0 || !node.isConnected) return;
    const isFar = Math.abs(delta) > farPx;
    const from = isFar ? { opacity: 0 } : { transform: `translateY(${delta}px)` };
    node.animate([from, {}], { duration: glideMs, easing: "ease-out" });
  });
}
