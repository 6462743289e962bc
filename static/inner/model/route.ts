/** Where the person is; kept in memory only, because a URL or a title would stay behind. */

import type { Chapter } from "./content.ts";
import { useInside } from "./inside.ts";
import { Cell, useCell } from "./cell.ts";

/** Every screen there is, with what it needs to know. */
export type Route =
  | { readonly name: "home" }
  /** `chapter`: what was filtered for; `from`: the row to come back to. */
  | { readonly name: "plan"; readonly chapter?: Chapter; readonly from?: string }
  /** `at`: the prompt to show first. */
  | { readonly name: "section"; readonly id: string; readonly at?: string }
  | { readonly name: "arrange" }
  | { readonly name: "shape"; readonly id: string }
  | { readonly name: "search"; readonly query: string }
  | { readonly name: "card" }
  | { readonly name: "cardlines" }
  | { readonly name: "cardpick" }
  | { readonly name: "call" }
  | { readonly name: "calm" }
  | { readonly name: "tool"; readonly id: string }
  | { readonly name: "people" }
  | { readonly name: "person"; readonly id: string }
  | { readonly name: "checkin" }
  /** `at`: the check-in to show first. */
  | { readonly name: "checkins"; readonly at?: string }
  | { readonly name: "settings" }
  | { readonly name: "leaving" }
  | { readonly name: "secret" }
  | { readonly name: "second" }
  | { readonly name: "eraser" }
  | { readonly name: "language" }
  | { readonly name: "erase" }
  | { readonly name: "limits" }
  | { readonly name: "first" }
  | { readonly name: "install" }
  | { readonly name: "practice" }
  | { readonly name: "matters" }
  | { readonly name: "remind" };

/** The way the person came: the last one is on the screen. */
export class Routes {
  readonly #trail: Cell<readonly Route[]>;

  constructor(start: Route) {
    this.#trail = new Cell<readonly Route[]>([start]);
  }

  get trail(): Cell<readonly Route[]> {
    return this.#trail;
  }

  get here(): Route {
    return this.#trail.value.at(-1) ?? HOME;
  }

  /** Go to a screen; Home always starts a new trail. */
  readonly go = (route: Route): void => {
    this.#trail.set(route.name === "home" ? [HOME] : [...this.#trail.value, route]);
  };

  /** Go to a screen so that Back does not come here again. */
  readonly replace = (route: Route): void => {
    this.#trail.set([...this.#trail.value.slice(0, -1), route]);
  };

  /** Go where the person came from, or Home. */
  readonly back = (): void => {
    const before = this.#trail.value.slice(0, -1);
    this.#trail.set(before.length === 0 ? [HOME] : before);
  };
}

const HOME: Route = { name: "home" };

/** What `useRoute` gives a screen. */
export interface Way {
  readonly route: Route;
  readonly go: (route: Route) => void;
  readonly replace: (route: Route) => void;
  readonly back: () => void;
}

/** The present screen and the ways on from it: `const { route, go, back } = useRoute()`. */
export function useRoute(): Way {
  const { routes } = useInside();
  useCell(routes.trail);
  return {
    route: routes.here,
    go: routes.go,
    replace: routes.replace,
    back: routes.back,
  };
}
