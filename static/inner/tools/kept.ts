/** Reads and changes what is kept for Calm. */

import type { Calm } from "../model/calm.ts";
import { useDocument } from "../model/store.ts";

/** What is kept for Calm, and the way to change it. */
export function useCalm(): {
  readonly calm: Calm;
  readonly put: (edit: (calm: Calm) => Partial<Calm>) => void;
} {
  const { document, change } = useDocument();
  return {
    calm: document.calm,
    put: (edit) =>
      change((doc) => ({ ...doc, calm: { ...doc.calm, ...edit(doc.calm) } })),
  };
}
