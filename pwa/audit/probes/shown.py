"""What of a space or a reminder is shown outside the page: on paper, read aloud, as a notice."""

from contextlib import suppress

from pwa.audit.drive.lab import Lab
from pwa.audit.drive.notices import deliver, show_notice, shown_notices
from pwa.audit.drive.stored import heard_names, seen_texts
from pwa.audit.drive.wait import until
from pwa.audit.errors import Beyond, Leaked, TookTooLong, Unable
from pwa.audit.ground import Ground
from pwa.audit.model import Trial
from pwa.audit.probes.revealing import CONTROL, reveals
from pwa.audit.probes.traces import write_fresh
from pwa.audit.scan.words import finds, read_revealing

SHOWN_WITHIN_S = 10.0


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
    until(lambda: _is_noticed(lab), what="a notification")
    return shown_notices(lab.page)[0]


def _is_noticed(lab: Lab) -> bool:
    """Hand over a push and wait a while: on a busy machine one may be lost."""
    deliver(lab.page)
    with suppress(TookTooLong):
        until(lambda: shown_notices(lab.page) != [], SHOWN_WITHIN_S)
        return True
    return False
