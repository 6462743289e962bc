"""`pwa audit` refuses in plain words, and its exit status tells the verdict."""

import socket
from contextlib import nullcontext
from pathlib import Path

import pytest
from click.testing import CliRunner

from pwa.audit import command, run
from pwa.audit.errors import Unable
from pwa.audit.ground import Ground
from pwa.audit.model import Answer, Report, Trial, Verdict
from pwa.audit.probe import Case, Probe, begin


def invoke(*words: str) -> tuple[int, str]:
    done = CliRunner().invoke(command.audit, words)
    return done.exit_code, done.output


class Nowhere:
    """A Playwright without a browser of its own."""

    class chromium:  # noqa: N801 -- stands in for Playwright's own attribute
        executable_path = "/nowhere/chromium"


def leave_only(monkeypatch: pytest.MonkeyPatch, engine: str) -> None:
    """Have one engine be there, and a deployment that answers; no browser is started."""
    monkeypatch.setattr("shutil.which", lambda name: f"/{name}" if engine in name else None)
    monkeypatch.setattr(run, "sync_playwright", lambda: nullcontext(Nowhere))
    monkeypatch.setattr(run, "ask_all", lambda *_: [Answer("GET", "/list/", 200, ())])


@pytest.mark.parametrize(
    "address", ["list.example", "ftp://list.example", "http://a/list/", "http://"]
)
def test_address_that_is_none_is_refused(address: str) -> None:
    status, said = invoke(address)
    assert status == 2
    assert "give " in said


def test_nothing_there_ends_with_two_and_writes_nothing(tmp_path: Path) -> None:
    # Nobody listens at a port that is only held, and nobody else is given it.
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{held.getsockname()[1]}"
        status, said = invoke(address, "--out", str(tmp_path / "out"))
    assert status == 2
    assert "did not answer" in said
    assert not (tmp_path / "out").exists()


def test_unknown_probe_is_refused_with_the_known_ones() -> None:
    status, said = invoke("http://127.0.0.1:1", "--only", "everything")
    assert status == 2
    assert "traces" in said


@pytest.mark.parametrize(("verdict", "status"), [("held", 0), ("leaked", 1), ("not run", 2)])
def test_exit_status_tells_the_verdict(
    verdict: Verdict, status: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trial = Trial("traces/tap", "", ("P2",), "chromium", "list", verdict, control=["seen"])
    report = Report("http://127.0.0.1:1", "", "", trials=[trial])
    monkeypatch.setattr(run, "run", lambda _order, _tell: report)
    assert invoke("http://127.0.0.1:1", "--out", str(tmp_path))[0] == status
    assert (tmp_path / "report.html").exists()


@pytest.mark.parametrize("trouble", [KeyboardInterrupt(), RuntimeError("odd"), OSError("gone")])
def test_end_of_the_tools_own_does_not_look_like_a_leak(
    trouble: BaseException, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> Report:
        raise trouble

    monkeypatch.setattr(run, "run", fail)
    status, said = invoke("http://127.0.0.1:1", "--out", str(tmp_path))
    assert status == 2
    assert f"it ended with {type(trouble).__name__}" in said


@pytest.mark.parametrize("place", ["taken", "taken/below"])
def test_place_that_takes_no_report_is_refused_before_anything_is_tried(
    place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "taken").touch()
    monkeypatch.setattr(run, "run", None)
    status, said = invoke("http://127.0.0.1:1", "--out", str(tmp_path / place))
    assert status == 2
    assert "nothing can be written" in said or "is a file" in said


def test_what_an_interrupted_audit_saw_is_kept_and_the_rest_is_not_run(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    done: list[str] = []

    def attempt(probe: Probe, case: Case, ground: Ground) -> Trial:
        if len(done) == 2:
            raise KeyboardInterrupt
        done.append(case.name)
        trial = begin(probe, case, ground)
        trial.verdict = "held"
        return trial

    leave_only(monkeypatch, "chromium")
    monkeypatch.setattr(run, "attempt", attempt)
    order = run.Order("http://127.0.0.1:1", (), ("list",), None, 1)
    report = run.run(order, lambda _trial, _total: None)
    assert (report.count("held"), report.count("leaked")) == (2, 0)
    assert len(report.trials) == len(order.cases())
    assert {each.reason for each in report.trials[2:]} == {"the audit was interrupted"}
    assert report.verdict() == "not run"


def test_limits_of_an_engine_name_what_it_could_not_be_asked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def attempt(probe: Probe, case: Case, ground: Ground) -> Trial:
        trial = begin(probe, case, ground)
        trial.is_beyond, trial.reason = True, "Beyond: it hums not"
        return trial

    leave_only(monkeypatch, "firefox")
    monkeypatch.setattr(run, "attempt", attempt)
    order = run.Order("http://127.0.0.1:1", ("firefox",), ("list",), None, 1, only=("headers",))
    [firefox] = run.run(order, lambda _trial, _total: None).engines
    assert firefox.cannot[-1].endswith(": it hums not")


def test_last_words_name_what_could_not_be_tried(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trials = [Trial("traces/tap", "", ("P2",), "webkit", "list", "held", control=["seen"])]
    trials.append(Trial("speed/film", "", ("P4",), "webkit", "list", is_beyond=True))
    report = Report("http://127.0.0.1:1", "", "", trials=trials, absent=["firefox"])
    monkeypatch.setattr(run, "run", lambda _order, _tell: report)
    said = invoke("http://127.0.0.1:1", "--out", str(tmp_path))[1]
    assert said.endswith(
        "1 held, 0 leaked, 0 not run\n"
        "An engine's tools could not make 1 more.\n"
        "firefox: not on this machine\n"
    )


@pytest.mark.parametrize(("engines", "absent"), [((), ["firefox", "webkit"]), (("chromium",), [])])
def test_engine_that_is_not_there_is_named_in_the_report(
    engines: tuple[str, ...], absent: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    leave_only(monkeypatch, "chromium")
    order = run.Order("http://127.0.0.1:1", engines, ("list",), None, 1, only=("none",))
    report = run.run(order, lambda _trial, _total: None)
    assert report.absent == absent
    assert [each.name for each in report.engines] == ["chromium"]


def test_engine_that_was_named_and_is_not_there_is_no_verdict(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("shutil.which", lambda _name: None)
    with pytest.raises(Unable, match="no firefox on this machine"):
        run.present(Nowhere, ("firefox",))  # type: ignore[arg-type]
