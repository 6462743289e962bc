"""A realistic plan of more than forty entries: what a person might write, and where."""

from dataclasses import dataclass

PEOPLE = (
    ("Aunt Rosa", "+1 555 010 0101", "My aunt"),
    ("Mr. Bell from school", "+1 555 010 0102", "Teacher"),
    ("Dee", "+1 555 010 0103", "Friend from work"),
    ("Nurse Kim", "+1 555 010 0104", "Clinic"),
    ("Lena across the hall", "+1 555 010 0105", "Neighbor"),
    ("Carla at the shelter", "+1 555 010 0106", "Advocate"),
)
"""Name to use, number, who they are: three entries each."""


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines under one prompt of a section."""

    prompt: str
    lines: tuple[str, ...]


FEEL = (
    Lines(
        "My early signs",
        (
            "I count the doors",
            "My hands go cold before he is home",
            "I stop answering texts",
            "I clean the same shelf twice",
            "I cannot taste my food",
        ),
    ),
    Lines(
        "What I can do alone",
        (
            "Run cold water over my wrists",
            "Sit on the back step for ten breaths",
            "Hum the song from the bus",
            "Write one line and tear it up",
            "Hold the blue stone",
        ),
    ),
    Lines(
        "People and places that take my mind off it",
        (
            "Library on Fifth, second floor",
            "Dog park after four",
            "Laundromat with Dee",
            "The pier when it is windy",
        ),
    ),
    Lines(
        "Making this moment safer",
        (
            "Keys in my left shoe",
            "Sleep in the room with the lock",
            "Ask Lena to knock at nine",
            "Pills stay with Nurse Kim",
        ),
    ),
    Lines(
        "My reasons",
        (
            "Mateo",
            "Finishing the course in May",
            "My own front door one day",
            "The sea",
        ),
    ),
)

ENTRIES = 3 * len(PEOPLE) + sum(len(each.lines) for each in FEEL)
assert ENTRIES >= 40, ENTRIES
