"""A picture and a voice leave nothing either: no kept byte, no word of the camera's."""

from collections.abc import Sequence
from pathlib import Path

from pwa.audit.drive.inner import Planner
from pwa.audit.drive.lab import Lab
from pwa.audit.drive.pieces import (
    add_picture,
    draw_photo,
    kept_pieces,
    record_voice,
    with_metadata,
)
from pwa.audit.errors import Beyond
from pwa.audit.ground import Ground
from pwa.audit.model import Trial
from pwa.audit.probe import Case, Probe
from pwa.audit.probes.looking import (
    same_process_gone,
    see_before,
    see_nothing_in_memory,
    see_nothing_on_disk,
    with_control,
)
from pwa.audit.scan.canary import Needle, make_canary, text_needles

SLICE_BYTES = 40
SLICES = 3
WORDS = "words of the picture"


def leave_with_both(ground: Ground, trial: Trial) -> None:
    """Add a picture, look at it large and name it, record a voice, leave by Close."""
    with ground.lab() as lab:
        if not lab.has_devtools:
            raise Beyond("its file picker cannot be answered from outside")
        planner = ground.planner(lab)
        inside = make_canary()
        # Drawn first: what DevTools carries is gone with the pixels, the canary comes after.
        photo = with_metadata(draw_photo(lab.page, width=1_200, height=900), inside)
        path = ground.folder / "photo.jpg"
        path.write_bytes(photo)
        needles = list(put_in(ground, lab, planner, path))
        trial.done.append("Added a picture, saw it large, wrote what it shows, recorded a voice.")
        holders = see_before(lab, trial, needles, {"kept picture", "kept voice", WORDS})
        trial.has_left = True
        left_at_s = planner.leave()
        trial.done.append("Touched Close.")
        see_nothing_in_memory(lab, trial, needles, left_at_s)
        same_process_gone(lab, holders)
        # Not in memory: the browser reads the chosen file itself, through buffers of its own.
        needles += text_needles("inside the photo", inside)
        see_nothing_on_disk(trial, lab.disk(with_control(ground, needles)))
        planner.expect_cover()


def put_in(ground: Ground, lab: Lab, planner: Planner, path: Path) -> Sequence[Needle]:
    """Put both into the comfort box and return what was kept of them and typed, as needles."""
    planner.open(ground.secret)
    planner.go("Calm now")
    planner.go("My comfort box")
    add_picture(planner, path)
    lab.page.locator(".photo").first.click()
    lab.page.locator(".photo-large canvas").wait_for()
    words = make_canary()
    planner.field("What it shows").press_sequentially(words)
    planner.press("Go back")
    record_voice(planner)
    planner.kept()
    pieces = kept_pieces(lab.box(), ground.secret)
    picture = next(piece for piece in pieces if piece.startswith(b"\xff\xd8"))
    voice = next(piece for piece in pieces if not piece.startswith(b"\xff\xd8"))
    kept = [*slices("kept picture", picture), *slices("kept voice", voice)]
    return [*kept, *text_needles(WORDS, words)]


def slices(name: str, piece: bytes) -> list[Needle]:
    """Return a few stretches of a piece that are like no other bytes."""
    found = []
    for part in range(1, SLICES + 1):
        at = len(piece) * part // (SLICES + 1)
        stretch = piece[at : at + SLICE_BYTES]
        found.append(Needle(name, f"raw at {at}", stretch))
    return found


PROBE = Probe(
    "pictures",
    ("P2",),
    (Case("kept and left", "A picture and a voice, then Close", leave_with_both),),
)
