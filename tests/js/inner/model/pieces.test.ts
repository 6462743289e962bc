import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { SaveOutcome } from "../../../../static/cover/base/host.ts";
import type { Calm } from "../../../../static/inner/model/calm.ts";
import { makeDocument } from "../../../../static/inner/model/document.ts";
import { Pieces } from "../../../../static/inner/model/pieces.ts";
import { readDocument } from "../../../../static/inner/model/reader.ts";
import { Store } from "../../../../static/inner/model/store.ts";

const [one, two] = ["00000000000000aa", "00000000000000bb"];
const bytes = new Uint8Array([1]);

/** Pieces over a host that does as it is told. */
function setUp(outcome: SaveOutcome = "saved") {
  const asked: string[] = [];
  const host = {
    save: (data: string) => {
      asked.push(
        `save ${readDocument(data)
          .calm.pictures.map(({ id }) => id)
          .join()}`,
      );
      return Promise.resolve(outcome === "saved" ? outcome : "saved");
    },
    keepPieces: (ids: readonly string[], added: readonly [string, unknown] | null) => {
      asked.push(`keep ${ids.join()} new ${added?.[0] ?? "none"}`);
      return Promise.resolve(outcome);
    },
    piece: () => Promise.resolve(bytes),
  };
  const store = new Store(host, makeDocument(null), true, () => () => undefined);
  return { asked, store, pieces: new Pieces(store, host) };
}

const named = (id: string) => (calm: Calm) => ({
  pictures: [...calm.pictures, { id, text: "" }],
});

describe("pieces", () => {
  it("are on the disk before the document names them", async () => {
    const { asked, pieces } = setUp();
    assert.equal(await pieces.keep(one, bytes, named(one)), "saved");
    assert.deepEqual(asked, [`keep ${one} new ${one}`, `save ${one}`]);
  });

  it("that did not fit are not named", async () => {
    const { store, pieces } = setUp("full");
    assert.equal(await pieces.keep(one, bytes, named(one)), "full");
    assert.deepEqual(store.document.value.calm.pictures, []);
  });

  it("that are just being kept are not let go of by a tidying that starts meanwhile", async () => {
    const { asked, pieces } = setUp();
    const keeping = [pieces.keep(one, bytes, named(one)), pieces.tidy()];
    await Promise.all([...keeping, pieces.keep(two, bytes, named(two))]);
    assert.equal(asked.at(2), `keep ${one} new none`);
    assert.equal(asked.at(3), `keep ${one},${two} new ${two}`);
  });

  it("taken out are let go of once the document without them is kept", async () => {
    const { asked, store, pieces } = setUp();
    await pieces.keep(one, bytes, named(one));
    store.change((doc) => ({ ...doc, calm: { ...doc.calm, pictures: [] } }));
    await pieces.tidy();
    assert.deepEqual(asked.slice(2), ["save ", "keep  new none"]);
  });
});

describe("what is kept for Calm", () => {
  const read = (calm: unknown): Calm => readDocument(JSON.stringify({ calm })).calm;

  it("is the usual where an older document has nothing of it", () => {
    assert.deepEqual(read(undefined), makeDocument(null).calm);
  });

  it("comes back as it was written", () => {
    const kept: Calm = {
      ...makeDocument(null).calm,
      isFelt: true,
      isRead: true,
      loudness: 4,
      words: { cue: "pier" },
      sentences: [{ id: "a", text: "I can say no." }],
      lines: [{ id: "b", text: "Mateo laughs" }],
      songs: [{ id: "c", text: "The one from the bus" }],
      pictures: [{ id: one, text: "The sea" }],
      voice: { id: two, seconds: 12 },
    };
    assert.deepEqual(read(kept), kept);
  });

  it("without sound ids for pictures and voice leaves these out", () => {
    const odd = {
      pictures: [{ id: "../x", text: "" }, 7],
      voice: { id: "", seconds: 3 },
    };
    const { pictures, voice } = read(odd);
    assert.deepEqual([pictures, voice], [[], null]);
  });

  it("is no louder and no longer than it can be", () => {
    const { loudness, voice } = read({
      loudness: 99,
      voice: { id: one, seconds: 9_999 },
    });
    assert.deepEqual([loudness, voice?.seconds], [4, 60]);
  });
});
