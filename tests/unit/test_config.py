"""Settings: each is read, and each that cannot be used stops the start with its name."""

import stat
from pathlib import Path

import pytest

from pwa import secretsfile
from pwa.config import (
    FILE_KEYS,
    SECRET_KEYS,
    SETTINGS,
    is_first_start,
    read_config,
    secrets_path,
)
from pwa.errors import PwaError, SecretsExist, SecretsExposed, SettingInvalid, SettingMissing
from pwa.pushsettings import PushSettings, SenderMode

GOOD = {
    "PWA_CODE_PEPPER": "ab" * 32,
    "PWA_PACK_KEY": "cd" * 40,
    "PWA_DESK_KEY": "ef" * 32,
    "PWA_SIGN_KEY": "01" * 32,
}


@pytest.fixture
def here(tmp_path: Path) -> dict[str, str]:
    return {**GOOD, "PWA_VAR": str(tmp_path)}


def test_defaults_listen_on_this_machine_alone(here: dict[str, str], tmp_path: Path) -> None:
    config = read_config(here)
    assert (config.host, config.port) == ("127.0.0.1", 8000)
    assert config.trusted_hosts == ("127.0.0.1", "localhost")
    assert config.database_url == f"sqlite:///{tmp_path / 'pwa.sqlite'}"
    assert config.code_pepper == b"\xab" * 32


def test_every_setting_is_read(here: dict[str, str]) -> None:
    values = {
        "TRUSTED_HOSTS": "list.example, .other.example", "DATABASE_URL": "postgresql://h/d",
        "PWA_BUILT": "/b", "PWA_HOST": "0.0.0.0", "PWA_PORT": "81", "PWA_WORKERS": "3",
        "PWA_THREADS": "5", "PWA_PROXIES": "1", "PWA_TRIES": "7", "PWA_ALL_TRIES": "70",
        "PWA_LOG_LEVEL": "ERROR", "DESK_HOST": "Desk.example",
        "PWA_SENDER": "off", "PWA_REMINDER_REST_DAYS": "30",
        "PWA_PUSH_HOSTS": ".push.example, one.example", "PWA_PUSH_CONTACT": "mailto:a@b.example",
        "PWA_PUSH_LOOPBACK": "off", "PWA_REMINDER_KEY": "12" * 32,
        "PWA_PUSH_KEYS": f"{'34' * 32},{'56' * 32}",
    }  # fmt: skip
    assert {*values, *here} == {setting.key for setting in SETTINGS}
    config = read_config(here | values)
    assert config.trusted_hosts == ("list.example", ".other.example")
    assert (config.database_url, str(config.built)) == ("postgresql://h/d", "/b")
    assert (config.host, config.port, config.workers, config.threads) == ("0.0.0.0", 81, 3, 5)
    assert (config.proxies, config.tries, config.all_tries) == (1, 7, 70)
    assert (config.log_level, config.desk_host) == ("ERROR", "desk.example")
    assert config.push == PushSettings(
        hosts=(".push.example", "one.example"), contact="mailto:a@b.example",
        takes_loopback=False, rest_days=30, sender=SenderMode.OFF,
        key=b"\x12" * 32, vapid_keys=(b"\x34" * 32, b"\x56" * 32),
    )  # fmt: skip


def test_without_their_keys_reminders_are_off(here: dict[str, str]) -> None:
    assert not read_config(here).push.is_on
    one = {"PWA_REMINDER_KEY": "12" * 32}
    other = {"PWA_PUSH_KEYS": "34" * 32}
    assert not read_config(here | one).push.is_on
    assert not read_config(here | other).push.is_on
    assert read_config(here | one | other).push.is_on


def test_push_services_are_told_the_first_host_that_is_not_this_machine(
    here: dict[str, str],
) -> None:
    assert read_config(here).push.contact == "https://localhost"
    hosts = {"TRUSTED_HOSTS": "127.0.0.1,list.example,other.example"}
    assert read_config(here | hosts).push.contact == "https://list.example"


REFUSED = [
    ("TRUSTED_HOSTS", " , "),
    ("TRUSTED_HOSTS", "list.example:8000"),
    ("TRUSTED_HOSTS", "https://list.example"),
    ("DESK_HOST", "desk.example:8000"),
    ("DESK_HOST", ".example"),
    ("PWA_DESK_KEY", "ab"),
    ("PWA_PORT", "-1"),
    ("PWA_PORT", "65536"),
    ("PWA_PORT", "8o"),
    ("PWA_PORT", "٣"),
    ("PWA_WORKERS", "0"),
    ("PWA_THREADS", "65"),
    ("PWA_PROXIES", "all"),
    ("PWA_TRIES", "0"),
    ("PWA_ALL_TRIES", "0"),
    ("PWA_LOG_LEVEL", "debug"),
    ("PWA_CODE_PEPPER", "ab" * 31),
    ("PWA_CODE_PEPPER", "zz" * 32),
    ("PWA_PACK_KEY", "abc" * 21),
    ("PWA_POTR", "8000"),
    ("PWA_SENDER", "yes"),
    ("PWA_REMINDER_REST_DAYS", "0"),
    ("PWA_REMINDER_REST_DAYS", "9999"),
    ("PWA_PUSH_HOSTS", "https://push.example"),
    ("PWA_PUSH_HOSTS", "push.example:443"),
    ("PWA_PUSH_HOSTS", "10.0.0.1"),
    ("PWA_PUSH_HOSTS", "localhost"),
    ("PWA_PUSH_HOSTS", "*.push.example"),
    ("PWA_PUSH_CONTACT", "somebody"),
    ("PWA_PUSH_CONTACT", "http://list.example"),
    ("PWA_PUSH_LOOPBACK", "1"),
    ("PWA_REMINDER_KEY", "12" * 31),
    ("PWA_PUSH_KEYS", "12" * 31),
    ("PWA_PUSH_KEYS", f"{'12' * 32},{'12' * 32}"),
    ("PWA_PUSH_KEYS", "ff" * 32),
    ("PWA_PUSH_KEYS", "00" * 32),
    ("PWA_HOST", "0.0.0.0"),
]


@pytest.mark.parametrize(("key", "value"), REFUSED)
def test_unusable_setting_is_refused_by_name(key: str, value: str, here: dict[str, str]) -> None:
    with pytest.raises(PwaError) as refusal:
        read_config(here | {key: value})
    named = "TRUSTED_HOSTS" if key == "PWA_HOST" else key
    sentence = str(refusal.value)
    assert sentence.startswith(named)
    assert sentence.endswith(".")


@pytest.mark.parametrize("key", FILE_KEYS)
def test_refusal_does_not_tell_the_key(key: str, here: dict[str, str]) -> None:
    with pytest.raises(SettingInvalid) as refusal:
        read_config(here | {key: "deadbeef"})
    assert "deadbeef" not in str(refusal.value)


def test_loopback_push_services_are_for_this_machine_alone(here: dict[str, str]) -> None:
    tests_only = here | {"PWA_PUSH_LOOPBACK": "on"}
    assert read_config(tests_only).push.takes_loopback
    public = {"PWA_HOST": "0.0.0.0", "TRUSTED_HOSTS": "list.example"}
    with pytest.raises(SettingInvalid, match="PWA_PUSH_LOOPBACK"):
        read_config(tests_only | public)


@pytest.mark.parametrize("key", SECRET_KEYS)
def test_missing_key_is_refused_by_name(key: str, here: dict[str, str]) -> None:
    del here[key]
    with pytest.raises(SettingMissing, match=key):
        read_config(here)


def test_keys_do_not_show(here: dict[str, str]) -> None:
    shown = repr(read_config(here))
    assert "database_url" in shown, "the probe must see the representation"
    assert "pepper" not in shown
    assert repr(b"\xab" * 32) not in shown


@pytest.fixture
def stored(tmp_path: Path) -> Path:
    path = tmp_path / "made" / "secrets"
    secretsfile.make(path, SECRET_KEYS)
    return path


def test_made_file_is_its_owners_alone(stored: Path) -> None:
    assert stat.S_IMODE(stored.stat().st_mode) == 0o600
    assert stat.S_IMODE(stored.parent.stat().st_mode) == 0o700


def test_made_file_serves_as_settings(stored: Path) -> None:
    config = read_config({"PWA_VAR": str(stored.parent)})
    assert len(config.code_pepper) == len(config.pack_key) == 32
    assert config.code_pepper != config.pack_key


def test_environment_wins_over_the_file(stored: Path) -> None:
    config = read_config({"PWA_VAR": str(stored.parent), "PWA_PACK_KEY": "ef" * 32})
    assert config.pack_key == b"\xef" * 32


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o610, 0o666])
def test_file_that_others_may_read_is_refused(mode: int, stored: Path) -> None:
    stored.chmod(mode)
    with pytest.raises(SecretsExposed, match="PWA_CODE_PEPPER"):
        read_config({"PWA_VAR": str(stored.parent)})


def test_file_is_never_overwritten(stored: Path) -> None:
    before = stored.read_bytes()
    with pytest.raises(SecretsExist):
        secretsfile.make(stored, SECRET_KEYS)
    assert stored.read_bytes() == before


def test_written_keys_are_added_or_changed_and_the_rest_stays(stored: Path) -> None:
    before = stored.read_text()
    secretsfile.write(stored, {"PWA_REMINDER_KEY": "12" * 32})
    assert stored.read_text() == before + f"PWA_REMINDER_KEY={'12' * 32}\n"
    secretsfile.write(stored, {"PWA_REMINDER_KEY": "34" * 32})
    assert stored.read_text() == before + f"PWA_REMINDER_KEY={'34' * 32}\n"
    assert stat.S_IMODE(stored.stat().st_mode) == 0o600
    assert [each.name for each in stored.parent.iterdir()] == ["secrets"]


@pytest.mark.parametrize("text", ["PWA_PORT=1\n", "nonsense-4711\n", "x" * 5000])
def test_strange_file_is_refused_without_telling_its_text(text: str, stored: Path) -> None:
    stored.write_text(text)
    with pytest.raises(SettingInvalid) as refusal:
        read_config({"PWA_VAR": str(stored.parent)})
    assert "4711" not in str(refusal.value)


def test_first_start_is_an_empty_place(tmp_path: Path) -> None:
    environ = {"PWA_VAR": str(tmp_path / "var")}
    assert is_first_start(environ)
    assert not is_first_start(environ | {"PWA_PACK_KEY": "ab" * 32})
    assert not is_first_start(environ | {"DATABASE_URL": "postgresql://h/d"})
    secrets_path(environ).parent.mkdir()
    (tmp_path / "var/pwa.sqlite").touch()
    assert not is_first_start(environ)
