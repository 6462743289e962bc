/** A text in which what was looked for stands out. */

import type { JSX } from "preact";
import { mark } from "../shared/marking.ts";

/** The text, with every one of `words` (made comparable before) marked. */
export function Marked(props: {
  readonly text: string;
  readonly words: readonly string[];
}): JSX.Element {
  return (
    <>
      {mark(props.text, props.words).map(({ text, isHit }, at) =>
        isHit ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>,
      )}
    </>
  );
}
