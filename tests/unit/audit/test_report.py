"""The report: valid against its schema, whole in one file, honest about what was not run."""

import json
import re
from pathlib import Path

import jsonschema
import pytest

from pwa.audit.grade import grade, read_policy
from pwa.audit.model import PROMISES, Answer, EngineFacts, Frame, Look, Report, Trial
from pwa.audit.report import plots
from pwa.audit.report.data import as_json, read_schema
from pwa.audit.report.page import as_html
from pwa.audit.report.write import write
from pwa.audit.scan.hits import Hit, Scan
from pwa.headers import Kind, header_sets

ADDRESS = "https://list.example"


def make_report() -> Report:
    hit = Hit("typed", "utf-8", "renderer 7 <heap>", 64, "among text")
    leaked = Trial("traces/tap", "A finger on <Close>", ("P2", "P4"), "chromium", "list", "leaked")
    leaked.reason = "1 hit of typed in memory"
    leaked.looks = [Look("memory", "after", Scan([hit], 3, 4096, []))]
    leaked.frames = [Frame(-10.0, b"\xff\xd8before"), Frame(16.2, b"\xff\xd8after")]
    held = Trial("speed/fast", "Fast", ("P4",), "chromium", "list", "held", control=["seen"])
    held.timings = {"touch to cover": [12.0, 14.5, 40.25], "usable": [400.0]}
    beyond = Trial("returning/kept page", "Kept", ("P4",), "webkit", "list", is_beyond=True)
    beyond.reason = "Beyond: this engine's tools have no such thing"
    return Report(
        address=ADDRESS,
        began_at="2026-11-24T08:00:00+00:00",
        tool="pwa audit 0",
        engines=[EngineFacts("chromium", "156", ()), EngineFacts("webkit", "2.50", ("frames",))],
        absent=["firefox"],
        trials=[leaked, held, beyond],
        answers=[Answer("GET", "/list/", 200, (("X-Robots-Tag", "noindex"),), b"<p>")],
        grade=grade(Answer("GET", "/list/", 200, ()), ADDRESS),
        requests={"GET https://list.example/list/": 2},
    )


def test_report_is_valid_against_its_schema() -> None:
    schema = read_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(as_json(make_report()), schema)


def test_schema_refuses_what_is_not_a_report() -> None:
    broken = as_json(make_report())
    broken["trials"][0]["verdict"] = "fine"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(broken, read_schema())


def test_every_part_of_the_schema_is_described_and_filled() -> None:
    schema = read_schema()
    report = as_json(make_report())
    assert set(schema["properties"]) == set(schema["required"]) == set(report)
    assert set(schema["$defs"]["trial"]["required"]) == set(report["trials"][0])


def test_page_needs_nothing_else_and_escapes_what_it_shows() -> None:
    page = as_html(make_report())
    assert "A finger on &lt;Close&gt;" in page
    assert "renderer 7 &lt;heap&gt;" in page
    assert "<Close>" not in page
    assert re.findall(r"""(?:src|href)=["'](?!data:)""", page) == []
    assert "url(" not in page
    for name, title in PROMISES.items():
        assert f"{name} {title}" in page
    assert page.count("data:image/jpeg;base64,") == 2
    assert 'name="viewport"' in page
    assert "@media print" in page


def test_paper_shows_few_hits_of_the_control_and_every_leak() -> None:
    report = make_report()
    hits = [Hit("typed", "utf-8", f"renderer {at}", at, "among text") for at in range(9)]
    report.trials[0].looks.insert(0, Look("memory", "before", Scan(hits, 3, 4096, [])))
    page = as_html(report)
    lists = re.findall(r"<ul( class=\"control\")?>\n<li><code>typed.*?</ul>(<p)?", page, re.DOTALL)
    assert lists == [(' class="control"', "<p"), ("", "")]
    assert ".control li:nth-child(n+6) { display: none; }" in page.split("@media print")[1]


def test_both_files_are_written(tmp_path: Path) -> None:
    page, data = write(make_report(), tmp_path / "out")
    assert page.read_text().startswith("<!doctype html>")
    assert json.loads(data.read_text())["verdict"] == "leaked"


def test_one_leak_outweighs_all_and_what_is_beyond_counts_for_nothing() -> None:
    report = make_report()
    assert report.verdict() == "leaked"
    report.trials.pop(0)
    assert report.verdict() == "held"
    report.trials.append(Trial("x/y", "", ("P1",), "chromium", "list"))
    assert report.verdict() == "not run"
    assert report.promise("P4") == "held"
    assert report.promise("P9") == "not run"


def test_page_tells_what_tools_could_not_make_and_which_engine_is_not_there() -> None:
    report = make_report()
    assert "1 of 2 trials leaked." in as_html(report)
    report.trials.pop(0)
    page = as_html(report)
    assert "All 1 trials held." in page
    assert "An engine's tools could not make 1 more." in page
    assert re.search(r"<h3>firefox</h3>\s*<p[^>]*>It is not on this machine", page)
    report.trials.pop()
    report.absent.clear()
    page = as_html(report)
    assert "could not make" not in page
    assert "not on this machine" not in page


def test_no_trial_at_all_is_no_success() -> None:
    assert Report(ADDRESS, "", "").verdict() == "not run"


def test_times_are_summed_up_by_rank() -> None:
    times = [float(number) for number in range(1, 101)]
    assert plots.quantile(times, 0.5) == 51
    assert plots.quantile(times, 0.99) == 100
    assert plots.summary(times) == "100 runs, median 51.0 ms, p99 100.0 ms, longest 100.0 ms"


def judged(headers: dict[str, str], html: str = '<script src="/a/1.js"></script>') -> int:
    return grade(Answer("GET", "/", 200, tuple(headers.items()), html.encode()), ADDRESS).score


GOOD = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; form-action 'none'; "
    "frame-ancestors 'none'",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "Strict-Transport-Security": "max-age=63072000",
    "X-Content-Type-Options": "nosniff",
}


def test_strict_headers_reach_the_top() -> None:
    assert judged(GOOD) == 150


def test_our_own_cover_reaches_the_top() -> None:
    assert judged(dict(header_sets(("'sha256-abc='",))[Kind.COVER])) == 150


@pytest.mark.parametrize(
    ("name", "text", "score"),
    [
        ("Content-Security-Policy", None, 55),
        ("Content-Security-Policy", "script-src 'self' 'unsafe-inline'", 60),
        ("Content-Security-Policy", "default-src 'self' 'unsafe-eval'; frame-ancestors *", 130),
        (
            "Content-Security-Policy",
            "default-src 'self'; form-action 'self'; frame-ancestors *",
            145,
        ),
        ("Cross-Origin-Embedder-Policy", None, 140),
        ("Cross-Origin-Opener-Policy", "nonsense", 135),
        ("Cross-Origin-Resource-Policy", "cross-origin", 140),
        ("Referrer-Policy", "unsafe-url", 140),
        ("Referrer-Policy", None, 145),
        ("Strict-Transport-Security", None, 80),
        ("Strict-Transport-Security", "max-age=60", 140),
        ("X-Content-Type-Options", None, 145),
        ("Set-Cookie", "a=b", 60),
        ("Access-Control-Allow-Credentials", "true", 50),
    ],
)
def test_each_weakness_costs_what_the_rules_say(name: str, text: str | None, score: int) -> None:
    headers = {key: value for key, value in GOOD.items() if key != name}
    if text is not None:
        headers[name] = text
    assert judged(headers) == score


def test_foreign_script_without_its_hash_costs_points() -> None:
    assert judged(GOOD, '<script src="https://other.example/x.js"></script>') == 145
    assert judged(GOOD, '<script integrity="sha256-x" src="/x.js"></script>') == 155


def test_first_directive_of_a_name_counts() -> None:
    assert read_policy("script-src 'self'; script-src *")["script-src"] == {"'self'"}
