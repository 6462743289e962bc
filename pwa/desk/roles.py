"""Who may open a page: anybody, an advocate, or an administrator of the agency."""

from enum import StrEnum


class Role(StrEnum):
    """The roles, least first; a role may open what those before it may."""

    ANYONE = "anyone"
    ADVOCATE = "advocate"
    ADMIN = "admin"

    def includes(self, other: "Role") -> bool:
        """Say whether this role may do what the other one may."""
        order = tuple(Role)
        return order.index(self) >= order.index(other)


#: The roles a member can have, with the words people read.
MEMBER_ROLES = {Role.ADVOCATE: "Advocate", Role.ADMIN: "Administrator"}
