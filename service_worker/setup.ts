/** What the server writes in front of this script: the cover's path, pages and assets. */

/** Which files this worker keeps; `version` changes with any of them. */
export interface Setup {
  readonly version: string;
  readonly path: string;
  readonly pages: readonly string[];
  readonly assets: readonly string[];
}

/** The setup of this worker. */
export const setup: Setup = (globalThis as unknown as { S: Setup }).S;
