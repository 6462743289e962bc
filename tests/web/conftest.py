"""Which databases the tests of the web run on: both kinds."""

import pytest

from tests.support.migrated import KINDS


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)
