/** The worker's side of the box: one window at a time has it, one call at a time is done. */

import type { Random } from "../base/bytes.ts";
import type { Box } from "./box.ts";
import { openBox, type Storage } from "./choose.ts";
import { ask } from "./dispatch.ts";
import type { Kdf } from "./kdf.ts";
import {
  type Answer,
  type AnsweredCall,
  answerReply,
  answerWithout,
  type Call,
  eraseCall,
  heldReply,
  isSave,
  letGoCall,
  lostReply,
  openCall,
  type Reply,
  savedReply,
  takeCall,
  verdictReply,
  waitingReply,
  wipedReply,
} from "./wire.ts";

/** What the keeper needs of the worker it lives in. */
export interface Surroundings {
  readonly locks: Pick<LockManager, "request">;
  readonly kdf: Kdf;
  readonly random: Random;
  storages(name: string): readonly Storage[];
  post(reply: Reply): void;
  /** Lets the calls that wait outside come in. */
  pause(): Promise<void>;
}

/** One attempt to have the box, from `take` until it is over. */
interface Hold {
  /** Gives up waiting, or ends the having. */
  readonly over: AbortController;
  /** Says that it is known whose the box is: calls behind `take` go on. */
  readonly know: () => void;
  /** Settles once the lock is free again. */
  done: Promise<void>;
}

/** Handles calls; keys and bytes live nowhere else. */
export class Keeper {
  readonly #around: Surroundings;
  #hold: Hold | null = null;
  #box: Box | null = null;
  readonly #calls: Call[] = [];
  /** Entries to judge once no call is left. */
  readonly #entries: Call[] = [];
  #isBusy = false;
  #isJudging = false;
  /** A save did not fit before the box has grown: later ones do not overtake it. */
  #isHeldUp = false;

  constructor(around: Surroundings) {
    this.#around = around;
  }

  /**
   * Do `call` after all earlier ones; answers go out by `post`.
   *
   * Entries give way to every other call: a derivation takes long, and the last save of a page that
   * is going away cannot wait; it is even done while one rests. Only letting go comes after the
   * entries that were there before it.
   */
  handle(call: Call): void {
    if (call[0] === letGoCall) this.#calls.push(...this.#entries.splice(0));
    (call[0] === openCall ? this.#entries : this.#calls).push(call);
    if (!this.#isBusy) void this.#work();
  }

  async #work(): Promise<void> {
    this.#isBusy = true;
    while (this.#isWanted || this.#box?.isTight) {
      // Calls that arrived while a derivation blocked the worker still wait outside.
      if (this.#calls.length === 0) await this.#around.pause();
      const call = this.#calls.shift() ?? this.#entries.shift();
      if (call !== undefined) await this.#do(call);
      else if (this.#box?.isTight) await this.#box.makeRoom();
    }
    this.#isBusy = false;
  }

  async #do(call: Call): Promise<void> {
    this.#isHeldUp = false;
    if (call[0] === takeCall) {
      await this.#take(nameOf(call[1]), call[2]);
      return;
    }
    if (call[0] !== openCall) {
      const reply = isSave(call) ? savedReply : answerReply;
      this.#around.post([reply, await this.#answer(call)]);
      return;
    }
    this.#isJudging = true;
    const verdict = await this.#answer(call);
    this.#isJudging = false;
    this.#around.post([verdictReply, verdict]);
  }

  /** Do the saves that came while an entry's key is derived: nothing of the box is in use then. */
  async #rest(): Promise<void> {
    if (!this.#isJudging) return;
    await this.#around.pause();
    while (this.#calls[0] !== undefined && isSave(this.#calls[0])) {
      const [call] = this.#calls.splice(0, 1);
      if (call !== undefined) await this.#do(call);
    }
  }

  /**
   * Do the saves that came while the box grows, whatever stands before them; the smaller file counts.
   *
   * `false` when the growth is to be given up: for an erasure, and when nothing needs it yet for
   * letting go and for an entry.
   */
  async #between(isEarly: boolean): Promise<boolean> {
    await this.#around.pause();
    for (let at = 0; at >= 0 && !this.#isHeldUp;) {
      at = this.#calls.findIndex(isSave);
      const [call] = at < 0 ? [] : this.#calls.splice(at, 1);
      if (call !== undefined) await this.#saveBetween(call);
    }
    if (this.#calls.some((call) => call[0] === eraseCall)) return false;
    const isAwaited =
      this.#entries.length > 0 || this.#calls.some((call) => call[0] === letGoCall);
    return !(isEarly && isAwaited);
  }

  /** What does not fit yet is done when the box has grown. */
  async #saveBetween(call: Call): Promise<void> {
    const answer = call[0] === takeCall ? null : await this.#answer(call);
    if (answer === "saved") {
      this.#around.post([savedReply, answer]);
      return;
    }
    this.#isHeldUp = true;
    this.#calls.unshift(call);
  }

  get #isWanted(): boolean {
    return this.#calls.length + this.#entries.length > 0;
  }

  /** Start having the box; resolves when it is ours, or when it is known to be another's. */
  async #take(name: string, isForced: boolean): Promise<void> {
    if (this.#box !== null) {
      this.#tellHeld(this.#box);
      return;
    }
    if (this.#hold !== null && !isForced) return;
    this.#hold?.over.abort();
    await new Promise<void>((resolve) => {
      const hold: Hold = {
        over: new AbortController(),
        know: resolve,
        done: Promise.resolve(),
      };
      this.#hold = hold;
      hold.done = this.#have(hold, name, isForced).finally(resolve);
    });
  }

  /** Have the box under its lock until the hold is over, or until another window takes the lock. */
  async #have(hold: Hold, name: string, isForced: boolean): Promise<void> {
    const { locks } = this.#around;
    const { signal } = hold.over;
    const work = () => this.#keep(hold, name);
    try {
      if (isForced) {
        await locks.request(name, { steal: true }, work);
        return;
      }
      const options = { ifAvailable: true };
      const isMine = await locks.request(name, options, async (lock) => {
        if (lock !== null) await work();
        return lock !== null;
      });
      if (isMine || signal.aborted) return;
      this.#around.post([waitingReply]);
      hold.know();
      await locks.request(name, { signal }, work);
    } catch {
      // Our own giving up is no loss.
      if (signal.aborted) return;
      this.#end(hold);
      this.#around.post([lostReply]);
    }
  }

  async #keep(hold: Hold, name: string): Promise<void> {
    const { signal } = hold.over;
    if (signal.aborted) return;
    const box = await openBox(this.#around.storages(name), {
      random: this.#around.random,
      kdf: (secret, salt) => this.#around.kdf(secret, salt, () => this.#rest()),
      wiped: () => this.#around.post([wipedReply]),
      between: (isEarly) => this.#between(isEarly),
    });
    if (isOver(signal)) {
      box.close();
      return;
    }
    this.#box = box;
    this.#tellHeld(box);
    hold.know();
    await new Promise((resolve) => signal.addEventListener("abort", resolve));
  }

  /** Forget every key at once, then let the storage and the lock go. */
  #end(hold: Hold): void {
    if (this.#hold === hold) {
      this.#box?.close();
      this.#box = null;
      this.#hold = null;
    }
    hold.over.abort();
  }

  #tellHeld(box: Box): void {
    this.#around.post([heldReply, box.coverData, box.keeps]);
  }

  async #answer(call: AnsweredCall): Promise<Answer> {
    if (call[0] === letGoCall) return this.#letGo();
    if (this.#box === null) return answerWithout(call);
    try {
      return await ask(this.#box, call);
    } catch {
      return answerWithout(call);
    }
  }

  async #letGo(): Promise<null> {
    const hold = this.#hold;
    if (hold === null) return null;
    this.#end(hold);
    await hold.done;
    return null;
  }
}

/** Name of lock, file and database: from the cover's path, and as plain as it. */
function nameOf(path: string): string {
  return path.replace(/[^a-z0-9]/g, "") || "a";
}

// A function of its own: the compiler would hold that nothing changed since the last look.
function isOver(signal: AbortSignal): boolean {
  return signal.aborted;
}
