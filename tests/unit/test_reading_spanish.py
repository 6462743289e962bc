"""Everything said in Spanish is as easy to read as the English it comes from.

The scale is INFLESZ (Szigriszt-Pazos, as used for leaflets in Spanish hospitals): 55 to 65 is an
ordinary newspaper, 65 to 80 "quite easy", above 80 "very easy". Syllables are counted here:
`textstat` takes them from hyphenation, which says that "día" and "ícono" have one.
"""

import re
import unicodedata

import pytest

from tools import content
from tools.content_messages import words

LEAST_AVERAGE = 80
LEAST_OF_ONE = 55
FEWEST_WORDS = 10

#: Texts that may be harder than the rest, each with its reason.
HARDER: dict[str, str] = {
    "Para personas nativas a quienes alguien cercano lastima, asusta o controla. Responden "
    "personas nativas.": "the name of those whom the line is for, which has no shorter one",
}

TEXTS = sorted(
    {
        text
        for domain in content.SOURCES
        for text in words(content.catalog_path(content.ROOT, "es", domain)).values()
    }
)
LONG = [text for text in TEXTS if len(text.split()) >= FEWEST_WORDS]
#: Words of Spain, of machines or of strangers, and what is said (docs/decisions/spanish.md).
NOT_OURS = {
    r"\busted\b": "tú",
    r"vosotr|\b\w+áis\b|\bvuestr": "ustedes",
    r"ordenador|\bmóvil|pulsa|aplicación|añad": "computadora, celular, toca, app, agrega",
    r"[«»]": "“ ”",
    r"clic|click|chequea|loguea|resetea|password|\be-?mail": "a word of the language",
}


def syllables(word: str) -> int:
    """Count by the rule: each strong or accented vowel is a nucleus, weak ones lean on it."""
    word = re.sub(r"(?<=[aeiouáéíóú])y$", "i", word.lower())
    groups: list[str] = re.findall(r"[aeiouáéíóúüy]+", re.sub(r"y(?=[aeiouáéíóú])", "ll", word))
    return sum(max(1, len(re.findall(r"[aeoáéóíú]", group))) for group in groups) or 1


def ease(text: str) -> float:
    """Return the INFLESZ score of a text; a placeholder is read as a short name."""
    spoken = unicodedata.normalize("NFC", re.sub(r"\{\w+\}", "Ana", text))
    said = re.findall(r"[^\W\d_]+|\d+", spoken)
    sentences = max(1, len(re.findall(r"[.!?:;…]+(?=\s|$|[”)])", spoken)))
    syllables_each = sum(map(syllables, said)) / len(said)
    return 206.835 - 62.3 * syllables_each - len(said) / sentences


@pytest.mark.parametrize(
    ("word", "count"),
    [("día", 2), ("ícono", 3), ("que", 1), ("ciudad", 2), ("ahora", 3), ("y", 1), ("muy", 1)],
)
def test_syllables_are_counted_as_they_are_spoken(word: str, count: int) -> None:
    assert syllables(word) == count


def test_measure_tells_hard_from_easy() -> None:
    hard = "Las consideraciones de confidencialidad hacen imprescindible una autorización previa."
    assert ease("Puedes parar cuando quieras. Aquí no hay prisa.") > LEAST_AVERAGE
    assert ease(hard) < LEAST_OF_ONE


def test_spanish_is_very_easy_on_average() -> None:
    assert len(LONG) > 150
    assert sum(map(ease, LONG)) / len(LONG) >= LEAST_AVERAGE


def test_no_spanish_text_is_harder_than_a_newspaper() -> None:
    hard = {text: round(ease(text)) for text in LONG if ease(text) < LEAST_OF_ONE}
    assert hard.keys() == HARDER.keys()


@pytest.mark.parametrize("pattern", NOT_OURS)
def test_spanish_keeps_to_its_glossary(pattern: str) -> None:
    assert [text for text in TEXTS if re.search(pattern, text, re.IGNORECASE)] == []


def test_questions_and_calls_are_opened_as_well_as_closed() -> None:
    for sign, opening in (("?", "¿"), ("!", "¡")):
        assert [text for text in TEXTS if text.count(sign) != text.count(opening)] == []
