"""Measure everything and print it as tables; nothing here passes or fails by itself."""

import sys
from collections.abc import Callable, Sequence

from tools.bench import kdf, leaving, opening, pictures, planning, saving, sizes
from tools.bench.stage import Stage, open_stage
from tools.bench.table import Row, show

PARTS: dict[str, tuple[str, Callable[[Stage], Sequence[Row]]]] = {
    "kdf": ("Argon2id, 64 MiB, t = 3", kdf.measure),
    "opening": ("From secret to usable, page 4× slower", opening.measure),
    "saving": ("Save acknowledged, whole process 4× slower", saving.measure),
    "planning": ("A plan of 500 entries, page 4× slower", planning.measure),
    "pictures": ("With 40 pictures and a voice, page 4× slower", pictures.measure),
    "leaving": ("Close touched to cover painted, page 6× slower", leaving.measure),
}


def main(chosen: Sequence[str]) -> None:
    """Run the chosen parts, or all of them."""
    if not chosen or "sizes" in chosen:
        show("Bytes as served (brotli)", sizes.measure())
    wanted = [part for part in PARTS if not chosen or part in chosen]
    if wanted:
        with open_stage() as stage:
            for part in wanted:
                title, measure = PARTS[part]
                show(title, measure(stage))


if __name__ == "__main__":
    main(sys.argv[1:])
