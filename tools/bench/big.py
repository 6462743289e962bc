"""A big plan for measurements: hundreds of entries in every page, and people."""

import json
from pathlib import Path

from tools.bench.stage import Stage
from tools.content import ROOT, read_data

ENTRIES = 500
PEOPLE = 40
LONG = 100
WORDS = ("window", "morning", "library", "kettle", "garden", "letter", "winter", "street")

# The next save that the page hands to the worker carries this document over its own.
INSTEAD = """(document) => {
  const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (message, ...rest) {
    if (!Array.isArray(message) || message[0] !== 4) return post.call(this, message, ...rest);
    Worker.prototype.postMessage = post;
    const kept = { ...JSON.parse(message[1]), ...document };
    return post.call(this, [4, JSON.stringify(kept)], ...rest);
  };
}"""


def big_document(entries: int = ENTRIES, root: Path = ROOT) -> dict[str, object]:
    """Return answers and people with that many entries in all, spread over the whole plan.

    One page of its own has a list of a hundred; the others share the rest.
    """
    sections = read_data(root, "plan")["sections"]
    assert isinstance(sections, list)
    lists = [
        (section["id"], prompt["id"])
        for section in sections
        for prompt in section["prompts"]
        if prompt["kind"] == "list"
    ]
    answers: dict[str, dict[str, object]] = {}
    own = {"lines": _list("long", LONG)}
    rest = entries - LONG - PEOPLE
    for at, (section, prompt) in enumerate(lists):
        share = rest // len(lists) + (at < rest % len(lists))
        answers.setdefault(section, {})[prompt] = _list(f"{section}{prompt}", share)
    frame = {"name": "The long page", "own": [{"id": "lines", "kind": "list"}]}
    return {
        "answers": {**answers, "long": own},
        "people": [
            {"id": f"p{at}", "name": f"Person {at}", "number": f"+1 555 01 {at:02}"}
            for at in range(PEOPLE)
        ],
        "plan": {"own": [{"id": "long", "chapters": ["now"]}], "sections": {"long": frame}},
    }


def count(document: dict[str, object]) -> int:
    """Return how many entries a big document has."""
    text = json.dumps(document)
    return text.count('"text":') + text.count('"number":')


def put_big(stage: Stage, document: dict[str, object]) -> None:
    """Keep a document in the stage's space, by the real worker; starts and ends at the cover."""
    stage.open()
    stage.inner.go("People")
    stage.page.evaluate(INSTEAD, document)
    stage.inner.press("Add someone")
    stage.inner.field("Name to use").press_sequentially("a")
    stage.inner.kept()
    # The page still holds the small one, and must not hand it over on the way out.
    stage.leave()


def _list(name: str, size: int) -> dict[str, object]:
    return {"kind": "list", "items": [_line(f"{name}{at}", at) for at in range(size)]}


def _line(name: str, at: int) -> dict[str, str]:
    words = " ".join(WORDS[(at * step + step) % len(WORDS)] for step in range(1, 8))
    return {"id": name, "text": f"{words} {at}"}
