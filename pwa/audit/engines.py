"""The engines that an audit can use, and what their tools cannot be asked."""

import shutil
from dataclasses import dataclass

from pwa.audit.drive import firefox
from pwa.audit.drive.kit import lab, own


@dataclass(frozen=True, slots=True)
class Engine:
    """One engine: the names its program goes by, and the limits of its tools."""

    name: str
    programs: tuple[str, ...]
    cannot: tuple[str, ...] = ()

    def find(self) -> str | None:
        """Return the path of the system's program, or none."""
        return next((path for name in self.programs if (path := shutil.which(name))), None)


class WebKit(Engine):
    """WebKit is a library: a driver, a screen and bindings go with it."""

    def find(self) -> str | None:
        """Return the path of its driver, or none when something is missing."""
        return own.find()


CHROMIUM = Engine("chromium", ("chromium", "chromium-browser", "google-chrome"))
FIREFOX = Engine("firefox", ("firefox-esr", "firefox"), firefox.CANNOT)
WEBKIT = WebKit("webkit", (), lab.CANNOT)
ENGINES = {engine.name: engine for engine in (CHROMIUM, FIREFOX, WEBKIT)}
