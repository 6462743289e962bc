"""The covers as data: name, words, colours and icons of each; a new one is one more entry."""

from collections.abc import Mapping
from dataclasses import dataclass

LANGUAGES = ("en", "es")


@dataclass(frozen=True, slots=True)
class Words:
    """What the manifest and the page say about a cover in one language."""

    name: str
    description: str
    without_script: str


@dataclass(frozen=True, slots=True)
class Colours:
    """Theme and background colour in one colour scheme."""

    theme: str
    background: str


@dataclass(frozen=True, slots=True)
class Cover:
    """One cover; `key` is its path, the name of its script and the prefix of its icons."""

    key: str
    words: Mapping[str, Words]
    light: Colours
    dark: Colours
    categories: tuple[str, ...]

    @property
    def path(self) -> str:
        """Return the one address of this cover."""
        return f"/{self.key}/"

    def name(self, language: str) -> str:
        """Return the cover's name in a language."""
        return self.words[language].name


LIST = Cover(
    key="list",
    words={
        "en": Words(
            name="List",
            description="Shopping and to-do lists that work offline.",
            without_script="List keeps your shopping and to-do lists. It needs JavaScript.",
        ),
        "es": Words(
            name="Lista",
            description="Listas de compras y tareas que funcionan sin conexión.",
            without_script="Lista guarda sus listas de compras y tareas. Necesita JavaScript.",
        ),
    },
    light=Colours(theme="#f6f5f1", background="#f6f5f1"),
    dark=Colours(theme="#131412", background="#131412"),
    categories=("productivity", "utilities", "shopping"),
)

CALCULATOR = Cover(
    key="calculator",
    words={
        "en": Words(
            name="Calculator",
            description="A simple calculator that works offline.",
            without_script="Calculator works out sums. It needs JavaScript.",
        ),
        "es": Words(
            name="Calculadora",
            description="Una calculadora sencilla que funciona sin conexión.",
            without_script="Calculadora resuelve operaciones. Necesita JavaScript.",
        ),
    },
    light=Colours(theme="#f3f4f7", background="#f3f4f7"),
    dark=Colours(theme="#15171c", background="#15171c"),
    categories=("utilities", "productivity"),
)

COVERS: Mapping[str, Cover] = {cover.key: cover for cover in (LIST, CALCULATOR)}
DEFAULT = LIST
