"""A browser of one window around WebKitGTK; Debian's own Python runs it.

WebKitGTK's `MiniBrowser` keeps nothing when it is automated, as a private window. This one keeps
its profile like anybody's browser, and does a few things that WebDriver has no word for. Each
line that comes through the pipe is a JSON list: what to do, and what with.

Arguments: the profile's folder, the terminal for what pages say to the console, the pipe, and the
address of a proxy for everything.
"""

import json
import os
import sys
from pathlib import Path

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import Gdk, GLib, Gtk, WebKit2  # noqa: E402 -- the versions come first

SIZE = (360, 740)
GAP = 40
ON = ("AccessHandle", "FileSystem", "FileSystemWritableStream", "StorageAPI")
"""What Safari has, and WebKitGTK only if asked: the file system of an origin's own."""


TELL = """(() => {
  const tell = (kind, words) => webkit.messageHandlers.said.postMessage(
    `${kind} ${words.join(" ").replaceAll("\\n", " ")}`);
  for (const kind of ["debug", "log", "info", "warn", "error"])
    console[kind] = (...words) => tell(kind, words);
  addEventListener("error", ({ message }) => tell("error", [message]));
  addEventListener("unhandledrejection", ({ reason }) => tell("error", [String(reason)]));
  addEventListener("securitypolicyviolation", ({ blockedURI, violatedDirective }) =>
    tell("error", [violatedDirective, blockedURI]));
})();"""
"""What a page says to the console, and what goes wrong in it."""


def say(_manager: object, result: WebKit2.JavascriptResult) -> None:
    """Pass on one line of a page's."""
    sys.stdout.write(f"{result.get_js_value().to_string()}\n")
    sys.stdout.flush()


class Window:
    """Pages in tabs, and further windows, all of one profile."""

    def __init__(self, profile: Path, proxy: str) -> None:
        """Open an empty window on a profile."""
        manager = WebKit2.WebsiteDataManager(
            base_data_directory=str(profile / "data"),
            base_cache_directory=str(profile / "cache"),
        )
        custom = WebKit2.NetworkProxyMode.CUSTOM
        manager.set_network_proxy_settings(custom, WebKit2.NetworkProxySettings.new(proxy, None))
        self.context = WebKit2.WebContext(website_data_manager=manager)
        self.context.set_favicon_database_directory(str(profile / "icons"))
        self.context.set_automation_allowed(True)
        self.context.connect("automation-started", self.started)
        self.scripts = WebKit2.UserContentManager()
        self.scripts.connect("script-message-received::said", say)
        self.scripts.register_script_message_handler("said")
        self.do_script(TELL)
        self.settings = WebKit2.Settings()
        self.settings.set_enable_page_cache(True)
        features = WebKit2.Settings.get_all_features()
        for at in range(features.get_length()):
            feature = features.get(at)
            if feature.get_identifier() in ON:
                self.settings.set_feature_enabled(feature, True)
        self.window, self.tabs = self.make_window()

    def make_window(self) -> tuple[Gtk.Window, Gtk.Notebook]:
        """Return a new window and its tabs."""
        window = Gtk.Window()
        window.set_default_size(*SIZE)
        tabs = Gtk.Notebook(show_tabs=False, show_border=False)
        window.add(tabs)
        window.show_all()
        return window, tabs

    def make_second(self) -> Gtk.Notebook:
        """Return the tabs of the first window, while empty, or of one that covers nothing of it."""
        if self.tabs.get_n_pages() == 0:
            return self.tabs
        window, tabs = self.make_window()
        window.move(SIZE[0] + GAP, 0)
        return tabs

    def started(self, _context: object, session: WebKit2.AutomationSession) -> None:
        """Say what this is, and make pages when asked to."""
        info = WebKit2.ApplicationInfo()
        # The name that the driver asks for.
        info.set_name("MiniBrowser")
        info.set_version(
            WebKit2.get_major_version(), WebKit2.get_minor_version(), WebKit2.get_micro_version()
        )
        session.set_application_info(info)
        # Every handler that fits is called: one without a kind would make a tab for each window.
        session.connect("create-web-view::window", lambda _: self.make_page(self.make_second()))
        session.connect("create-web-view::tab", lambda _: self.make_page(self.tabs))

    def make_page(self, tabs: Gtk.Notebook) -> WebKit2.WebView:
        """Return a new page, in front of the others."""
        view = WebKit2.WebView(
            web_context=self.context,
            settings=self.settings,
            user_content_manager=self.scripts,
            is_controlled_by_automation=True,
        )
        view.connect("close", lambda _: self.close(tabs, view))
        view.show()
        tabs.append_page(view, None)
        tabs.set_current_page(-1)
        return view

    def close(self, tabs: Gtk.Notebook, view: WebKit2.WebView) -> None:
        """Close a page."""
        tabs.remove_page(tabs.page_num(view))
        view.destroy()

    def told(self, pipe: int, _condition: object) -> bool:
        """Do what came through the pipe."""
        for line in os.read(pipe, 1 << 20).decode().splitlines():
            name, *rest = json.loads(line)
            getattr(self, f"do_{name}")(*rest)
        return True

    def do_script(self, text: str) -> None:
        """Run a script at the start of every page from now on."""
        everywhere = WebKit2.UserContentInjectedFrames.ALL_FRAMES
        start = WebKit2.UserScriptInjectionTime.START
        self.scripts.add_script(WebKit2.UserScript.new(text, everywhere, start, None, None))

    def do_hide(self) -> None:
        """Put the window away."""
        self.window.hide()

    def do_show(self) -> None:
        """Take the window out again, the first tab in front."""
        self.window.show_all()
        self.tabs.set_current_page(0)

    def do_size(self, width: int, height: int) -> None:
        """Change the size of the window."""
        self.window.resize(width, height)

    def do_focus(self) -> None:
        """Give the keyboard to the page in front: nobody else does on an empty screen."""
        self.window.get_window().focus(Gdk.CURRENT_TIME)
        self.window.set_focus(None)
        self.tabs.get_nth_page(self.tabs.get_current_page()).grab_focus()

    def do_quit(self) -> None:
        """End in good order."""
        Gtk.main_quit()


def main() -> None:
    """Open the pipe, and stay until told to quit."""
    profile, said, pipe, proxy = sys.argv[1:5]
    os.dup2(os.open(said, os.O_WRONLY | os.O_NOCTTY), 1)
    window = Window(Path(profile), proxy)
    # Read and write, so that it never comes to its end.
    reading = os.open(pipe, os.O_RDWR | os.O_NONBLOCK)
    GLib.io_add_watch(reading, GLib.IO_IN, window.told)
    Gtk.main()


main()
