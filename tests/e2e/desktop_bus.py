"""A desktop's notification service (org.freedesktop.Notifications 1.2) that a test can look at.

Run by the system's Python, which has `gi`. Each line it writes is JSON: what was shown, or which
number was taken away. Each line it reads is a number to touch.
"""

import json
import sys
from typing import Any, TextIO

from gi.repository import Gio, GLib

NAME = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"
CAPABILITIES = ("actions", "body", "persistence")
INTERFACE = f"""<node><interface name="{NAME}">
<method name="GetCapabilities"><arg direction="out" type="as"/></method>
<method name="GetServerInformation"><arg direction="out" type="s"/><arg direction="out" type="s"/>
<arg direction="out" type="s"/><arg direction="out" type="s"/></method>
<method name="Notify"><arg direction="in" type="s"/><arg direction="in" type="u"/>
<arg direction="in" type="s"/><arg direction="in" type="s"/><arg direction="in" type="s"/>
<arg direction="in" type="as"/><arg direction="in" type="a{{sv}}"/><arg direction="in" type="i"/>
<arg direction="out" type="u"/></method>
<method name="CloseNotification"><arg direction="in" type="u"/></method>
<signal name="ActionInvoked"><arg type="u"/><arg type="s"/></signal>
<signal name="NotificationClosed"><arg type="u"/><arg type="u"/></signal>
</interface></node>"""
CLOSED_BY_CALL = 3


def say(**what: object) -> None:
    """Tell the test one thing."""
    sys.stdout.write(f"{json.dumps(what)}\n")
    sys.stdout.flush()


class Desktop:
    """The service on one bus."""

    def __init__(self, bus: Any, loop: Any) -> None:
        """Take the name."""
        self.bus, self.loop, self.last = bus, loop, 0
        (interface,) = Gio.DBusNodeInfo.new_for_xml(INTERFACE).interfaces
        bus.register_object(PATH, interface, self.on_call, None, None)
        Gio.bus_own_name_on_connection(bus, NAME, 0, lambda *_: say(ready=True), None)

    def on_call(
        self, _bus: Any, _sender: str, _path: str, _interface: str, method: str, *rest: Any
    ) -> None:
        """Answer the browser."""
        values, call = rest
        if method == "GetCapabilities":
            call.return_value(GLib.Variant("(as)", (CAPABILITIES,)))
        elif method == "GetServerInformation":
            call.return_value(GLib.Variant("(ssss)", ("desktop", "test", "1", "1.2")))
        elif method == "Notify":
            app, replaces, _icon, title, body, actions, hints, _expires = values.unpack()
            self.last = replaces or self.last + 1
            say(number=self.last, app=app, title=title, body=body, actions=actions, hints=[*hints])
            call.return_value(GLib.Variant("(u)", (self.last,)))
        else:
            (number,) = values.unpack()
            call.return_value(None)
            self.emit("NotificationClosed", "(uu)", (number, CLOSED_BY_CALL))
            say(closed=number)

    def on_line(self, source: TextIO, _condition: Any) -> bool:
        """Touch what the test wants touched; end when it has ended."""
        line = source.readline()
        if not line:
            self.loop.quit()
            return False
        self.emit("ActionInvoked", "(us)", (int(line), "default"))
        return True

    def emit(self, signal: str, kind: str, values: tuple[object, ...]) -> None:
        """Send a signal to whoever listens."""
        self.bus.emit_signal(None, PATH, NAME, signal, GLib.Variant(kind, values))


def main() -> None:
    """Serve until the input ends."""
    loop = GLib.MainLoop()
    desktop = Desktop(Gio.bus_get_sync(Gio.BusType.SESSION, None), loop)
    GLib.io_add_watch(sys.stdin, GLib.IO_IN | GLib.IO_HUP, desktop.on_line)
    loop.run()


if __name__ == "__main__":
    main()
