"""What each pack says, read from the TOML files, in English."""

from collections.abc import Mapping
from pathlib import Path

from tools.content_shapes import (
    ContentError,
    Field,
    Text,
    flag,
    many,
    maybe,
    one_of,
    plain,
    read_file,
    text,
    texts,
)

HEADING = "Stands on a list screen: short (about 24 letters) and saying nothing to an onlooker."
KIND = "Said to a person in distress: warm, plain, short; tu/tú, never formal; no blame, no alarm."
STARTER = "A first answer the person can tap in: first person, a few words."
LABEL = "The name of a small field: one to four words."
GENTLE = "Said softly about a day that is near or over: never a warning, never a count."
FACT = "About a helpline: plain and exact."

FIELD = {
    "id": plain(),
    "kind": one_of("text", "day", "choice", "number", "person"),
    "name": text(LABEL),
    "is_first": flag(),
    "options": many({"id": plain(), "name": text(LABEL)}, default=[]),
    "near": text(GENTLE, default=""),
    "near_days": plain(int, default=0),
    "past": text(GENTLE, default=""),
}
RECORD = {"headline": text(LABEL), "is_ticked": flag(), "fields": many(FIELD)}
PROMPT = {
    "id": plain(),
    "kind": one_of("text", "list", "contact", "date", "yesno", "have", "records"),
    "name": text(KIND),
    "help": text(KIND, default=""),
    "starters": texts(STARTER, default=[]),
    "link": one_of("calm", "call", "people", "practice", "battery", default=""),
    "record": maybe(RECORD),
}
SECTION = {
    "id": plain(),
    "name": text(HEADING),
    "about": text(KIND),
    "chapters": plain(list),
    "is_stepwise": flag(),
    "prompts": many(PROMPT),
}
PRIORITY = {"id": plain(), "name": text(HEADING), "sections": plain(list)}
BREATH = {"kind": one_of("in", "hold", "out", "rest"), "seconds": plain(int)}
PHASE = {"kind": one_of("tense", "loose", "cold"), "seconds": plain(int)}
STEP = {
    "id": plain(),
    "name": text(KIND),
    "text": text(KIND),
    "count": plain(int, default=0),
    "care": text(KIND, default=""),
    "phases": many(PHASE, default=[]),
    "keeps": plain(default=""),
}
PATTERN = {"id": plain(), "name": text(HEADING), "about": text(KIND), "phases": many(BREATH)}
TOOL = {
    "id": plain(),
    "kind": one_of("steps", "breathing", "tapping", "wave", "busy", "comfort", "talk", "sounds"),
    "name": text(HEADING),
    "about": text(KIND),
    "care": text(KIND, default=""),
    "steps": many(STEP, default=[]),
    "patterns": many(PATTERN, default=[]),
    "starters": texts(STARTER, default=[]),
}
HELPLINE = {
    "id": plain(),
    "country": plain(),
    "label": text(HEADING),
    "name": plain(),
    "who": text(FACT),
    "call": plain(default=""),
    "text": plain(dict, default={}),
    "chat": plain(default=""),
    "hours": text(FACT, default=""),
    "languages": text(FACT, default=""),
    "tty": text(FACT, default=""),
    "run_by": one_of("charity", "government", "police", "emergency"),
    "on_bill": one_of("yes", "no", "unknown"),
    "happens": text(FACT, default=""),
    "note": text(FACT, default=""),
    "source": plain(),
    "verified_on": plain(default=""),
    "status": one_of("checked", "unchecked", default="unchecked"),
}
PAGE = {
    "id": plain(),
    "name": text("A page of an ordinary notebook."),
    "kind": one_of("text", "list"),
    "lines": texts("A line of an ordinary notebook."),
}


def read_plan(content: Path) -> dict[str, object]:
    """Read what the plan pack says."""
    shape = {"sections": many(SECTION), "priorities": many(PRIORITY)}
    plan = read_file(content / "plan.toml", shape)
    _check_records(plan)
    return {
        **plan,
        **read_file(content / "tools.toml", {"tools": many(TOOL)}),
        **_read_helplines(content),
    }


def read_notes(content: Path) -> dict[str, object]:
    """Read what the notebook starts with."""
    return read_file(content / "notes.toml", {"pages": many(PAGE)})


def _check_records(plan: Mapping[str, object]) -> None:
    """Refuse a prompt of records without their shape, a shape without records, and odd choices."""
    sections = plan["sections"]
    assert isinstance(sections, list)
    for section, prompt in ((each, one) for each in sections for one in each["prompts"]):
        place = f"content/plan.toml: {section['id']}.{prompt['id']}"
        if (prompt["kind"] == "records") != (prompt["record"] is not None):
            raise ContentError(f"{place}: records need a record, and nothing else has one")
        for field in (prompt["record"] or {"fields": []})["fields"]:
            if (field["kind"] == "choice") != (field["options"] != []):
                raise ContentError(f"{place}.{field['id']}: a choice needs options")


def _read_helplines(content: Path) -> dict[str, object]:
    shape: Mapping[str, Field] = {
        "happens": plain(dict),
        "helplines": many(HELPLINE),
    }
    read = read_file(content / "helplines.toml", shape)
    happens, lines = read["happens"], read["helplines"]
    names = read_file(content / "labels.toml", {"countries": plain(dict)})["countries"]
    assert isinstance(happens, dict)
    assert isinstance(lines, list)
    assert isinstance(names, dict)
    for line in lines:
        line["text"] = line["text"] or None
        usual = Text(happens[line["runBy"]], "content/helplines.toml", FACT)
        line["happens"] = line["happens"] or usual
    used = {line["country"] for line in lines}
    countries = [
        {"code": code, "name": Text(name, "content/labels.toml", "A country.")}
        for code, name in names.items()
        if code in used
    ]
    return {"helplines": lines, "countries": countries}
