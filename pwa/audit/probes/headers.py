"""Every answer carries the headers that the promises stand on."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pwa.audit.errors import Leaked, Unable
from pwa.audit.grade import grade, read_policy
from pwa.audit.ground import Ground
from pwa.audit.model import Answer, Trial
from pwa.audit.probe import Case, Probe
from pwa.audit.probes.policies import (
    feature_faults,
    is_cover,
    is_markup,
    isolation_faults,
    policy_faults,
)

TWO_YEARS_S = 63_072_000
LEAST_SCORE = 145
POLICY, FEATURES = "content-security-policy", "permissions-policy"


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


def _is(wanted: str) -> Callable[[str], bool]:
    return lambda text: text.strip().lower() == wanted


def _is_two_years(text: str) -> bool:
    age = re.search(r"\bmax-age=(\d+)", text.lower())
    return age is not None and int(age[1]) >= TWO_YEARS_S


def _says(wanted: str) -> Callable[[str], bool]:
    return lambda text: wanted in text.lower()


RULES = (
    Rule("x-content-type-options", "nosniff", _is("nosniff"), _everything),
    Rule("referrer-policy", "no-referrer", _is("no-referrer"), _everything),
    Rule("cross-origin-resource-policy", "same-origin", _is("same-origin"), _everything),
    Rule("strict-transport-security", f"max-age={TWO_YEARS_S}", _is_two_years, _everything),
    Rule("x-robots-tag", "noindex", _says("noindex"), _everything),
    Rule("cache-control", "no-store", _is("no-store"), _is_fresh),
    Rule("cross-origin-opener-policy", "same-origin", _is("same-origin"), is_cover),
    Rule("cross-origin-embedder-policy", "require-corp", _is("require-corp"), is_cover),
    Rule("origin-agent-cluster", "?1", _is("?1"), is_markup),
)
COMPARED = (POLICY, FEATURES)
"""What is compared with the promise, word by word: `policies`."""

FORBIDDEN = (
    *("set-cookie", "x-powered-by", "etag", "last-modified"),
    *("access-control-allow-origin", "report-to", "reporting-endpoints", "nel", "refresh"),
    "content-security-policy-report-only",
)
"""What could mark a person, tells about the machine, or speaks with others."""


def faults(answer: Answer) -> list[str]:
    """Name what an answer's headers lack, and what they should not say."""
    pairs = _headers(answer)
    found: Mapping[str, str] = dict(pairs)
    lacking = [
        f"{rule.name} does not say {rule.wanted}"
        for rule in RULES
        if rule.is_for(answer) and not rule.is_good(found.get(rule.name, ""))
    ]
    lacking += policy_faults(answer, found.get(POLICY, ""))
    if is_markup(answer):
        lacking += feature_faults(found.get(FEATURES, ""))
    lacking += isolation_faults(answer, found)
    # Of two that differ, browsers take one, or both.
    judged = {*COMPARED, *(rule.name for rule in RULES)}
    lacking += [f"{name} is there twice" for name in judged if _count(pairs, name) > 1]
    odd = [name for name in FORBIDDEN if name in found]
    if any(letter.isdigit() for letter in found.get("server", "")):
        odd.append("a version in server")
    return lacking + [f"{name} is there" for name in odd]


def _headers(answer: Answer) -> list[tuple[str, str]]:
    return [(name.lower(), text) for name, text in answer.headers]


def _count(pairs: Sequence[tuple[str, str]], wanted: str) -> int:
    return sum(name == wanted for name, _ in pairs)


def weakened(page: Answer) -> Iterator[tuple[str, Answer]]:
    """Yield the cover's page with one header less, one directive wider or one feature on."""
    found = dict(_headers(page))
    for name in (*COMPARED, *(rule.name for rule in RULES)):
        yield f"without {name}", _with(page, name, None)
    for name in read_policy(found[POLICY]):
        # The first of a name counts.
        yield f"{name} *", _with(page, POLICY, f"{name} *; {found[POLICY]}")
    for name in (each.strip() for each in found[FEATURES].split(",")):
        wider = name.partition("=")[0] + "=*"
        yield wider, _with(page, FEATURES, found[FEATURES].replace(name, wider))


def _with(answer: Answer, name: str, text: str | None) -> Answer:
    kept = tuple(pair for pair in answer.headers if pair[0].lower() != name)
    return replace(answer, headers=kept if text is None else (*kept, (name, text)))


def strict(ground: Ground, trial: Trial) -> None:
    """Judge every answer; each rule must be seen to notice that its header is gone."""
    answers = ground.answers
    page = next(answer for answer in answers if is_cover(answer))
    trial.done.append(f"Read the headers of {len(answers)} answers, errors among them.")
    told = [f"{each.method} {each.path}: {fault}" for each in answers for fault in faults(each)]
    if told:
        raise Leaked("; ".join(told[:6]))
    worse = list(weakened(page))
    for name, answer in worse:
        if not faults(answer):
            raise Unable(f"the cover's page {name} was not noticed")
    trial.control.append(
        f"The cover's page, made worse in {len(worse)} ways (a header less, a directive or a "
        f"feature open to all), was found at fault each time."
    )
    judged = grade(page, ground.address)
    trial.facts["grade"] = f"{judged.letter}, {judged.score} points"
    if judged.score < LEAST_SCORE:
        raise Leaked(f"the cover's headers have {judged.score} points, not {LEAST_SCORE}")


PROBE = Probe(
    "headers",
    ("P2", "P4", "P7"),
    (Case("strict", "Every answer carries the strict headers", strict),),
)
