import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { makeRandom } from "../../../../static/cover/base/bytes.ts";
import type { Keeps } from "../../../../static/cover/base/host.ts";
import { sourceHash } from "../../../../static/cover/base/source.ts";
import type { Storage } from "../../../../static/cover/box/choose.ts";
import { connectBox } from "../../../../static/cover/box/client.ts";
import { Keeper } from "../../../../static/cover/box/keeper.ts";
import { makeMemoryShelf } from "../../../../static/cover/box/memory.ts";
import type { Kdf } from "../../../../static/cover/box/kdf.ts";
import type { BoxClient, Verdict } from "../../../../static/cover/box/messages.ts";
import { fileBytes } from "../../../../static/cover/box/format.ts";
import type { Place, Shelf, Store } from "../../../../static/cover/box/store.ts";
import type { Call, Reply } from "../../../../static/cover/box/wire.ts";
import { dense, insecureKdf, medium, notes, plan, small, storeOf } from "./helpers.ts";
import { makeLocks } from "./locks.ts";

type Told = ["held", string | null, Keeps] | ["waiting"] | ["lost"] | ["wiped"];

/** A keeper behind the part of `Worker` that the client uses; messages are cloned on the way. */
class LoopWorker extends EventTarget {
  isTerminated = false;
  readonly wire: unknown[] = [];
  readonly #keeper: Keeper;

  constructor({ locks, storages, kdf = insecureKdf }: Origin) {
    super();
    const post = (reply: Reply): void => {
      if (this.isTerminated) return;
      this.wire.push(reply);
      this.dispatchEvent(new MessageEvent("message", { data: structuredClone(reply) }));
    };
    const around = {
      locks,
      kdf,
      random: makeRandom,
      storages: () => storages,
      post,
      pause: () => new Promise<void>((resolve) => setTimeout(resolve)),
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
    this.worker = new LoopWorker(origin);
    const tell = (...told: Told): void => {
      this.told.push(told);
      this.#wake();
    };
    this.box = connectBox(this.worker as unknown as Worker, "/list/", {
      onHeld: (data, keeps) => tell("held", data, keeps),
      onWaiting: () => tell("waiting"),
      onLost: () => tell("lost"),
      onWiped: () => tell("wiped"),
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
  readonly kdf?: Kdf;
}

const dataOf = (verdict: Verdict): string | undefined =>
  verdict === null || verdict === "unknown" ? undefined : verdict.data;

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
    await box.letGo();
    box.take(false);
    const source = await sourceHash(plan.code);
    assert.deepEqual(await box.open("second"), { pack: plan, data: "pages", source });
    await box.letGo();
    box.take(false);
    assert.deepEqual(await box.open("other"), {
      ...{ pack: notes, data: "two" },
      source: await sourceHash(notes.code),
    });
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
        .then((verdict) => order.push(verdict === "unknown" ? "open unknown" : "open")),
    ]);
    assert.deepEqual(order, ["create", "save", "letGo", "open unknown"]);
    first.box.take(false);
    await first.until(2);
    assert.equal(dataOf(await first.box.open("main")), "last");
  });

  it("without the box is answered at once", async () => {
    const { box } = new Window(makeOrigin());
    assert.equal(await box.saveCover("data"), "refused");
    assert.equal(await box.open("main"), "unknown");
    assert.equal(await box.erase(), false);
    await box.letGo();
  });

  it("that could not derive says so, and judges the next entry", async () => {
    let isShort = true;
    const kdf: Kdf = (...args) =>
      isShort ? Promise.reject(new RangeError("no memory")) : insecureKdf(...args);
    const { box } = new Window({ ...makeOrigin(), kdf });
    box.take(false);
    assert.equal(await box.open("main"), "unknown");
    isShort = false;
    assert.equal(await box.open("main"), null);
  });

  it("that cannot read what an entry opens does not call it an ordinary one", async () => {
    const shelf = makeMemoryShelf();
    const origin = makeOrigin(storageOf(shelf));
    const { box } = new Window(origin);
    box.take(false);
    await box.create("main", plan, "one", []);
    const store = await storeOf(shelf);
    // Behind the headers of regions 1 to 4, both copies.
    for (let copy = 2; copy < 10; copy++)
      await store.write(32 + copy * small + 96, makeRandom(64));
    await box.letGo();
    box.take(false);
    assert.equal(await box.open("main"), "unknown");
  });

  it("is told of every way in which spaces are overwritten, and of no other", async () => {
    const wiped = (window: Window): number =>
      window.told.filter(([what]) => what === "wiped").length;
    const origin = makeOrigin();
    const first = new Window(origin);
    first.box.take(false);
    await first.until(1);
    await first.box.create("main", plan, "one", []);
    await first.box.createEraser("gone", ["main"]);
    await first.box.createSecond("other", notes, "", true, ["main"]);
    await first.box.removeEraser();
    assert.equal(wiped(first), 0);
    assert.equal(await first.box.erase(), true);
    assert.equal(wiped(first), 1);

    await first.box.create("main", plan, "one", []);
    await first.box.createSecond("other", notes, "", true, []);
    await first.box.letGo();
    first.box.take(false);
    assert.equal(dataOf(await first.box.open("other")), "");
    assert.equal(wiped(first), 2);

    await first.box.createEraser("gone", []);
    await first.box.letGo();
    first.box.take(false);
    assert.equal(await first.box.open("gone"), null);
    assert.equal(wiped(first), 3);
  });

  it("judges entries after its saves, and lets go after both", async () => {
    let begin = (): void => undefined;
    let release = (): void => undefined;
    const isRunning = new Promise<void>((resolve) => (begin = resolve));
    const isFree = new Promise<void>((resolve) => (release = resolve));
    const kdf: Kdf = async (...args) => {
      begin();
      await isFree;
      return insecureKdf(...args);
    };
    const { box } = new Window({ ...makeOrigin(), kdf });
    const order: string[] = [];
    const note = (name: string) => (answer: unknown) =>
      void order.push(`${name} ${String(answer)}`);
    box.take(false);
    const begun = box.open("milk").then(note("milk"));
    await isRunning;
    const rest = [
      box.open("rice").then(note("rice")),
      box.open("soap").then(note("soap")),
      box.saveCover("one").then(note("cover")),
      box.save("two").then(note("save")),
      box.changePack(plan).then(note("pack")),
      box.letGo().then(note("letGo")),
      box.open("figs").then(note("figs")),
    ];
    release();
    await Promise.all([begun, ...rest]);
    assert.deepEqual(order, [
      "milk null",
      ...["cover saved", "save refused", "pack refused"],
      ...["rice null", "soap null", "letGo undefined", "figs unknown"],
    ]);
  });

  it("saves while an entry's key is derived, even what makes the file grow", async () => {
    // More than a small region holds, and nothing that compresses.
    const long = Buffer.from(makeRandom(300_000)).toString("hex");
    let answered: Promise<string[]> | undefined;
    let isMeanwhile = false;
    const kdf: Kdf = async (secret, salt, rest) => {
      if (isMeanwhile) {
        answered = Promise.all([box.save("no space is open"), box.saveCover(long)]);
        await rest?.();
        await answered;
      }
      return insecureKdf(secret, salt);
    };
    const { box } = new Window({ ...makeOrigin(), kdf });
    box.take(false);
    await box.create("main", plan, "one", []);
    await box.letGo();
    box.take(false);
    isMeanwhile = true;
    assert.equal(dataOf(await box.open("main")), "one");
    assert.deepEqual(await answered, ["refused", "saved"]);
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
    assert.deepEqual(await Promise.all(calls), ["refused", "unknown", false]);
    assert.equal(await box.saveCover("x"), "refused");
  });
});

describe("while the box grows", () => {
  const piece = ["00112233445566aa", makeRandom(300_000)] as const;

  /** Calls `wrote` after each write into a file that is made on a shelf. */
  function watched(shelf: Shelf, wrote: () => void): Shelf {
    const make = async (place: Place): Promise<Store> => {
      const store = await shelf.make(place);
      const write = store.write.bind(store);
      store.write = async (...what) => {
        await write(...what);
        wrote();
      };
      return store;
    };
    return { ...shelf, make };
  }

  /** A window with a space open, and something to call as soon as a growth has begun. */
  async function grown(begun: (box: BoxClient) => void): Promise<BoxClient> {
    let isReady = false;
    const shelf = watched(makeMemoryShelf(), () => {
      if (!isReady) return;
      isReady = false;
      begun(box);
    });
    const { box } = new Window(makeOrigin(storageOf(shelf)));
    box.take(false);
    await box.create("main", plan, "one", []);
    isReady = true;
    return box;
  }

  it("a save does not wait for it, and overtakes what does", async () => {
    const order: string[] = [];
    const note = (name: string) => (answer: unknown) =>
      void order.push(`${name} ${String(answer)}`);
    let rest: Promise<unknown> | undefined;
    const box = await grown((each) => {
      rest = Promise.all([
        each.hasSecond().then(note("second")),
        each.save("typed").then(note("save")),
        each.saveCover("milk").then(note("cover")),
      ]);
    });
    await box.keepPieces([], piece).then(note("piece"));
    await rest;
    assert.deepEqual(order, ["save saved", "cover saved", "piece saved", "second false"]);
    await box.letGo();
    box.take(false);
    assert.equal(dataOf(await box.open("main")), "typed");
    assert.deepEqual(await box.piece(piece[0]), piece[1]);
  });

  it("saves that do not fit yet are done in their order when it has grown", async () => {
    const [longer, longest] = [dense(400_000), dense(500_000)];
    let rest: Promise<unknown> | undefined;
    const box = await grown((each) => {
      rest = Promise.all([each.save(longer), each.save(longest), each.save("short")]);
    });
    assert.equal(await box.keepPieces([], piece), "saved");
    assert.deepEqual(await rest, ["saved", "saved", "saved"]);
    await box.letGo();
    box.take(false);
    assert.equal(dataOf(await box.open("main")), "short");
  });

  it("an erasure does not wait for it, and leaves nothing to open", async () => {
    let erased: Promise<boolean> | undefined;
    const box = await grown((each) => {
      erased = each.erase();
    });
    assert.equal(await box.keepPieces([], piece), "refused");
    assert.equal(await erased, true);
    assert.equal(await box.open("main"), null);
  });

  it("before anything needs it, it gives way to an entry and to letting go", async () => {
    for (const wish of ["open", "letGo"] as const) {
      let steps = 0;
      let isOver = false;
      const shelf = watched(makeMemoryShelf(), () => steps++);
      const { box } = new Window(makeOrigin(storageOf(shelf)));
      box.take(false);
      await box.create("main", plan, "one", []);
      const before = steps;
      assert.equal(await box.save(dense(290_000)), "saved");
      const asked = wish === "open" ? box.open("milk") : box.letGo();
      await asked.then(() => (isOver = true));
      assert.equal(isOver, true);
      // A whole growth makes more than twelve.
      assert.ok(steps - before < 12, `${wish}: ${steps - before}`);
    }
  });

  it("it has begun by itself when text has used up most of its room", async () => {
    const shelf = makeMemoryShelf();
    let grew: () => void = () => undefined;
    const hasGrown = new Promise<void>((resolve) => (grew = resolve));
    const remove = shelf.remove.bind(shelf);
    shelf.remove = (place) => remove(place).then(grew);
    const { box } = new Window(makeOrigin(storageOf(shelf)));
    box.take(false);
    await box.create("main", plan, "one", []);
    assert.equal(await box.save(dense(290_000)), "saved");
    await hasGrown;
    assert.equal(await box.save("still the same box"), "saved");
    assert.equal((await storeOf(shelf)).size(), fileBytes(medium));
    await box.letGo();
    box.take(false);
    assert.equal(dataOf(await box.open("main")), "still the same box");
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
    assert.equal(dataOf(await second.box.open("main")), "one");
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
