"""Anything at all that can be sent as the body of a request, for Hypothesis to choose from."""

import json

from hypothesis import HealthCheck
from hypothesis import strategies as st
from sqlalchemy import Engine, inspect, text

CANARY = "zq7canary"
#: What a route may answer with when it was sent nonsense.
REFUSED = {200, 204, 400, 403, 404, 405, 413, 415, 422, 429}

SHARED = {"suppress_health_check": [HealthCheck.function_scoped_fixture], "deadline": None}

TEXTS = st.one_of(
    st.text(max_size=40),
    st.sampled_from([
        CANARY, "100000005639", "<script>zq7canary</script>", "\u202ezq7canary", "=1+1",
        "\x00", "\ud800", "' OR 1=1 --", "../../etc/passwd", "{{7*7}}", "9" * 400, "https://169.254.169.254/",
    ]),
)  # fmt: skip
NAMES = st.one_of(
    st.sampled_from([
        "code", "all", "endpoint", "id", "rule", "zone", "credential", "name", "onward", "response",
        "rawId", "clientDataJSON",
    ]),
    TEXTS,
)  # fmt: skip
LEAVES = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), TEXTS)
VALUES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(NAMES, inner, max_size=4)),
    max_leaves=12,
)
KEYS = st.fixed_dictionaries({
    # Looked up before anything else is.
    "id": st.one_of(st.sampled_from(["\x00", "\ud800"]), TEXTS),
    "rawId": TEXTS,
    "type": st.one_of(st.just("public-key"), TEXTS),
    "response": st.dictionaries(NAMES, VALUES, max_size=4),
})  # fmt: skip
#: What a browser sends of a passkey, in its shape at least.
KEY_BODIES = st.fixed_dictionaries({"credential": KEYS, "name": TEXTS, "onward": TEXTS}).map(
    lambda value: json.dumps(value).encode()
)
#: What may stand in an address where a number or a name is asked for.
PARTS = (
    "0",
    "1",
    "2147483647",
    "2147483648",
    str(2**63),
    "9" * 20,
    "9" * 5000,
    "-1",
    "٣",
    "\x00",
    "\u202e",
)
BODIES = st.one_of(
    VALUES.map(lambda value: json.dumps(value).encode()),
    st.dictionaries(NAMES, VALUES, max_size=5).map(lambda value: json.dumps(value).encode()),
    st.binary(max_size=200),
    st.text(max_size=60).map(lambda each: each.encode("utf-16")),
    st.sampled_from([b"", b"{", b"[" * 4000, b'{"code":"\\ud800"}', b'{"a":1,"a":2}', b"\xff"]),
)
TYPES = st.sampled_from([
    "application/json", "application/json; charset=utf-16", "text/plain", "multipart/form-data",
    "multipart/form-data; boundary=x", "application/x-www-form-urlencoded", "", "\u00e9/x",
])  # fmt: skip


def all_rows(engine: Engine) -> str:
    """Return every row of every table."""
    with engine.connect() as connection:
        tables = sorted(inspect(connection).get_table_names())
        return str([connection.execute(text(f'SELECT * FROM "{each}"')).all() for each in tables])
