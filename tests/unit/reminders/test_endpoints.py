"""Endpoints: push services that are known, in one exact form; every trick of writing is refused."""

import pytest

from pwa.reminders.endpoints import KNOWN_SERVICES, Services, is_public

KNOWN = Services()
MORE = Services(("push.example", ".below.example"))
LOOPBACK = Services(takes_loopback=True)


@pytest.mark.parametrize(
    ("endpoint", "service"),
    [
        ("https://fcm.googleapis.com/fcm/send/abc:APA91_-x", "fcm.googleapis.com"),
        ("https://fcm.googleapis.com:443/fcm/send/abc", "fcm.googleapis.com"),
        (
            "https://updates.push.services.mozilla.com/wpush/v2/gAAAAA",
            "updates.push.services.mozilla.com",
        ),
        ("https://autopush.stage.push.services.mozilla.com/x", ".push.services.mozilla.com"),
        ("https://wns2-by3p.notify.windows.com/w/?token=BQYAAAD%3d%3d", ".notify.windows.com"),
        ("https://web.push.apple.com/QGuQyavXutnMH", ".push.apple.com"),
    ],
)
def test_known_push_service_is_taken(endpoint: str, service: str) -> None:
    assert KNOWN.service_of(endpoint) == service


GOOD = "https://fcm.googleapis.com/fcm/send/abc"
REFUSED = [
    "", "/", "fcm.googleapis.com", "https://", "https://fcm.googleapis.com",
    "http://fcm.googleapis.com/a", "HTTPS://fcm.googleapis.com/a", "ftp://fcm.googleapis.com/a",
    "file:///etc/passwd", "gopher://fcm.googleapis.com/a", "//fcm.googleapis.com/a",
    "https:/fcm.googleapis.com/a", "https:fcm.googleapis.com/a", "https:///fcm.googleapis.com/a",
    # Another host, or a host that only looks like one of ours.
    "https://push.example/a", "https://evilfcm.googleapis.com/a", "https://a.fcm.googleapis.com/a",
    "https://fcm.googleapis.com.evil.example/a", "https://notify.windows.com/a",
    "https://evilnotify.windows.com/a", "https://.notify.windows.com/a",
    "https://fcm.googleapis.com./a", "https://FCM.googleapis.com/a", "https://fcm。googleapis.com/a",
    "https://fcm.googleapis。com/a", "https://ⓕcm.googleapis.com/a", "https://a..notify.windows.com/",
    "https://-a.notify.windows.com/a", "https://a_b.notify.windows.com/a",
    # Users, ports, fragments, backslashes, blanks: what parsers disagree about.
    "https://fcm.googleapis.com@evil.example/a", "https://fcm.googleapis.com:pw@evil.example/a",
    "https://evil.example@fcm.googleapis.com/a", "https://evil.example\\@fcm.googleapis.com/a",
    "https://fcm.googleapis.com\\@evil.example/a", "https://fcm.googleapis.com\\.evil.example/a",
    "https://fcm.googleapis.com:444/a", "https://fcm.googleapis.com:80/a",
    "https://fcm.googleapis.com:/a", "https://fcm.googleapis.com:443:443/a",
    "https://fcm.googleapis.com:0443/a", "https://fcm.googleapis.com?/a",
    "https://fcm.googleapis.com#/a", "https://fcm.googleapis.com/a#b", "https://evil.example#@fcm/",
    "https://fcm.googleapis.com/a\\b", "https://fcm.googleapis.com/a b", " " + GOOD, GOOD + " ",
    GOOD + "\n", GOOD + "\r\nHost: evil.example", GOOD + "\t", GOOD + "\x00", GOOD + "é",
    "https://fcm.googleapis.com%2eevil.example/a", "https://fcm.googleapis.com%00.evil.example/a",
    # Addresses, in every way of writing them.
    "https://127.0.0.1/a", "https://127.1/a", "https://2130706433/a", "https://0x7f000001/a",
    "https://017700000001/a", "https://0/a", "https://[::1]/a", "https://[::ffff:127.0.0.1]/a",
    "https://10.0.0.1/a", "https://169.254.169.254/latest/meta-data", "https://localhost/a",
    "https://localhost:8443/a", "https://8.8.8.8/a",
    "https://fcm.googleapis.com/" + "a" * 1024,
]  # fmt: skip


@pytest.mark.parametrize("endpoint", REFUSED, ids=lambda text: text[:60] or "empty")
def test_anything_else_is_refused(endpoint: str) -> None:
    assert KNOWN.service_of(endpoint) is None


def test_operator_may_take_more_services() -> None:
    assert KNOWN.service_of("https://push.example/a") is None
    assert MORE.service_of("https://push.example/a") == "push.example"
    assert MORE.service_of("https://a.below.example/a") == ".below.example"
    assert MORE.service_of("https://below.example/a") is None
    assert MORE.service_of(GOOD) == "fcm.googleapis.com"
    assert set(KNOWN_SERVICES) < set(MORE.names)


@pytest.mark.parametrize("endpoint", ["http://127.0.0.1:9/a", "http://localhost:8090/notify/a"])
def test_this_machine_is_taken_in_tests_alone(endpoint: str) -> None:
    assert KNOWN.service_of(endpoint) is None
    assert LOOPBACK.service_of(endpoint) == endpoint.split("/")[2].split(":")[0]


@pytest.mark.parametrize(
    "endpoint", ["http://10.0.0.1:9/a", "http://localhost.evil.example/a", "http://fcm.googleapis.com/"]
)  # fmt: skip
def test_nothing_but_this_machine_is_taken_in_tests(endpoint: str) -> None:
    assert LOOPBACK.service_of(endpoint) is None


PRIVATE = [
    "127.0.0.1", "127.255.255.254", "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.0.1",
    "100.64.0.1", "169.254.169.254", "192.0.2.1", "198.18.0.1", "224.0.0.1", "240.0.0.1",
    "255.255.255.255", "::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "fd12:3456::1",
    "ff02::1", "2001:db8::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1",
    "64:ff9b::a9fe:a9fe", "2002:7f00:1::", "2002:a00:1::1", "2001:0:a00:1::f5ff:fffe",
    "2001:0:4136:e378:8000:63bf:f7f7:f7f7",
    "fec0::1", "100::1", "", "localhost", "127.1", "0x7f.1", "8.8.8.8.8",
]  # fmt: skip


@pytest.mark.parametrize("address", PRIVATE)
def test_address_that_is_not_public_is_known(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", ["142.250.1.95", "34.117.65.55", "2a00:1450:4001:80b::200a", "64:ff9b::808:808"]
)
def test_public_address_is_known(address: str) -> None:
    assert is_public(address)
