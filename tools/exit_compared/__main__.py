"""`make bench-exit`: both exits on a fast line, on slow 3G and offline, in one run."""

import statistics
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from pwa.audit.drive.line import PACES
from pwa.audit.ground import Ground
from tests.e2e.server import start_server
from tools.bench.stage import chromium
from tools.exit_compared.measure import (
    Measured,
    Stays,
    ours,
    theirs,
    what_stays_of_ours,
    what_stays_of_theirs,
)

ROUNDS = 8
NAMES = ("ours", "govuk-frontend")
ROW, LEFT, WIDTH = 26, 190, 680


def cell(times: list[float], never: int = 0) -> str:
    """Say the middle and the longest, or that it never came."""
    if not times:
        return f"never ({never} of {never})"
    return f"{statistics.median(times):,.0f} ms (longest {max(times):,.0f})"


def table(found: dict[tuple[str, str], Measured], stays: dict[str, Stays]) -> str:
    """Return the results as a Markdown table."""
    heads = [
        "line",
        "exit",
        "gone from the screen",
        "a page to use",
        "a fresh page",
        "back on Back",
    ]
    rows = [heads, ["---"] * len(heads)]
    for (pace, name), each in found.items():
        back = f"{each.back} of {each.rounds}"
        fresh = cell(each.usable, each.never)
        live = cell(each.live) if each.live else fresh
        rows.append([pace, name, cell(each.gone), live, fresh, back])
    more = [["exit", "hits in memory before", "2.5 s after", "on disk, after the end"], ["---"] * 4]
    for name, stay in stays.items():
        more.append([name, str(stay.before), str(stay.memory), str(stay.disk)])
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([*lines, "", *(f"| {' | '.join(row)} |" for row in more)])


def plot(found: dict[tuple[str, str], Measured]) -> str:
    """Return bars of the time to a page that can be used."""
    times = {key: each.live or each.usable for key, each in found.items()}
    longest = max(statistics.median(each) for each in times.values() if each)
    parts = []
    for at, ((pace, name), each) in enumerate(times.items()):
        y = 10 + at * ROW
        median = statistics.median(each) if each else None
        width = (WIDTH - LEFT - 110) * (median or 0) / longest
        colour = "#3f78c9" if name == NAMES[0] else "#c2571a"
        said = "never" if median is None else f"{median:,.0f} ms"
        parts.append(f'<text x="{LEFT - 8}" y="{y + 14}" text-anchor="end">{pace}, {name}</text>')
        parts.append(f'<rect x="{LEFT}" y="{y}" width="{width:.1f}" height="18" fill="{colour}"/>')
        parts.append(f'<text x="{LEFT + width + 6:.1f}" y="{y + 14}">{said}</text>')
    height = 20 + ROW * len(found)
    style = "text { font: 13px system-ui, sans-serif; fill: #555; }"
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img"'
    label = 'aria-label="Touch to an ordinary page that can be used"'
    return f"{head} {label}><style>{style}</style>{''.join(parts)}</svg>\n"


def main(out: Path) -> None:
    """Measure everything and write `exit-compared.md` (a table) and `.svg` into `out`."""
    found: dict[tuple[str, str], Measured] = {}
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        server = start_server(folder / "var")
        path = chromium(playwright)
        ground = Ground(playwright, path, server.origin, folder / "ours", server.code)
        for pace in PACES:
            found[pace.name, NAMES[0]] = ours(ground, pace, ROUNDS)
            found[pace.name, NAMES[1]] = theirs(playwright, path, folder, pace, ROUNDS)
            print(f"{pace.name}: done", file=sys.stderr)
        stays = {
            NAMES[0]: what_stays_of_ours(ground),
            NAMES[1]: what_stays_of_theirs(playwright, path, folder),
        }
        server.stop()
    out.mkdir(parents=True, exist_ok=True)
    (out / "exit-compared.md").write_text(table(found, stays) + "\n")
    (out / "exit-compared.svg").write_text(plot(found))
    print(table(found, stays))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
