"""The desk's rooms as the menu and the first page show them."""

from dataclasses import dataclass

from pwa.desk.roles import Role


@dataclass(frozen=True, slots=True)
class Place:
    """One entry: where it leads, its name, what one does there, and whom it is for."""

    path: str
    name: str
    hint: str
    role: Role = Role.ADVOCATE


#: In the order of a visit; administration last.
PLACES: tuple[Place, ...] = (
    Place("/desk/kits", "Kits", "The start codes so far, and taking one back."),
    Place("/desk/install", "On their phone", "How to install, and to practice leaving."),
    Place("/desk/guide", "Guide", "The visit as a conversation: what to ask, and how."),
    Place("/desk/services", "Services", "The local help that phones show as “Near me”."),
    Place("/desk/lines", "Helplines", "Dial them, and note what you found."),
    Place(
        "/desk/people", "People", "Invite colleagues, change roles, help with sign-in.", Role.ADMIN
    ),
    Place("/desk/agency", "Agency", "The name, and what a new kit starts from.", Role.ADMIN),
    Place("/desk/journal", "Journal", "What was done at this desk, and by whom.", Role.ADMIN),
)
