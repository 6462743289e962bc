"""Every line of the tips that the product began with has a screen, and a test that is there."""

import re
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.plan import ALL_ENTRIES, PLAN, Records
from tools import content

TESTS = Path(__file__).parents[1]
DOC = TESTS.parent / "docs" / "tips.md"
WHOLE = (
    "e2e/test_main_job.py"
    "::test_every_section_is_filled_in_left_and_read_again_offline_to_the_letter"
)
#: The tips, line by line; headings are lines as well.
TIPS = """\
Trauma-Informed Crisis Response and Safety Planning
Tips for Stakeholders: Supporting Individuals Exiting Human Trafficking Situations
Incorporate Trauma-Informed and Person-Centered Principles
Stakeholders incorporate trauma-responsive, culturally relevant, ethically grounded, and \
empowerment-based approaches to crisis services.
Assess Current Safety in Emergencies
Stakeholders assess the individual's complete safety including: physical, communication-based, \
environmental, and emotional safety.
De-Escalate Trauma Responses
Stakeholders refer to best practices in trauma response management. Tools and skills include \
self-soothing, grounding, modeling, mirroring, and active listening.
Provide Appropriate Services
Stakeholders identify the most appropriate services to meet the emergency needs of the individual.
Safety Plan
Stakeholders engage survivors in creating unique safety plans that highlight action steps for \
current and future physical, communication, environmental, and emotional safety.
Safety Planning
Physical Safety
Develop a Current and Future Plan for Injuries
Communication Safety
Plan for interruption by exploiter
Environmental Safety
Plan for Potential for Harm in Current Location
Emotional Safety
Create Emergency Wellness Plans
Resources & Next Steps
Identify Who to Call for Immediate Help
Plan for Access to Medications
Confirm Voicemail / Text / Email / Chat Permissions, Essential Contacts
Inquire About Privacy Concerns / Safe Spaces
Identify Self-Soothing and Relaxation Tools
Confirm Stakeholder Services
Ensure Access to Life-Sustaining Necessities
Inquire About Device Accessibility and Confirm Safe Words and Battery Life
Assess for Continued Risks of Harm
Identify Support Network
Create Follow Up Plan
Reminders
Consistently Check-In
Confirm safety details and clarify quick exit steps should the situation become unsafe to \
continue speaking.
Avoid Recreating the Wheel
Confirm services that have already been rendered and are supportive for the individual.
Follow the Individual's Lead
Allow the individual to lead safety planning. Remember they know their situation best and \
stakeholders are there to support their decisions.
""".splitlines()
ROWS = [
    tuple(cell.strip() for cell in line.strip("|").split("|"))
    for line in DOC.read_text("utf-8").splitlines()
    if line.startswith("|") and not line.startswith(("| line |", "|---"))
]


def sections() -> list[dict[str, Any]]:
    found = content.compile_domain(content.ROOT, "plan", "en")["sections"]
    assert isinstance(found, list)
    return found


def test_every_line_of_the_tips_has_a_row() -> None:
    assert [line for line, _, _ in ROWS] == TIPS


def test_every_section_of_the_plan_stands_in_the_table_by_its_name() -> None:
    named = {
        name.strip() for _, where, _ in ROWS for name in re.findall(r"Plan › ([^:;,]+)", where)
    }
    assert named == {section["name"] for section in sections()}


@pytest.mark.parametrize(("line", "tests"), [(line, tests) for line, _, tests in ROWS])
def test_tests_of_a_line_exist(line: str, tests: str) -> None:
    names = re.findall(r"`([^`]+)`", tests) + [WHOLE] * tests.startswith("Whole")
    assert names != [], line
    for name in names:
        path, _, test = name.partition("::")
        source = (TESTS / path).read_text("utf-8")
        assert f"def {test}(" in source or test == "", name


def test_plan_of_one_person_answers_every_prompt_and_field() -> None:
    assert ALL_ENTRIES >= 150
    assert set(PLAN) == {section["name"] for section in sections()}
    for section in sections():
        answers = {answer.prompt: answer for answer in PLAN[section["name"]]}
        assert set(answers) == {prompt["name"] for prompt in section["prompts"]}
        for prompt in section["prompts"]:
            answer = answers[prompt["name"]]
            if isinstance(answer, Records):
                written = {name for record in answer.records for name in record.details}
                assert written == {field["name"] for field in prompt["record"]["fields"]}
