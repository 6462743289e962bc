"""Google's CSP Evaluator finds nothing of high severity in any policy."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from pwa.headers import Kind, bounce_policy, header_sets, write_policy

EVALUATOR = Path(__file__).parent.parent / "support/csp.mjs"
# `Severity` of csp_evaluator: the smaller, the worse.
HIGH, SYNTAX, HIGH_MAYBE = 10, 20, 40
BAD = (HIGH, SYNTAX, HIGH_MAYBE)
HASH = "sha256-" + "A" * 43 + "="


def evaluate(policies: list[str]) -> list[list[dict[str, Any]]]:
    node = shutil.which("node")
    assert node is not None, "Node is needed to run the CSP Evaluator"
    done = subprocess.run(
        [node, EVALUATOR], input=json.dumps(policies), capture_output=True, text=True, check=True
    )
    found: list[list[dict[str, Any]]] = json.loads(done.stdout)
    return found


POLICIES = {
    kind.value: headers["Content-Security-Policy"] for kind, headers in header_sets([HASH]).items()
} | {"bounce": write_policy(bounce_policy(HASH))}


def test_every_kind_has_a_policy() -> None:
    assert set(POLICIES) == {kind.value for kind in Kind}


@pytest.mark.parametrize("kind", sorted(POLICIES))
def test_policy_has_no_high_severity_finding(kind: str) -> None:
    (findings,) = evaluate([POLICIES[kind]])
    assert [found for found in findings if found["severity"] in BAD] == []


def test_evaluator_finds_a_weak_policy() -> None:
    (findings,) = evaluate(["script-src 'unsafe-inline' *"])
    assert HIGH in {found["severity"] for found in findings}
