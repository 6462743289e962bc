"""At rest: what is served, stored, printed and heard names nothing of the plan."""

from collections.abc import Iterable

from pwa.audit.drive.covers import wait_for_worker
from pwa.audit.drive.lab import Lab
from pwa.audit.drive.notices import deliver, show_notice, shown_notices
from pwa.audit.drive.stored import cached_texts, heard_names, seen_texts, stored
from pwa.audit.drive.wait import until
from pwa.audit.errors import Beyond, Leaked, Unable
from pwa.audit.ground import Ground
from pwa.audit.model import Trial
from pwa.audit.probe import Case, Probe
from pwa.audit.probes.traces import write_fresh
from pwa.audit.scan.random import judge
from pwa.audit.scan.words import finds, read_revealing, read_text

CONTROL = "safety plan"


def reveals(trial: Trial, texts: Iterable[tuple[str, str]], what: str) -> None:
    """Fail when a text holds a revealing word of any language; the control holds one."""
    revealing = read_revealing()
    if not list(finds(CONTROL, revealing)):
        raise Unable("a revealing word was not found where it is")
    count = size = 0
    for name, text in texts:
        count += 1
        size += len(text)
        for line, word, context in finds(f"{name}\n{text}", revealing):
            raise Leaked(f"{word} in {name}, line {line}: …{context}…")
    if count == 0:
        raise Unable(f"nothing to read: {what}")
    trial.facts[what] = f"{count} texts, {size:,} characters"
    trial.control.append(f"“{CONTROL}” was found by the same search.")


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
        cover.page.evaluate("localStorage.setItem('control', 'there')")
        if stored(cover.page) == theirs:
            raise Unable("something stored on purpose was not seen")
        trial.control.append("Something stored on purpose made the two differ.")
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


def on_paper(ground: Ground, trial: Trial) -> None:
    """Lay the open space out for paper: only the cover may be on it."""
    with ground.lab() as lab:
        planner = ground.settled(lab)
        before = seen_texts(lab.page)
        write_fresh(ground, lab, planner, trial)
        planner.home()
        planner.go("People")
        planner.press("Add someone")
        on_screen = seen_texts(lab.page)
        inside = set(on_screen) - set(before)
        if not inside:
            raise Unable("nothing of the space was seen on the screen")
        trial.control.append(f"On the screen {len(inside)} texts of the space were seen.")
        lab.page.emulate_media(media="print")
        if not lab.page.evaluate("matchMedia('print').matches"):
            raise Beyond("this engine's tools do not lay out for paper")
        printed = set(seen_texts(lab.page))
        lab.page.emulate_media(media="screen")
        trial.done.append("Laid the open space out for paper.")
        trial.facts["texts on paper"] = str(len(printed))
        if not printed:
            raise Leaked("the paper is empty, which no list is")
        if printed & inside - set(before):
            raise Leaked(f"on paper: {', '.join(sorted(printed & inside)[:5])}")


def heard(ground: Ground, trial: Trial) -> None:
    """Read the accessibility tree of a cover with a space behind it, and of one without."""
    with ground.lab() as space, ground.lab(has_space=False) as cover:
        planner = ground.settled(space)
        ground.settled(cover)
        names = heard_names(space.page)
        reveals(trial, [("the accessibility tree", "\n".join(names))], "heard")
        if names != heard_names(cover.page):
            odd = set(names) ^ set(heard_names(cover.page))
            raise Leaked(f"heard only where there is a space, or none: {'; '.join(sorted(odd))}")
        trial.done.append("Read the accessibility trees of two covers.")
        planner.open(ground.secret)
        planner.go("People")
        if not any("People" in name for name in heard_names(space.page)):
            raise Unable("the accessibility tree does not show an open space")
        trial.control.append("With the space open, its headings stand in the tree.")


def noticed(ground: Ground, trial: Trial) -> None:
    """Hand a push to the worker of a phone with a space and of one without, and read both."""
    with ground.lab() as space, ground.lab(has_space=False) as cover:
        mine, theirs = _noticed(ground, space), _noticed(ground, cover)
        trial.done.append("Handed a push to the workers of two phones and read what was shown.")
        show_notice(space.page, CONTROL)
        until(lambda: len(shown_notices(space.page)) > 1, what="a notification made on purpose")
        texts = [str(each) for each in shown_notices(space.page)]
        if not any(list(finds(text, read_revealing())) for text in texts):
            raise Unable("a revealing word in a notification was not found")
        trial.control.append("A notification with a revealing word was found among those shown.")
    reveals(trial, [("the notification", "\n".join(mine))], "in the notification")
    if mine != theirs:
        raise Leaked(f"with a space it is {mine}, without {theirs}")


def _noticed(ground: Ground, lab: Lab) -> list[str]:
    """Return all that the notification shows after one push."""
    if not lab.has_devtools:
        raise Beyond("no push can be handed to this engine's worker")
    lab.context.grant_permissions(["notifications"], origin=ground.address)
    ground.settled(lab)
    deliver(lab.page)
    until(lambda: shown_notices(lab.page) != [], what="a notification")
    return shown_notices(lab.page)[0]


PROBE = Probe(
    "rest",
    ("P3", "P6", "P1"),
    (
        Case("served", "What anybody is served names nothing", served),
        Case("cached", "What the phone caches names nothing", cached),
        Case("storage", "Storage is the same with a space and without", same_storage),
        Case("box", "The box looks like random bytes", random_box),
        Case("paper", "A print-out shows only the cover", on_paper),
        Case("notification", "A notification names nothing", noticed),
        Case("heard", "The accessibility tree shows only the cover", heard),
    ),
)
