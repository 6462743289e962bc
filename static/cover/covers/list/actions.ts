/** What a person can do with the items on the screen. */

/** Changes that the rows, the field and the menus ask for. */
export interface Actions {
  /** Add items at the end of the list. */
  add(texts: readonly string[]): void;
  /** Change the text of an item; empty text deletes it. */
  edit(id: number, text: string): void;
  tick(id: number, isDone: boolean): void;
  remove(id: number): void;
  /** Put an item before another one; `null` puts it last. */
  move(id: number, before: number | null): void;
  /** Move an item by some places; far enough goes to the edge. */
  step(id: number, by: number): void;
  clearDone(): void;
}
