"""`pwa audit`: the reviewers' command."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn
from urllib.parse import urlsplit

import click

if TYPE_CHECKING:
    from pwa.audit.model import Report, Verdict

COVERS = ("list", "calculator")
ENGINES = ("chromium", "firefox", "webkit")
STATUS: "dict[Verdict, int]" = {"held": 0, "leaked": 1, "not run": 2}
MISSING = (
    "the audit's own packages are missing: "
    "`uv sync --extra audit`, or `pip install 'pwa[audit]'`, brings them"
)


def _origin(_context: click.Context, _parameter: click.Parameter, text: str) -> str:
    parts = urlsplit(text)
    if parts.scheme not in ("http", "https") or not parts.netloc:
        raise click.BadParameter("give an address such as https://list.example")
    if parts.path not in ("", "/") or parts.query or parts.fragment:
        raise click.BadParameter("give the address without a path: the covers are found there")
    return f"{parts.scheme}://{parts.netloc}"


@click.command()
@click.argument("url", callback=_origin)
@click.option(
    "--engine",
    "engines",
    multiple=True,
    type=click.Choice(ENGINES),
    help="Use only this engine; may be given again. All that are present, if not given.",
)
@click.option(
    "--cover",
    "covers",
    multiple=True,
    type=click.Choice(COVERS),
    help="Audit only this cover; may be given again. The list, if not given.",
)
@click.option(
    "--start-code", help="A start code of the deployment; each engine and cover uses it once."
)
@click.option(
    "--rounds",
    type=click.IntRange(1, 10_000),
    default=200,
    show_default=True,
    help="How often each measurement of time is made.",
)
@click.option(
    "--only",
    "only",
    multiple=True,
    metavar="PROBE",
    help="Run only this probe; may be given again.",
)
@click.option("--short", is_flag=True, help="Leave out a notification and two ways to end.")
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("audit"),
    show_default=True,
    help="Folder for report.html and report.json.",
)
@click.option("--headed", is_flag=True, help="Show the browser windows.")
def audit(  # noqa: PLR0913, PLR0917 -- one argument for each option
    url: str,
    engines: tuple[str, ...],
    covers: tuple[str, ...],
    start_code: str | None,
    rounds: int,
    only: tuple[str, ...],
    short: bool,
    out: Path,
    headed: bool,
) -> None:
    """Try to find what a deployment leaves behind, and write a report.

    It drives real browsers through the real screens of URL: writes random words, leaves in many
    ways, and looks for the words on the disk and in the memory of every browser process. It tells
    nothing to the deployment but what a person's phone would.

    \b
    Exit status: 0 all held, 1 something leaked, 2 something could not be run.

    \b
    Examples:
      pwa audit http://127.0.0.1:8000 --start-code 'the code'
      pwa audit https://list.example --start-code 'the code' --engine firefox --out review
    """
    try:
        from pwa.audit.errors import Unable
        from pwa.audit.model import Trial
        from pwa.audit.probes.all import PROBES
        from pwa.audit.report.write import write
        from pwa.audit.run import Order, run
    except ImportError as missing:
        _stop(f"{MISSING} ({missing.name})")
    unknown = set(only) - {probe.name for probe in PROBES}
    if unknown:
        known = ", ".join(probe.name for probe in PROBES)
        raise click.BadParameter(f"no probe {', '.join(sorted(unknown))}; there are {known}")
    _need_place(out)
    order = Order(url, engines, covers or COVERS[:1], start_code, rounds, only, short, headed)

    with click.progressbar(length=1, label="Starting", file=sys.stderr) as bar:

        def tell(trial: Trial, total: int) -> None:
            bar.length = total
            bar.label = f"{trial.engine} {trial.probe}"[:40].ljust(40)
            bar.update(1)
            if trial.verdict != "held" and not trial.is_beyond:
                click.echo(f"\n{trial.verdict}: {trial.probe}: {trial.reason}", err=True)

        try:
            report = run(order, tell)
        except Unable as reason:
            _stop(str(reason))
        # An end of the tool's own must not look like a leak.
        except (Exception, KeyboardInterrupt) as trouble:
            _stop(f"it ended with {type(trouble).__name__}: {str(trouble).strip()}")
    for path in write(report, out):
        click.echo(path)
    _sum_up(report)
    sys.exit(STATUS[report.verdict()])


def _need_place(out: Path) -> None:
    """Stop where no report could be written, before anything is tried."""
    there = next(each for each in (out, *out.absolute().parents) if each.exists())
    if not there.is_dir() or not os.access(there, os.W_OK):
        _stop(f"nothing can be written to {out}")


def _sum_up(report: "Report") -> None:
    click.echo(", ".join(f"{report.count(verdict)} {verdict}" for verdict in STATUS))
    if report.beyond():
        click.echo(f"An engine's tools could not make {report.beyond()} more.")
    for name in report.absent:
        click.echo(f"{name}: not on this machine")


def _stop(sentence: str) -> NoReturn:
    click.echo(f"pwa audit: {sentence}", err=True)
    sys.exit(STATUS["not run"])
