import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { makeRandom } from "../../../../static/cover/base/bytes.ts";
import type { Keeps } from "../../../../static/cover/base/host.ts";
import type { Storage } from "../../../../static/cover/box/choose.ts";
import { connectBox } from "../../../../static/cover/box/client.ts";
import { Keeper } from "../../../../static/cover/box/keeper.ts";
import { makeMemoryShelf } from "../../../../static/cover/box/memory.ts";
import type { BoxClient } from "../../../../static/cover/box/messages.ts";
import type { Shelf } from "../../../../static/cover/box/store.ts";
import type { Call, Reply } from "../../../../static/cover/box/wire.ts";
import { insecureKdf, notes, plan } from "./helpers.ts";
import { makeLocks } from "./locks.ts";

type Told = ["held", string | null, Keeps] | ["waiting"] | ["lost"];

/** A keeper behind the part of `Worker` that the client uses; messages are cloned on the way. */
class LoopWorker extends EventTarget {
  isTerminated = false;
  readonly wire: unknown[] = [];
  readonly #keeper: Keeper;

  constructor(locks: Pick<LockManager, "request">, storages: readonly Storage[]) {
    super();
    const post = (reply: Reply): void => {
      if (this.isTerminated) return;
      this.wire.push(reply);
      this.dispatchEvent(new MessageEvent("message", { data: structuredClone(reply) }));
    };
    const around = {
      locks,
      kdf: insecureKdf,
      random: makeRandom,
      storages: () => storages,
      post,
    };
    this.#keeper = new Keeper(around);
  }

  postMessage(call: Call): void {
    this.wire.push(call);
    this.#keeper.handle(structuredClone(call));
  }

  terminate(): void {
    this.isTerminated = true;
  }
}

/** One window: its client, and what it was told, which can be waited for. */
class Window {
  readonly told: Told[] = [];
  readonly worker: LoopWorker;
  readonly box: BoxClient;
  #wake: () => void = () => undefined;

  constructor(origin: Origin) {
    this.worker = new LoopWorker(origin.locks, origin.storages);
    const tell = (...told: Told): void => {
      this.told.push(told);
      this.#wake();
    };
    this.box = connectBox(this.worker as unknown as Worker, "/list/", {
      onHeld: (data, keeps) => tell("held", data, keeps),
      onWaiting: () => tell("waiting"),
      onLost: () => tell("lost"),
    });
  }

  async until(count: number): Promise<Told | undefined> {
    while (this.told.length < count) {
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
    return this.told[count - 1];
  }
}

/** What windows of one origin share. */
interface Origin {
  readonly locks: Pick<LockManager, "request">;
  readonly storages: readonly Storage[];
}

const storageOf = (shelf: Shelf): Storage => ({
  open: () => Promise.resolve(shelf),
  wasUsed: () => Promise.resolve(true),
});

function makeOrigin(...storages: Storage[]): Origin {
  if (storages.length === 0) storages.push(storageOf(makeMemoryShelf()));
  return { locks: makeLocks(), storages };
}

describe("a window", () => {
  it("has the box, and its data next time", async () => {
    const origin = makeOrigin();
    const first = new Window(origin);
    first.box.take(false);
    assert.deepEqual(await first.until(1), ["held", null, "memory"]);
    assert.equal(await first.box.saveCover("data"), "saved");
    await first.box.letGo();
    const next = new Window(origin);
    next.box.take(false);
    assert.deepEqual(await next.until(1), ["held", "data", "memory"]);
  });

  it("does every call of the box", async () => {
    const { box } = new Window(makeOrigin());
    box.take(false);
    assert.equal(await box.open("milk"), null);
    assert.equal(await box.create("main", plan, "one", []), "saved");
    assert.equal(await box.save("two"), "saved");
    assert.equal(await box.changePack(notes), "saved");
    assert.equal(await box.changeSecret("other"), "saved");
    assert.equal(await box.createSecond("second", notes, "pages", false, []), "saved");
    assert.equal(await box.hasSecond(), true);
    assert.equal(await box.refreshSecond(plan), "saved");
    assert.equal(await box.createEraser("gone", []), "saved");
    assert.equal(await box.hasEraser(), true);
    assert.deepEqual(await box.open("second"), { pack: plan, data: "pages" });
    assert.deepEqual(await box.open("other"), { pack: notes, data: "two" });
    assert.equal(await box.removeSecond(), "saved");
    assert.equal(await box.removeEraser(), "saved");
    assert.equal(await box.erase(), true);
    assert.equal(await box.open("other"), null);
  });

  it("is answered in the order it asked, a save before a later letting go", async () => {
    const origin = makeOrigin();
    const first = new Window(origin);
    first.box.take(false);
    await first.until(1);
    const order: string[] = [];
    const note = (name: string) => () => void order.push(name);
    await Promise.all([
      first.box.create("main", plan, "", []).then(note("create")),
      first.box.save("last").then(note("save")),
      first.box.letGo().then(note("letGo")),
      first.box
        .open("main")
        .then((opened) => order.push(opened === null ? "open null" : "open")),
    ]);
    assert.deepEqual(order, ["create", "save", "letGo", "open null"]);
    first.box.take(false);
    await first.until(2);
    assert.equal((await first.box.open("main"))?.data, "last");
  });

  it("without the box is answered at once", async () => {
    const { box } = new Window(makeOrigin());
    assert.equal(await box.saveCover("data"), "refused");
    assert.equal(await box.open("main"), null);
    assert.equal(await box.erase(), false);
    await box.letGo();
  });

  it("that lets go and takes again in one breath has it", async () => {
    const window = new Window(makeOrigin());
    window.box.take(false);
    await window.until(1);
    void window.box.letGo();
    window.box.take(false);
    void window.box.letGo();
    window.box.take(false);
    assert.equal((await window.until(2))?.[0], "held");
    assert.equal(await window.box.saveCover("data"), "saved");
  });

  it("that ends its worker leaves no call unanswered", async () => {
    const { box, worker } = new Window(makeOrigin());
    box.take(false);
    const calls = [box.save("x"), box.open("main"), box.erase()];
    box.terminate();
    assert.equal(worker.isTerminated, true);
    assert.deepEqual(await Promise.all(calls), ["refused", null, false]);
    assert.equal(await box.saveCover("x"), "refused");
  });
});

describe("two windows", () => {
  it("never have the box both: the second waits until the first lets go", async () => {
    const origin = makeOrigin();
    const [first, second] = [new Window(origin), new Window(origin)];
    first.box.take(false);
    await first.until(1);
    second.box.take(false);
    assert.deepEqual(await second.until(1), ["waiting"]);
    assert.equal(await second.box.saveCover("no"), "refused");
    assert.equal(await first.box.saveCover("yes"), "saved");
    await first.box.letGo();
    assert.deepEqual(await second.until(2), ["held", "yes", "memory"]);
  });

  it("change places when one takes by force: the other loses every key", async () => {
    const origin = makeOrigin();
    const [first, second] = [new Window(origin), new Window(origin)];
    first.box.take(false);
    await first.until(1);
    await first.box.saveCover("cover");
    await first.box.create("main", plan, "one", []);
    second.box.take(false);
    await second.until(1);
    second.box.take(true);
    assert.deepEqual(await second.until(2), ["held", "cover", "memory"]);
    assert.deepEqual(await first.until(2), ["lost"]);
    assert.equal(await first.box.save("late"), "refused");
    assert.equal((await second.box.open("main"))?.data, "one");
    first.box.take(true);
    assert.deepEqual(await first.until(3), ["held", "cover", "memory"]);
    assert.deepEqual(await second.until(3), ["lost"]);
  });

  it("that lost the box closed its storage", async () => {
    const shelf = makeMemoryShelf();
    let closed = 0;
    const close = (): void => {
      closed++;
    };
    const origin = makeOrigin(storageOf({ ...shelf, close }));
    const [first, second] = [new Window(origin), new Window(origin)];
    first.box.take(false);
    await first.until(1);
    const before = closed;
    second.box.take(true);
    await first.until(2);
    assert.equal(closed > before, true);
  });

  it("one of which gave up waiting is not handed the box", async () => {
    const origin = makeOrigin();
    const [first, second, third] = [
      new Window(origin),
      new Window(origin),
      new Window(origin),
    ];
    first.box.take(false);
    await first.until(1);
    second.box.take(false);
    await second.until(1);
    await second.box.letGo();
    third.box.take(false);
    await third.until(1);
    await first.box.letGo();
    assert.equal((await third.until(2))?.[0], "held");
    assert.deepEqual(second.told, [["waiting"]]);
  });
});

describe("the storage", () => {
  const refusing = (): Shelf => {
    const shelf = makeMemoryShelf();
    shelf.make = () => Promise.reject(new DOMException("no", "SecurityError"));
    return shelf;
  };
  const named = (keeps: Keeps, shelf = makeMemoryShelf()): Shelf => ({ ...shelf, keeps });

  async function keepsOf(...storages: Storage[]): Promise<Keeps | undefined> {
    const window = new Window(makeOrigin(...storages));
    window.box.take(false);
    const told = await window.until(1);
    return told?.[0] === "held" ? told[2] : undefined;
  }

  it("is the first that takes a box", async () => {
    assert.equal(
      await keepsOf(storageOf(named("file")), storageOf(named("rows"))),
      "file",
    );
  });

  it("is the next where the first refuses, and memory where all do", async () => {
    const absent = {
      open: () => Promise.resolve(null),
      wasUsed: () => Promise.resolve(false),
    };
    const rows = storageOf(named("rows"));
    assert.equal(await keepsOf(storageOf(named("file", refusing())), rows), "rows");
    assert.equal(await keepsOf(absent, rows), "rows");
    assert.equal(await keepsOf(storageOf(named("file", refusing())), absent), "memory");
  });

  it("stays where a box is already, though a better one takes boxes now", async () => {
    const rows = named("rows");
    const window = new Window(makeOrigin(storageOf(rows)));
    window.box.take(false);
    await window.until(1);
    await window.box.letGo();
    assert.equal(await keepsOf(storageOf(named("file")), storageOf(rows)), "rows");
  });

  it("is memory for the time being where a box cannot be read, which is left alone", async () => {
    const shelf = named("file");
    shelf.find = () => Promise.reject(new Error("input/output"));
    const rows = named("rows");
    assert.equal(await keepsOf(storageOf(shelf), storageOf(rows)), "memory");
    assert.equal(await rows.find(0), null);
  });
});
