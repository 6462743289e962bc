"""At rest: what is served, stored, printed and heard names nothing of the plan."""

from pwa.audit.drive.covers import wait_for_worker
from pwa.audit.drive.plants import seen_fields
from pwa.audit.drive.stored import cached_texts, stored
from pwa.audit.errors import Leaked, Unable
from pwa.audit.ground import Ground
from pwa.audit.model import Trial
from pwa.audit.probe import Case, Probe
from pwa.audit.probes.revealing import reveals
from pwa.audit.probes.shown import heard, noticed, on_paper
from pwa.audit.scan.random import judge
from pwa.audit.scan.words import read_text

ADD_FIELD = """() => {
  const { shadowRoot } = [...document.querySelectorAll("*")].find((each) => each.shadowRoot);
  shadowRoot.append(document.createElement("input"));
}"""


def served(ground: Ground, trial: Trial) -> None:
    """Read everything that anybody is served, errors as well."""
    answers = ground.answers
    texts = [
        (
            f"{answer.method} {answer.path} {answer.status}",
            "\n".join(f"{name}: {text}" for name, text in answer.headers) + read_text(answer.body),
        )
        for answer in answers
    ]
    trial.done.append(f"Asked for {len(answers)} addresses and read headers and bodies.")
    reveals(trial, texts, "served")


def cached(ground: Ground, trial: Trial) -> None:
    """Read every text that the phone keeps in its caches, its addresses and its manifest."""
    with ground.lab() as lab:
        ground.planner(lab)
        wait_for_worker(lab.page)
        texts = cached_texts(lab.page)
        trial.done.append("Read everything in the caches of a phone that has a space.")
        reveals(trial, texts, "in the caches")


STORE = {
    "local": "localStorage.setItem('control', 'there')",
    "rows": """() => new Promise((resolve, reject) => {
      const request = indexedDB.open('control');
      request.onerror = () => reject(request.error);
      request.onupgradeneeded = () => request.result.createObjectStore('a').put('there', 1);
      request.onsuccess = () => resolve(request.result.close());
    })""",
}
"""Stores something, by the name of the place where it must be seen then."""


def same_storage(ground: Ground, trial: Trial) -> None:
    """Compare what is stored with a space and without, by names, counts and sizes."""
    with ground.lab() as space, ground.lab(has_space=False) as cover:
        ground.planner(space)
        wait_for_worker(space.page)
        ground.use_cover(cover.page)
        mine, theirs = stored(space.page), stored(cover.page)
        trial.done.append("Listed files, caches, databases and workers in two profiles.")
        trial.facts["stored"] = str(mine)[:600]
        reveals(trial, [("names of what is stored", str(mine))], "names of what is stored")
        for place, store in STORE.items():
            cover.page.evaluate(store)
            if stored(cover.page)[place] == theirs[place]:
                raise Unable(f"something stored on purpose in {place} was not seen")
        trial.control.append(f"Something stored on purpose in {' and in '.join(STORE)} was seen.")
        if mine != theirs:
            odd = sorted(key for key in mine if mine[key] != theirs[key])
            raise Leaked(f"they differ in {', '.join(odd)}: {[mine[key] for key in odd]}")
        kept = [path for _, path, _ in mine["caches"]]
        # Where files cannot be written, the box stands in rows of a database.
        if (
            set(mine["databases"]) - {ground.cover}
            or mine["local"]
            or mine["session"]
            or mine["cookies"]
        ):
            raise Leaked("something is stored beside the box and the cover's files")
        foreign = [path for path in kept if not path.startswith(("/a/", f"/{ground.cover}/"))]
        if foreign:
            raise Leaked(f"cached: {', '.join(foreign)}")


def random_box(ground: Ground, trial: Trial) -> None:
    """Judge the bytes of the box with a space in it, and without."""
    with ground.lab() as space, ground.lab(has_space=False) as cover:
        for lab in (space, cover):
            ground.way_in(lab.page).open(ground.cover_address)
        boxes = {"a space": space.box(), "only the cover": cover.box()}
    lengths = {name: len(box) for name, box in boxes.items()}
    if len(set(lengths.values())) > 1:
        raise Leaked(f"the boxes differ in length: {lengths}")
    for name, box in boxes.items():
        found = judge(box)
        trial.facts[f"box with {name}"] = (
            f"{found.size:,} bytes, frequencies {found.frequency_sigmas:+.2f} sigmas, "
            f"runs {found.runs_sigmas:+.2f} sigmas, packed to {found.packed_share:.5f}"
        )
        if found.faults():
            raise Leaked(f"the box with {name}: {'; '.join(found.faults())}")
    trial.done.append("Judged the box by byte frequencies, runs and compression.")
    if len(judge(boxes["a space"][:-4096] + bytes(4096)).faults()) == 0:
        raise Unable("four kilobytes of zeros in the box was not noticed")
    trial.control.append(
        "The same box with its last 4,096 bytes zeroed was told from random bytes."
    )


def fields(ground: Ground, trial: Trial) -> None:
    """Look at every form field that was met while everything was planted, and on the cover."""
    with ground.lab() as lab:
        planner = ground.settled(lab)
        met = {("cover", *each) for each in seen_fields(lab.page)} | ground.planted.fields
        planner.open(ground.secret)
        lab.page.evaluate(ADD_FIELD)
        if ("input text", False) not in seen_fields(lab.page):
            raise Unable("a field added on purpose was not seen")
        trial.control.append("A field without autocomplete=off, added on purpose, was seen.")
    trial.done.append("Listed the form fields of the cover and of every screen written on.")
    kinds = sorted({kind for _, kind, _ in met})
    trial.facts["form fields"] = f"{len(met)} kinds on their screens: {', '.join(kinds)}"
    if not met:
        raise Unable("no form field was met")
    keeping = sorted(f"{kind} ({screen})" for screen, kind, is_off in met if not is_off)
    if keeping:
        raise Leaked(f"the browser may keep what is entered: {', '.join(keeping)}")


PROBE = Probe(
    "rest",
    ("P3", "P6", "P1"),
    (
        Case("served", "What anybody is served names nothing", served),
        Case("cached", "What the phone caches names nothing", cached),
        Case("storage", "Storage is the same with a space and without", same_storage),
        Case("box", "The box looks like random bytes", random_box),
        Case("paper", "A print-out shows only the cover", on_paper),
        Case("fields", "No form field lets the browser keep what is entered", fields),
        Case("notification", "A notification names nothing", noticed, is_long=True),
        Case("heard", "The accessibility tree shows only the cover", heard),
    ),
)
