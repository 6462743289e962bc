"""What a cover answers with, made at start-up: page, bounce page and manifest in one language."""

import base64
import hashlib
from dataclasses import dataclass

from markupsafe import Markup

from pwa.assets import Built
from pwa.bodies import Body, compressed
from pwa.covers import LANGUAGES, Cover
from pwa.locales import direction
from pwa.pages import Pages, script_data, write_json


@dataclass(frozen=True, slots=True)
class Ready:
    """The bodies of one cover in one language."""

    page: Body
    bounce: Body
    manifest: Body


def bounce_script(cover: Cover) -> str:
    """Return the bounce page's whole script: go back to the isolated page."""
    return f'location.replace("{cover.path}")'


def bounce_hash(cover: Cover) -> str:
    """Return the hash by which the bounce page's policy allows its script."""
    digest = hashlib.sha256(bounce_script(cover).encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"


def make_ready(pages: Pages, built: Built, cover: Cover, language: str) -> Ready:
    """Make everything a cover answers with in one language."""
    # Its text is ours, and must stay as its hash was made.
    script = Markup(bounce_script(cover))  # noqa: S704
    icon = built.names.get(f"{cover.key}.svg", built.names[f"{cover.key}-192.png"])
    data = {
        "cover": cover.key,
        "language": language,
        "words": built.words[language],
        "keeper": built.names["keeper.js"],
        "items": _items(built, cover),
        "release": built.release,
        "known": built.known_hashes,
        "fresh": built.fresh_count,
    }
    return Ready(
        page=pages.render(
            "cover.html",
            cover,
            language,
            names=built.names,
            icon=icon,
            data=script_data(data),
        ),
        bounce=pages.render("bounce.html", cover, language, icon=icon, script=script),
        manifest=_manifest(built, cover, language),
    )


def _items(built: Built, cover: Cover) -> dict[str, str]:
    """Return where the everyday words of a cover that takes words are, by language."""
    wanted = {language: f"{cover.key}.{language}.txt" for language in LANGUAGES}
    return {each: built.names[name] for each, name in wanted.items() if name in built.names}


def _manifest(built: Built, cover: Cover, language: str) -> Body:
    words = cover.words[language]
    manifest = {
        "id": cover.path,
        "name": words.name,
        "short_name": words.name,
        "description": words.description,
        "lang": language,
        "dir": direction(language),
        "start_url": cover.path,
        "scope": cover.path,
        "display": "standalone",
        "theme_color": cover.light.theme,
        "background_color": cover.light.background,
        "categories": cover.categories,
        "icons": _icons(built, cover),
    }
    return compressed(write_json(manifest).encode(), "application/manifest+json")


def _icons(built: Built, cover: Cover) -> list[dict[str, str]]:
    wanted = (
        (f"{cover.key}.svg", "any", "image/svg+xml", "any"),
        (f"{cover.key}-192.png", "192x192", "image/png", "any"),
        (f"{cover.key}-512.png", "512x512", "image/png", "any"),
        (f"{cover.key}-maskable-192.png", "192x192", "image/png", "maskable"),
        (f"{cover.key}-maskable.png", "512x512", "image/png", "maskable"),
    )
    return [
        {"src": built.names[name], "sizes": sizes, "type": media_type, "purpose": purpose}
        for name, sizes, media_type, purpose in wanted
        if name in built.names
    ]
