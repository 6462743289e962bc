"""The promises, shown by the probes of `pwa audit`: each on a profile of its own, with its control.

What a shortened audit leaves out runs with `make e2e-slow`.
"""

import pytest
from playwright.sync_api import Playwright

from pwa.audit.ground import Ground
from pwa.audit.probe import Case, Probe, attempt
from pwa.audit.probes.all import PROBES
from tests.e2e.clean import assert_held
from tests.e2e.server import Server

CASES = [
    pytest.param(
        probe, case, id=f"{probe.name}/{case.name}", marks=[pytest.mark.slow] * case.is_long
    )
    for probe in PROBES
    for case in probe.cases
]


@pytest.fixture(scope="module")
def ground(
    playwright: Playwright,
    chromium: str,
    server: Server,
    tmp_path_factory: pytest.TempPathFactory,
) -> Ground:
    """The product, a start code and room for profiles."""
    folder = tmp_path_factory.mktemp("audit")
    return Ground(playwright, chromium, server.origin, folder, server.code, rounds=10)


@pytest.mark.parametrize(("probe", "case"), CASES)
def test_promise_is_held(ground: Ground, probe: Probe, case: Case) -> None:
    assert_held(attempt(probe, case, ground))
