"""Every reason for which the server refuses to start or a command refuses to run."""

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


class DeskInvalid(PwaError):
    """The desk was asked for something with a value that cannot be used."""

    code = "desk-invalid"


class MemberUnknown(PwaError):
    """No member of the desk has that e-mail address."""

    code = "member-unknown"
