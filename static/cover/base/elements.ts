/** Make DOM elements with attributes, listeners and children; text only ever becomes text. */

type Listeners = {
  readonly [K in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[K]) => void;
};

/** What an element starts with: attributes by their HTML names, and listeners under `on`. */
export interface Features {
  readonly [attribute: string]: string | number | boolean | Listeners;
}

const svgSpace = "http://www.w3.org/2000/svg";

function setFeatures(node: Element, features: Features): void {
  for (const [name, value] of Object.entries(features)) {
    if (typeof value === "object") {
      for (const [type, listener] of Object.entries(value)) {
        node.addEventListener(type, listener as EventListener);
      }
    } else if (value !== false) {
      node.setAttribute(name, value === true ? "" : String(value));
    }
  }
}

/**
 * Make an HTML element. `true` sets an empty attribute, `false` sets none.
 *
 * `make("button", { type: "button", on: { click: add } }, "Add")`
 */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  features: Features = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const node = document.createElement(tag);
  setFeatures(node, features);
  node.append(...children);
  return node;
}

/** Make a push button: `type=button`, so that it never submits anything. */
export function makeButton(
  features: Features,
  ...children: (Node | string)[]
): HTMLButtonElement {
  return make("button", { type: "button", ...features }, ...children);
}

/** Make a 24 by 24 line icon from SVG path data; it says nothing to screen readers. */
export function makeIcon(path: string): SVGElement {
  const icon = document.createElementNS(svgSpace, "svg");
  // role=none: the control around it carries the name.
  setFeatures(icon, { viewBox: "0 0 24 24", width: 24, height: 24, role: "none" });
  const line = document.createElementNS(svgSpace, "path");
  setFeatures(line, {
    ...{ d: path, fill: "none", stroke: "currentColor" },
    ...{ "stroke-width": 2, "stroke-linecap": "round", "stroke-linejoin": "round" },
  });
  icon.append(line);
  return icon;
}
