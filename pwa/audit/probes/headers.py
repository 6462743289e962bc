"""Every answer carries the headers that the promises stand on."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from pwa.audit.errors import Leaked, Unable
from pwa.audit.grade import grade, read_policy
from pwa.audit.ground import Ground
from pwa.audit.model import Answer, Trial
from pwa.audit.probe import Case, Probe

TWO_YEARS = "max-age=63072000"
LEAST_SCORE = 145


@dataclass(frozen=True, slots=True)
class Rule:
    """One header: what it must say, and on which answers."""

    name: str
    wanted: str
    is_good: Callable[[str], bool]
    is_for: Callable[[Answer], bool]


def _everything(_answer: Answer) -> bool:
    return True


def _is_fresh(answer: Answer) -> bool:
    return not answer.path.startswith("/a/") or answer.status != 200


def _is_page(answer: Answer) -> bool:
    """Say whether it is the cover's page: isolated, unlike its bounce."""
    kind = dict(_headers(answer)).get("content-type", "")
    is_bounce = answer.path.endswith("/b")
    return answer.status == 200 and kind.startswith("text/html") and not is_bounce


def _is(wanted: str) -> Callable[[str], bool]:
    return lambda text: text.strip().lower() == wanted


def _says(wanted: str) -> Callable[[str], bool]:
    return lambda text: wanted in text.lower()


RULES = (
    Rule("x-content-type-options", "nosniff", _is("nosniff"), _everything),
    Rule("referrer-policy", "no-referrer", _is("no-referrer"), _everything),
    Rule("cross-origin-resource-policy", "same-origin", _is("same-origin"), _everything),
    Rule("strict-transport-security", TWO_YEARS, _says(TWO_YEARS), _everything),
    Rule("x-robots-tag", "noindex", _says("noindex"), _everything),
    Rule(
        "content-security-policy",
        "default-src 'none'",
        lambda text: read_policy(text).get("default-src") == {"'none'"},
        _everything,
    ),
    Rule("cache-control", "no-store", _is("no-store"), _is_fresh),
    Rule("cross-origin-opener-policy", "same-origin", _is("same-origin"), _is_page),
    Rule("cross-origin-embedder-policy", "require-corp", _is("require-corp"), _is_page),
    Rule("origin-agent-cluster", "?1", _is("?1"), _is_page),
    Rule("permissions-policy", "camera=()", _says("camera=()"), _is_page),
)
FORBIDDEN = ("set-cookie", "x-powered-by", "etag", "last-modified")
"""What could mark a person, or tells about the machine."""


def faults(answer: Answer) -> list[str]:
    """Name what an answer's headers lack, and what they should not say."""
    found: Mapping[str, str] = dict(_headers(answer))
    lacking = [
        f"{rule.name} does not say {rule.wanted}"
        for rule in RULES
        if rule.is_for(answer) and not rule.is_good(found.get(rule.name, ""))
    ]
    odd = [name for name in FORBIDDEN if name in found]
    if any(letter.isdigit() for letter in found.get("server", "")):
        odd.append("a version in server")
    return lacking + [f"{name} is there" for name in odd]


def _headers(answer: Answer) -> list[tuple[str, str]]:
    return [(name.lower(), text) for name, text in answer.headers]


def strict(ground: Ground, trial: Trial) -> None:
    """Judge every answer; each rule must be seen to notice that its header is gone."""
    answers = ground.answers
    page = next(answer for answer in answers if _is_page(answer))
    trial.done.append(f"Read the headers of {len(answers)} answers, errors among them.")
    told = [f"{each.method} {each.path}: {fault}" for each in answers for fault in faults(each)]
    if told:
        raise Leaked("; ".join(told[:6]))
    for name in {rule.name for rule in RULES}:
        kept = tuple(pair for pair in page.headers if pair[0].lower() != name)
        if not faults(replace(page, headers=kept)):
            raise Unable(f"that {name} was gone was not noticed")
    trial.control.append(f"Each of {len(RULES)} headers, taken away, was missed.")
    judged = grade(page, ground.address)
    trial.facts["grade"] = f"{judged.letter}, {judged.score} points"
    if judged.score < LEAST_SCORE:
        raise Leaked(f"the cover's headers have {judged.score} points, not {LEAST_SCORE}")


PROBE = Probe(
    "headers",
    ("P2", "P4", "P7"),
    (Case("strict", "Every answer carries the strict headers", strict),),
)
