"""Every reason for which the server refuses to start or a command refuses to run."""

from collections.abc import Sequence
from typing import ClassVar


class PwaError(Exception):
    """Base of all refusals; its text is one sentence that says what to do."""

    code: ClassVar[str] = "error"


class SettingMissing(PwaError):
    """A setting without a default is not set."""

    code = "setting-missing"


class SettingUnknown(PwaError):
    """The environment holds a setting that does not exist."""

    code = "setting-unknown"


class SettingInvalid(PwaError):
    """A setting has a value that cannot be used."""

    code = "setting-invalid"


class SecretsExposed(PwaError):
    """Others on this machine may read the secrets file."""

    code = "secrets-exposed"


class SecretsExist(PwaError):
    """A secrets file is already there and is not overwritten."""

    code = "secrets-exist"


class BuiltMissing(PwaError):
    """The built client is not there."""

    code = "built-missing"


class BuiltBroken(PwaError):
    """The built client does not fit its own manifest."""

    code = "built-broken"


class DatabaseBehind(PwaError):
    """The database lacks migrations."""

    code = "database-behind"


class DatabaseUnreachable(PwaError):
    """The database does not answer."""

    code = "database-unreachable"


class PortTaken(PwaError):
    """The address to listen at is in use or not ours to use."""

    code = "port-taken"


class KitInvalid(PwaError):
    """A kit was asked for with a value that cannot be used."""

    code = "kit-invalid"


class KitUnknown(PwaError):
    """No kit has that number."""

    code = "kit-unknown"


class ServiceUnknown(PwaError):
    """No service of the agency has that reference."""

    code = "service-unknown"


class ServicesInvalid(PwaError):
    """A service, or a file of them, holds something that cannot be used; nothing was changed."""

    code = "services-invalid"

    def __init__(self, problems: Sequence[object]) -> None:
        """Take every problem; the sentence lists them."""
        super().__init__("nothing was changed:\n" + "\n".join(f"- {each}" for each in problems))
        self.problems = tuple(problems)


class LineUnknown(PwaError):
    """No helpline has that name."""

    code = "line-unknown"


class BackupRefused(PwaError):
    """A backup could not be made, or a file is none that can be restored here."""

    code = "backup-refused"


class AgencyUnknown(PwaError):
    """No agency has that name."""

    code = "agency-unknown"


class PushOff(PwaError):
    """Reminders are asked for, but their keys are missing."""

    code = "push-off"


class DeskInvalid(PwaError):
    """The desk was asked for something with a value that cannot be used."""

    code = "desk-invalid"


class MemberUnknown(PwaError):
    """No member of the desk has that e-mail address."""

    code = "member-unknown"
