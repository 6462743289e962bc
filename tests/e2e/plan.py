"""A realistic plan of one person, about 150 entries over every section: what she might write."""

from dataclasses import dataclass, field

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


@dataclass(frozen=True, slots=True)
class Words:
    """A text under one prompt."""

    prompt: str
    text: str


@dataclass(frozen=True, slots=True)
class Picked:
    """The people picked under one prompt."""

    prompt: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Day:
    """A day under one prompt: as the phone takes it, and in words."""

    prompt: str
    iso: str
    said: str


@dataclass(frozen=True, slots=True)
class Pick:
    """The answer to a question of yes or no."""

    prompt: str
    answer: str


@dataclass(frozen=True, slots=True)
class Things:
    """What is there or still needed: what, "I have it" or "I need it", and where."""

    prompt: str
    things: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Record:
    """A first line and its details by the names of their fields."""

    text: str
    details: dict[str, str | Day | Pick | Picked] = field(default_factory=dict)
    is_done: bool = False


@dataclass(frozen=True, slots=True)
class Records:
    """The records under one prompt."""

    prompt: str
    records: tuple[Record, ...]


Answer = Lines | Words | Picked | Day | Pick | Things | Records


def on(iso: str, said: str) -> Day:
    """Name a day of a record, whose field says what it is."""
    return Day("", iso, said)


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

PLAN: dict[str, tuple[Answer, ...]] = {
    "How I feel": (
        *FEEL,
        Picked("People I can ask", ("Aunt Rosa", "Dee")),
        Picked("People whose work it is to help", ("Nurse Kim",)),
    ),
    "If I get hurt": (
        Lines(
            "When it has just happened",
            ("Out to the hall, knock at Lena's", "Frozen peas in a towel", "Mateo first"),
        ),
        Lines("What hurts, and since when", ("Left wrist, since Sunday", "Ringing in one ear")),
        Picked("Who can take a look", ("Nurse Kim",)),
        Lines(
            "Where I can go without being seen",
            ("Clinic on Ninth, door by the bakery", "Pharmacy with the green cross"),
        ),
        Lines("What to guard: head, neck, belly", ("Roll to the wall side of the bed",)),
        Picked("Who takes me there", ("Dee",)),
        Things(
            "What to bring",
            (
                ("Health card", "I have it", "Sewn into the brown coat"),
                ("Spare glasses", "I need it", "Ask at the free eye day"),
            ),
        ),
        Lines("What I say at the desk", ("Back room, please", "Ask for Kim by her name")),
        Words("My blood type", "0 negative, says the card from Mateo's birth"),
        Lines("Allergies", ("Penicillin: red skin", "Wasps")),
        Words("Where photos of it are kept", "Dee has them, under “recipes”"),
    ),
    "If someone walks in": (
        Words("What I say I was doing", "Looking for a soup with lentils"),
        Words("The word that means: hang up, act normal", "Paprika"),
        Lines(
            "What the other person should do then", ("Say: wrong number, sorry", "Text a recipe")
        ),
        Pick("Have I tried to close this app?", "Yes"),
        Words("When to try again", "Tuesday after ten, he is at the yard"),
        Picked("Who knows about this", ("Aunt Rosa", "Carla at the shelter")),
    ),
    "This place": (
        Words("Where I am", "Third floor, blue door, over the tire shop on Canal"),
        Lines("Ways out", ("Kitchen window to the fire stairs", "Hall, then the yard gate")),
        Lines("Rooms to stay out of", ("The bathroom, it has no window",)),
        Lines("Better spots", ("Sofa side, close to the hall", "Balcony, Lena can see it")),
        Lines("Who is here, and when", ("His brother on Fridays", "No one from ten to two")),
        Lines("Where things are that can hurt", ("Top of the wardrobe", "Tool bag by the stove")),
        Lines("Neighbors and people close by", ("Lena, always up late", "Mr. Oh in the shop")),
        Lines("Children and pets", ("Mateo runs to Lena at “popcorn”", "Luna stays with Mr. Oh")),
        Lines("Places to stay away from", ("The bar at the corner of Canal",)),
        Lines("Ways I go", ("Market street, then the 14 bus", "Never the underpass")),
    ),
    "Words we agreed on": (
        Records(
            "Our words",
            (
                Record(
                    "Is the oven on?",
                    {
                        "What it means": "I cannot talk now",
                        "What they do then": "Hang up, try on Tuesday",
                        "Who knows it": "Rosa, Dee, Carla",
                    },
                ),
                Record(
                    "Popcorn",
                    {
                        "What it means": "Mateo goes next door at once",
                        "What they do then": "Lena opens and locks",
                        "Who knows it": "Mateo and Lena",
                    },
                ),
                Record(
                    "The grey suitcase",
                    {"What it means": "Today is the day", "What they do then": "Dee drives round"},
                ),
            ),
        ),
        Pick("Have we tried them once?", "No"),
    ),
    "Quiet places": (
        Lines("Indoors", ("Row L in the library", "The chapel at Saint Anne's")),
        Lines("Outdoors", ("Bench by the ducks", "The pier, far end")),
        Lines("Online", ("The plant group, I am “fern”",)),
        Lines("Where I can talk", ("Laundry room, dryer on", "On the 14 bus, last row")),
        Lines("Where I can sleep", ("Rosa's sofa, key under the pot",)),
        Lines("Where I can cry", ("Shower, radio loud",)),
        Picked("Who lets me in", ("Aunt Rosa",)),
    ),
    "My phone": (
        Words("Whose phone it is, and who pays", "His name is on the bill"),
        Lines("Who knows my code or looks at my phone", ("He does, on Sundays",)),
        Pick("Could it be taken from me?", "Yes"),
        Lines("If it is gone", ("Library desk, ask for Joan", "Tell Dee by note")),
        Records(
            "Another phone I can use",
            (
                Record(
                    "Dee's old one, in her locker",
                    {
                        "When I can use it": "Lunch break, any day",
                        "Its number": "+1 555 010 0142",
                        "What I say when I ask": "Can I check the weather?",
                    },
                ),
                Record("Mr. Oh, behind the counter", {"When I can use it": "Until eight"}),
            ),
        ),
        Records(
            "Numbers I know by heart",
            (
                Record(
                    "Rosa",
                    {"Number": "555 010 0101", "How I remember it": "Both ends are one"},
                ),
                Record("The line for nights", {"Number": "555 010 0177"}),
            ),
        ),
        Things(
            "Power and credit",
            (
                ("Charger", "I have it", "Lena's kitchen"),
                ("Ten on the card", "I need it", "Kiosk at the 14 stop"),
            ),
        ),
    ),
    "What others can see": (
        Lines("What they look at", ("Calls, then photos", "The gas receipt")),
        Lines("Accounts we share", ("Music, on his card", "The family cloud")),
        Lines("What shows where I am", ("His car's app", "Mateo's watch")),
        Lines("What I may change, and when", ("New mail from the library, in May",)),
        Lines("A device no one else looks at", ("Desk 4 at the library",)),
    ),
    "Medicine": (
        Records(
            "What I take",
            (
                Record(
                    "Levothyroxine",
                    {
                        "How much": "75, the white ones",
                        "When": "Before breakfast",
                        "What it is for": "Thyroid",
                        "Lasts until": on("2031-03-04", "March 4, 2031"),
                        "Who prescribes it": "Dr. Osei",
                        "Pharmacy": "Green cross, Ninth",
                        "Where a spare is": "Eight in Dee's locker",
                        "If it is taken from me": "Kim can print a new slip",
                    },
                ),
                Record("Blue inhaler", {"How much": "Two puffs", "When": "When it is tight"}),
                Record("Mateo's drops", {"When": "At bed time", "What it is for": "Ears"}),
            ),
        ),
        Picked("Doctor and pharmacy", ("Nurse Kim",)),
        Lines("If all of it is gone", ("Night pharmacy by the station",)),
        Lines("What I must not take", ("Nothing with codeine", "Grapefruit, because of the pills")),
    ),
    "What I need to live": (
        Things(
            "For my body",
            (
                ("Rice and beans for three days", "I have it", "Dee's car, in the trunk"),
                ("Mateo's winter boots", "I need it", "Church sale on the 9th"),
                ("Clean water for the road", "I have it", "Two bottles, balcony"),
            ),
        ),
        Things("For my health", (("Reading glasses", "I have it", "Coat, inner pocket"),)),
        Things(
            "Papers and money",
            (
                ("My passport", "I need it", "His desk, second drawer"),
                ("Copy of the birth paper", "I have it", "Rosa's piano"),
                ("Ninety in small notes", "I have it", "In the flour"),
            ),
        ),
        Things("For those with me", (("The bear with one ear", "I have it", "Mateo's bed"),)),
        Things("To get around", (("Week pass for the bus", "I need it", "Carla has some"),)),
    ),
    "Who is helping me": (
        Records(
            "Agencies and people",
            (
                Record(
                    "House on Alder Street",
                    {
                        "Person": Picked("", ("Carla at the shelter",)),
                        "What they agreed to": "A room for two from the first",
                        "By when": on("2031-06-01", "June 1, 2031"),
                        "Next step": "She calls Dee, not me",
                    },
                ),
                Record(
                    "Legal aid, room 12",
                    {"What they agreed to": "Papers for Mateo", "Next step": "Bring the copy"},
                ),
                Record("School", {"Person": Picked("", ("Mr. Bell from school",))}),
            ),
        ),
        Lines("What I want to ask", ("Can Luna come along?", "Who has the key at night?")),
    ),
    "What I already have": (
        Records(
            "Services so far",
            (
                Record(
                    "Food shelf at Saint Anne's",
                    {
                        "When": "Each second Thursday",
                        "How it was": Pick("", "It helped"),
                        "From now on": Pick("", "Worth keeping"),
                        "What was good or bad": "No one asks for a name",
                    },
                ),
                Record(
                    "The couple talks he booked",
                    {
                        "When": "Two winters ago",
                        "How it was": Pick("", "It did not help"),
                        "From now on": Pick("", "Not again"),
                    },
                ),
            ),
        ),
        Lines("What I do not want to tell again", ("The night of the storm: ask Carla",)),
    ),
    "What to keep an eye on": (
        Records(
            "What is new",
            (
                Record(
                    "He has the new shift plan",
                    {
                        "Since when": on("2026-10-05", "October 5, 2026"),
                        "What I would do": "Move the call to Wednesday",
                        "Look again on": on("2031-01-15", "January 15, 2031"),
                    },
                ),
                Record("A grey van by the school", {"What I would do": "Tell Mr. Bell"}),
            ),
        ),
        Lines("Signs that I should go sooner", ("He asks for the passport", "He is kind all week")),
        Picked("Who I would tell", ("Carla at the shelter",)),
    ),
    "Getting ready": (
        Lines("The first place to go", ("Alder Street", "Else the night desk at the station")),
        Lines("A good time", ("Wednesday, once he clocks in",)),
        Lines("How I get there", ("Dee, by the yard gate", "14 to the end, then walk")),
        Words("Where my bag is", "Dee's trunk, under the beans"),
        Lines("What I say when someone asks where I go", ("Dentist with Mateo",)),
        Lines("Who comes with me, and what they need", ("Mateo: bear, drops, boots", "Luna later")),
        Lines("If I stay for now", ("Rosa rings on Sundays about the choir",)),
    ),
    "Settling in": (
        Lines("The first days", ("Sleep with the light on", "New card at the other bank")),
        Picked("Who may know where I am", ("Aunt Rosa", "Dee")),
        Lines("Who should not know yet", ("His mother", "The yard")),
        Lines("When I miss it, or them", ("Ring Rosa, talk about soup",)),
        Lines(
            "If I go back, or went back", ("Dee keeps the bag as it is", "Same words still work")
        ),
        Lines("What is good now", ("Mateo laughs at breakfast",)),
    ),
    "Next steps": (
        Records(
            "What I want to do",
            (
                Record(
                    "Copy the lease",
                    {
                        "When": on("2031-02-11", "February 11, 2031"),
                        "With whom": "Joan at desk 4",
                        "How": "Fold it into the cook book",
                    },
                ),
                Record("Try the popcorn word", {"With whom": "Mateo and Lena"}),
                Record("Give Dee the drops", {"How": "In the lunch bag"}, is_done=True),
            ),
        ),
        Picked("Who goes with me", ("Dee",)),
        Day("A day to look at this again", "2031-02-20", "February 20, 2031"),
        Pick("Is this enough for now?", "Not sure"),
    ),
}
"""Every section with everything she wrote in it, in the order of the screens."""


def entries(answer: Answer) -> int:
    """Count the entries of one answer: its lines, things, records or people, or the one it is."""
    match answer:
        case Lines(lines=parts) | Picked(names=parts):
            return len(parts)
        case Things(things=things):
            return len(things)
        case Records(records=records):
            return len(records)
        case _:
            return 1


def texts(answer: Answer) -> list[str]:
    """List what was typed for one answer."""
    match answer:
        case Lines(lines=lines):
            return list(lines)
        case Words(text=text):
            return [text]
        case Things(things=things):
            return [text for what, _, where in things for text in (what, where)]
        case Records(records=records):
            return [
                text
                for record in records
                for text in (record.text, *record.details.values())
                if isinstance(text, str)
            ]
        case _:
            return []


ENTRIES = 3 * len(PEOPLE) + sum(len(each.lines) for each in FEEL)
assert ENTRIES >= 40, ENTRIES
ALL_TEXTS = [text for part in PLAN.values() for each in part for text in texts(each)]
ALL_ENTRIES = len(PEOPLE) + sum(entries(each) for part in PLAN.values() for each in part)
assert ALL_ENTRIES >= 150, ALL_ENTRIES
