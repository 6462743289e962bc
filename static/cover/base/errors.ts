/** The one error of the cover's code; the code says why, and no input is ever echoed. */

/**
 * `broken`: ours, but not readable any more. `full`: no room for it. `refused`: the phone would
 * not take or give the bytes.
 */
export type Fault = "broken" | "full" | "refused";

/** An error with a reason; its message is the reason alone. */
export class CoverError extends Error {
  readonly code: Fault;

  constructor(code: Fault) {
    super(code);
    this.code = code;
  }
}

/** Say which fault `error` is; what is not ours came from the storage. */
export function faultOf(error: unknown): Fault {
  if (error instanceof CoverError) return error.code;
  return error instanceof Error && error.name === "QuotaExceededError"
    ? "full"
    : "refused";
}
