"""What tests of the audit share."""

from collections.abc import Iterator

import pytest

from pwa.audit.drive.tiny import TinyServer


@pytest.fixture
def tiny() -> Iterator[TinyServer]:
    """A page that is none of ours."""
    server = TinyServer("packed")
    yield server
    server.shutdown()
    server.server_close()
