"""The `pwa` command: what it says, and how it refuses."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from sqlalchemy import text

from pwa import cli, db
from pwa.config import SECRET_KEYS, read_config
from pwa.kits import commands
from pwa.kits.hashing import Argon2Hasher
from pwa.reminders.vapid import read_generation
from tests.conftest import TEST_KEYS
from tests.support.due import insert_due

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, insecure_kdf: Argon2Hasher) -> Run:
    monkeypatch.setattr(commands, "Argon2Hasher", lambda: insecure_kdf)
    # Logging is set up once for the process: not from inside a test.
    monkeypatch.setattr(cli, "start_logs", lambda _level: None)
    monkeypatch.chdir(tmp_path)

    def invoke(*words: str, **environ: str) -> Result:
        settings = {"PWA_VAR": str(tmp_path / "var"), **TEST_KEYS} | environ
        return CliRunner().invoke(cli.main, words, env=settings)

    return invoke


def create(run: Run, *words: str) -> str:
    done = run("kit", "create", *words)
    assert done.exit_code == 0, done.output
    found = re.search(r"^Start code (\d{4} \d{4} \d{4})$", done.output, re.MULTILINE)
    assert found is not None
    return found[1].replace(" ", "")


def test_kit_is_created_listed_and_revoked(run: Run) -> None:
    assert run("db", "upgrade").exit_code == 0
    code = create(run, "--uses", "5", "--language", "es", "--label", "June visit")
    listed = run("kit", "list").output
    assert re.fullmatch(r"1\topen\t5/5\t\d{4}-\d\d-\d\d\tes\tUS\tlist\tJune visit\n", listed)
    assert code not in listed
    assert run("kit", "revoke", "1").output == "Kit 1 is revoked.\n"
    assert "revoked" in run("kit", "list").output


def make_agency(run: Run) -> None:
    run("db", "upgrade")
    words = ("--agency", "North House", "--email", "marta@north.example", "--name", "Marta")
    assert run("desk", "create-admin", *words).exit_code == 0


def test_services_go_in_and_out_as_files(run: Run, tmp_path: Path) -> None:
    make_agency(run)
    path = tmp_path / "services.csv"
    path.write_text("name,call\nNight beds,+1 555 0100\n", "utf-8")
    agency = ("--agency", "North House")
    assert run("services", "import", str(path), *agency, "--dry-run").output == "new\tNight beds\n"
    assert run("services", "list", *agency).output == ""
    assert run("services", "import", str(path), *agency).exit_code == 0
    listed = run("services", "list", *agency).output
    assert re.fullmatch(r"[0-9a-f]{8}\tlook again\tnever\tNight beds\n", listed)
    path.write_bytes(run("services", "export", *agency).stdout_bytes)
    again = run("services", "import", str(path), *agency, "--dry-run").output
    assert again == "same\tNight beds\n"


def test_bad_file_of_services_is_refused_with_every_problem(run: Run, tmp_path: Path) -> None:
    make_agency(run)
    path = tmp_path / "services.json"
    path.write_text(json.dumps([{"name": "=1"}, {"call": "x"}]))
    done = run("services", "import", str(path), "--agency", "North House")
    assert done.exit_code == 1
    assert "[services-invalid]" in done.stderr
    told = done.stderr.replace(" [services-invalid]", "").splitlines()
    assert [line for line in told if line.startswith("- ")] == [
        "- row 1: needs one of call, text, chat, where: a way to reach it",
        "- row 1, name: starts with =, +, - or @, which a spreadsheet would run",
        "- row 2, call: is not a number to dial: digits, spaces, ( ) - and a + in front",
        "- row 2, name: is missing",
    ]
    assert "[agency-unknown]" in run("services", "list", "--agency", "None").stderr


def test_kit_of_an_agency_is_made_on_the_command_line(run: Run) -> None:
    make_agency(run)
    create(run, "--agency", "North House", "--without", "us-911", "--pick", "0a0b0c0d")
    assert "[kit-invalid]" in run("kit", "create", "--without", "<b>").stderr
    assert "[agency-unknown]" in run("kit", "create", "--agency", "None").stderr


def test_backup_is_made_and_brought_back(run: Run, tmp_path: Path) -> None:
    make_agency(run)
    copy = str(tmp_path / "copy")
    assert run("backup", copy).exit_code == 0
    create(run)
    assert "[backup-refused]" in run("backup", copy).stderr
    assert "[backup-refused]" in run("restore", copy).stderr
    back = run("restore", copy, "--replace")
    assert back.exit_code == 0
    for word in ("Accounts closed", "recovery", "Start codes", "Services and helplines"):
        assert word in back.output
    assert run("kit", "list").output == ""
    assert run("db", "restored").output in back.output
    elsewhere = {"DATABASE_URL": "postgresql://h/d"}
    assert "pg_dump" in run("backup", str(tmp_path / "other"), **elsewhere).stderr


def test_kit_brings_its_services(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "services.json"
    path.write_text(json.dumps([{"name": "North house"}]))
    run("db", "upgrade")
    create(run, "--services", str(path))
    path.write_text("no JSON")
    assert "[kit-invalid]" in run("kit", "create", "--services", str(path)).stderr


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("kit", "list"), "database-behind"),
        (("serve", "--port", "0"), "built-missing"),
    ],
)
def test_refusal_is_one_sentence_and_a_status(
    words: tuple[str, ...], code: str, run: Run, tmp_path: Path
) -> None:
    done = run(*words, PWA_BUILT=str(tmp_path / "nowhere"))
    assert done.exit_code == 1
    assert re.fullmatch(rf"pwa: [^\n]+ \[{code}\]\n", done.stderr)


def test_unknown_kit_is_refused(run: Run) -> None:
    run("db", "upgrade")
    assert "[kit-unknown]" in run("kit", "revoke", "7").stderr


def test_unusable_kit_is_refused(run: Run) -> None:
    run("db", "upgrade")
    assert "[kit-invalid]" in run("kit", "create", "--exit-site", "http://example.org").stderr


def test_kit_lasts_through_the_apps_own_install_step(run: Run) -> None:
    run("db", "upgrade")
    create(run)
    assert run("kit", "list").output.split("\t")[2] == "5/5"
    told = " ".join(run("kit", "create", "--help").output.split())
    assert "once more in the installed app" in told


@pytest.mark.parametrize("label", [commands.DEMO.label, f"\u00a0{commands.DEMO.label} "])
def test_label_of_the_demo_is_refused(label: str, run: Run) -> None:
    run("db", "upgrade")
    done = run("kit", "create", "--label", label)
    assert done.exit_code == 1
    assert "[kit-invalid]" in done.stderr
    assert run("kit", "list").output == ""


def test_first_start_can_be_corrected(run: Run, tmp_path: Path) -> None:
    first = dict.fromkeys(SECRET_KEYS, "")
    assert "[setting-invalid]" in run("serve", PWA_THREADS="many", **first).stderr
    assert (tmp_path / "var/secrets").exists()
    corrected = run("serve", "--port", "0", PWA_BUILT=str(tmp_path / "nowhere"), **first)
    assert "[built-missing]" in corrected.stderr
    assert run("kit", "list", **first).exit_code == 0


def test_refused_start_leaves_the_demo_code_alone(run: Run, tmp_path: Path) -> None:
    run("db", "upgrade")
    config = read_config(TEST_KEYS | {"PWA_VAR": str(tmp_path / "var")})
    code = commands.make_demo(config)
    refused = run("serve", "--demo", "--port", "0", PWA_BUILT=str(tmp_path / "nowhere"))
    assert refused.exit_code == 1
    assert commands.open_kits(config).use(code) is not None


def test_misspelt_setting_is_refused(run: Run) -> None:
    assert "PWA_PROT is not a setting" in run("kit", "list", PWA_PROT="1").stderr


ADMIN = ("desk", "create-admin", "--agency", "North House", "--email")


def test_an_administrator_is_invited_at_the_desks_own_host(run: Run) -> None:
    run("db", "upgrade")
    done = run(*ADMIN, "marta@north.example", "--name", "Marta", DESK_HOST="desk.example")
    assert re.fullmatch(r"Link https://desk\.example/desk/join/[\w-]{43}\n", done.output)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ((*ADMIN, "no address", "--name", "Marta"), "desk-invalid"),
        ((*ADMIN, "marta@north.example", "--name", "<b>"), "desk-invalid"),
        ((*ADMIN, "marta@north.example", "--name", "M", "--country", "USA"), "desk-invalid"),
        (("desk", "reset", "nobody@north.example"), "member-unknown"),
    ],
)
def test_what_the_desk_cannot_use_is_refused(words: tuple[str, ...], code: str, run: Run) -> None:
    run("db", "upgrade")
    assert f"[{code}]" in run(*words).stderr


def test_secrets_are_made_once(run: Run, tmp_path: Path) -> None:
    assert run("secrets").exit_code == 0
    assert (tmp_path / "var/secrets").stat().st_mode & 0o777 == 0o600
    again = run("secrets")
    assert again.exit_code == 1
    assert "[secrets-exist]" in again.stderr


def test_secrets_of_an_earlier_release_are_completed_and_none_is_changed(
    run: Run, tmp_path: Path
) -> None:
    path = tmp_path / "var/secrets"
    run("secrets")
    old = "".join(path.read_text().splitlines(keepends=True)[: len(SECRET_KEYS)])
    path.write_text(old)
    none = dict.fromkeys(TEST_KEYS, "")
    assert run("db", "upgrade", **none).exit_code == 0, "they still start"
    assert "[push-off]" in run("reminders", "run", **none).stderr
    added = run("secrets", **none)
    assert added.output == f"Added PWA_REMINDER_KEY, PWA_PUSH_KEYS to {path}\n"
    assert path.read_text().startswith(old)
    assert path.stat().st_mode & 0o777 == 0o600
    assert "[secrets-exist]" in run("secrets", **none).stderr


def insert_reminder(tmp_path: Path, vapid: str) -> None:
    engine = db.open_database(f"sqlite:///{tmp_path / 'var/pwa.sqlite'}")
    insert_due(engine, ["http://localhost:1/ok"], vapid=vapid)
    engine.dispose()


def test_push_keys_are_made_rotated_and_dropped_once_nobody_needs_them(
    run: Run, tmp_path: Path
) -> None:
    none = dict.fromkeys(TEST_KEYS, "")
    run("secrets", **none)
    run("db", "upgrade", **none)
    first = run("push", "keys", **none).output
    assert re.fullmatch(r"[\w-]{87}\t0\n", first)
    config = read_config({"PWA_VAR": str(tmp_path / "var")})
    insert_reminder(tmp_path, read_generation(config.push.vapid_keys[0]).name)
    rotated = run("push", "keys", "--rotate", **none).output.splitlines()
    assert rotated[1] == first.replace("\t0\n", "\t1")
    assert rotated[0] != rotated[1]
    assert rotated[0].endswith("\t0")
    again = read_config({"PWA_VAR": str(tmp_path / "var")}).push
    assert again.vapid_keys[1:] == config.push.vapid_keys
    assert again.key == config.push.key
    assert run("push", "keys", "--drop", **none).output.splitlines() == rotated
    engine = db.open_database(config.database_url)
    with engine.begin() as connection:
        connection.execute(text("DELETE FROM reminder"))
    engine.dispose()
    assert run("push", "keys", "--drop", **none).output == rotated[0] + "\n"


def test_push_keys_are_made_where_there_are_none(run: Run, tmp_path: Path) -> None:
    none = dict.fromkeys(TEST_KEYS, "")
    run("secrets", **none)
    run("db", "upgrade", **none)
    path = tmp_path / "var/secrets"
    path.write_text("".join(path.read_text().splitlines(keepends=True)[: len(SECRET_KEYS)]))
    said = run("push", "keys", **none).output.splitlines()
    assert said[:2] == ["Made PWA_REMINDER_KEY", "Made PWA_PUSH_KEYS"]
    assert read_config({"PWA_VAR": str(tmp_path / "var")}).push.is_on


def test_push_keys_in_the_environment_are_not_changed_behind_its_back(
    run: Run, tmp_path: Path
) -> None:
    run("secrets")
    run("db", "upgrade")
    before = (tmp_path / "var/secrets").read_bytes()
    assert "[setting-invalid]" in run("push", "keys", "--rotate").stderr
    assert (tmp_path / "var/secrets").read_bytes() == before


def test_push_keys_without_a_secrets_file_are_refused(run: Run) -> None:
    refused = run("push", "keys", **dict.fromkeys(TEST_KEYS, ""))
    assert re.fullmatch(r"pwa: [^\n]+ \[setting-missing\]\n", refused.stderr)


def test_a_key_that_a_release_adds_is_added_and_the_others_stay(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "var/secrets"
    run("secrets")
    lines = path.read_text().splitlines()
    earlier = [line for line in lines if not line.startswith(SECRET_KEYS[-1])]
    path.write_text("\n".join(earlier) + "\n")
    done = run("secrets")
    assert done.output == f"Added {SECRET_KEYS[-1]} to {path}\n"
    assert path.read_text().splitlines()[:-1] == earlier
    assert path.stat().st_mode & 0o777 == 0o600
    assert "[secrets-exist]" in run("secrets").stderr


@pytest.mark.parametrize(
    "words",
    [(), ("serve",), ("secrets",), ("db",), ("db", "upgrade"), ("kit",), ("kit", "create"),
     ("kit", "list"), ("kit", "revoke"), ("push",), ("push", "keys"), ("reminders",),
     ("reminders", "run"), ("desk",),
     ("desk", "create-admin"), ("desk", "reset")],
    ids=" ".join,
)  # fmt: skip
def test_help_says_what_a_command_is_for(words: tuple[str, ...], run: Run) -> None:
    done = run(*words, "--help")
    assert done.exit_code == 0
    first = done.output.split("\n")[2].strip()
    assert len(first.split()) >= 3
