"""What the app says is complete, translated, plain and neutral where it must be."""

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from pwa.audit.scan.words import finds, read_revealing
from tests.support.reading import WORD, grade
from tools import content
from tools.content_messages import Messages, faults, source_texts, update, words
from tools.content_shapes import ContentError

ROOT = content.ROOT
DOMAINS = sorted(content.SOURCES)
CATALOGUE = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"

msgid "Hello {name}"
msgstr "%s"
"""


def plan(language: str = "en") -> dict[str, Any]:
    return content.compile_domain(ROOT, "plan", language)


def wanted(*texts: str) -> Messages:
    made = Messages()
    for text in texts:
        made.add(text, "content/plan.toml", "")
    return made


def test_every_text_is_translated_and_none_is_left_over() -> None:
    assert content.check(ROOT) == []


@pytest.mark.parametrize("domain", DOMAINS)
def test_no_pack_in_another_language_holds_an_untranslated_text(domain: str) -> None:
    texts = set(content.messages(ROOT, domain).places)
    there = words(content.catalog_path(ROOT, "es", domain))
    assert texts - there.keys() == set()


@pytest.mark.parametrize(
    ("spanish", "texts", "said"),
    [
        ("Hola {name}", ["Hello {name}"], ""),
        ("", ["Hello {name}"], "not translated"),
        ("Hola", ["Hello {name}"], "other placeholders"),
        ("Hola {nombre}", ["Hello {name}"], "other placeholders"),
        ("Hola {name}", ["Hello {name}", "Bye"], "not translated: Bye"),
        ("Hola {name}", [], "not used any more"),
    ],
)
def test_a_missing_broken_or_unused_text_is_named(
    tmp_path: Path, spanish: str, texts: list[str], said: str
) -> None:
    path = tmp_path / "es" / "LC_MESSAGES" / "plan.po"
    path.parent.mkdir(parents=True)
    path.write_text(CATALOGUE % spanish, "utf-8")
    found = "\n".join(faults(path, wanted(*texts)))
    assert said in found
    assert bool(found) == bool(said)


def test_a_fuzzy_translation_is_not_finished(tmp_path: Path) -> None:
    path = tmp_path / "es" / "LC_MESSAGES" / "plan.po"
    path.parent.mkdir(parents=True)
    marked = (CATALOGUE % "Hola {name}").replace('msgid "Hello', '#, fuzzy\nmsgid "Hello')
    path.write_text(marked, "utf-8")
    assert "not translated" in faults(path, wanted("Hello {name}"))[0]


@pytest.mark.parametrize("domain", DOMAINS)
def test_extracting_again_changes_nothing(tmp_path: Path, domain: str) -> None:
    path = content.catalog_path(ROOT, "es", domain)
    copy = tmp_path / "es" / "LC_MESSAGES" / path.name
    copy.parent.mkdir(parents=True)
    shutil.copy(path, copy)
    update(copy, content.messages(ROOT, domain))
    assert copy.read_text("utf-8") == path.read_text("utf-8")


@pytest.mark.parametrize(
    ("source", "texts"),
    [
        ('t("Yes")', ["Yes"]),
        ('t(isOn ? "Yes" : "No")', ["Yes", "No"]),
        ('context.translate("One " + "two")', ["One two"]),
        ('// t("No")\nconst a = <p title="t(no)">{t(`It\'s "so"`)}</p>;', ['It\'s "so"']),
    ],
)
def test_texts_are_read_from_the_syntax_tree(tmp_path: Path, source: str, texts: list[str]) -> None:
    assert [each for found in extracted(tmp_path, source).values() for each in found] == texts


@pytest.mark.parametrize("source", ["t(name)", "t(`Hello ${name}`)", 't("a" + name)', "t()"])
def test_a_text_that_is_not_written_out_stops_the_extraction(tmp_path: Path, source: str) -> None:
    with pytest.raises(ContentError, match=r"a\.tsx:1: the text to translate must be written out"):
        extracted(tmp_path, source)


def extracted(folder: Path, source: str) -> dict[str, list[str]]:
    (folder / "tools").symlink_to(ROOT / "tools")
    (folder / "static").mkdir()
    (folder / "static" / "a.tsx").write_text(source, "utf-8")
    return source_texts(folder, ["static"])


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ('kind = "text"', 'kind = "poem"', "expected one of"),
        ('kind = "text"', 'mood = "text"', "unknown field mood"),
        ('name = "My phone"\n', "", "name is missing"),
        ('id = "phone"', 'id = "feel"', "an id stands there twice"),
        ('id = "phone"', "id = 3", "expected a text"),
        ('kind = "records"', 'kind = "list"', "records need a record"),
        ('kind = "number"', 'kind = "choice"', "a choice needs options"),
        ('kind = "number"', 'kind = "sum"', "expected one of"),
        ('headline = "Name"', 'title = "Name"', "unknown field title"),
    ],
)
def test_a_mistake_in_a_content_file_is_named(
    tmp_path: Path, before: str, after: str, said: str
) -> None:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    path = tmp_path / "content" / "plan.toml"
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), "utf-8")
    with pytest.raises(ContentError, match=re.escape(said)) as raised:
        content.read_data(tmp_path, "plan")
    assert "content/plan.toml" in str(raised.value)


def test_the_same_sources_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        content.write_all(ROOT, tmp_path / name)
    names = sorted(path.name for path in (tmp_path / "one").iterdir())
    assert "plan.es.json" in names
    for name in names:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_the_spanish_pack_speaks_spanish_in_data_and_in_code() -> None:
    pack = plan("es")
    assert pack["language"] == "es"
    assert pack["sections"][0]["name"] == "Cómo me siento"
    assert pack["strings"]["Stop"] == "Parar"
    assert "Cómo me siento" not in json.dumps(plan())


@pytest.mark.parametrize("language", content.LANGUAGES)
def test_the_words_for_secrets_are_enough_and_all_different(language: str) -> None:
    items = content.read_items(content.ROOT, language)
    assert len(set(items)) == len(items) >= 1024


def test_the_wellness_plan_has_its_seven_steps_in_order() -> None:
    feel = next(each for each in plan()["sections"] if each["id"] == "feel")
    assert [prompt["id"] for prompt in feel["prompts"]] == [
        "signs",
        "alone",
        "distract",
        "ask",
        "professionals",
        "safer",
        "reasons",
    ]


def test_priorities_point_at_sections_and_every_section_has_one() -> None:
    pack = plan()
    lifted = {name for each in pack["priorities"] for name in each["sections"]}
    assert lifted == {section["id"] for section in pack["sections"]}


@pytest.mark.parametrize("language", content.LANGUAGES)
def test_headings_on_list_screens_say_nothing_to_an_onlooker(language: str) -> None:
    pack = plan(language)
    headings = [
        *(each["name"] for each in pack["sections"]),
        *(each["name"] for each in pack["priorities"]),
        *(each["name"] for each in pack["tools"]),
        *(each["label"] for each in pack["helplines"]),
    ]
    revealing = read_revealing()
    assert [heading for heading in headings if list(finds(heading, revealing))] == []


@pytest.mark.parametrize("language", content.LANGUAGES)
def test_the_notebook_says_nothing_to_an_onlooker(language: str) -> None:
    notebook = json.dumps(content.compile_domain(ROOT, "notes", language), ensure_ascii=False)
    assert list(finds(notebook, read_revealing())) == []


def test_english_reads_at_grade_six_or_lower() -> None:
    texts = [text for text in content.messages(ROOT, "plan").places if len(WORD.findall(text)) > 7]
    assert grade("\n".join(re.sub(r"\w$", r"\g<0>.", text) for text in texts)) <= 6
    # A single sentence scatters more than a whole; none may be much harder.
    assert [text for text in texts if grade(text) > 8] == []


def test_the_grade_tells_easy_from_hard() -> None:
    hard = "Individuals experiencing exploitation require comprehensive multidisciplinary support."
    assert grade("The cat sat on the mat. It was warm.") < 1
    assert grade(hard) > 14
