"""Why a trial did not end well: the product's doing, or something that got in the way."""


class AuditError(Exception):
    """Whatever ends a trial before its time."""


class Leaked(AuditError):
    """A promise was seen to break."""


class Unable(AuditError):
    """The trial could not be made: nothing is known about the promise."""


class Beyond(Unable):
    """The tools of this engine cannot be asked."""


class TookTooLong(Unable):
    """Something that was waited for did not come."""


class BrowserError(Unable):
    """The browser could not be started, or would not end."""
