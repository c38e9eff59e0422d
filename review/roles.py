"""Who may do what: the table that every write is checked against."""

from __future__ import annotations

from errors import InputError
from records import REVIEW_ACTIONS, Review

READER, CODER, ADMIN = ROLES = ("reader", "coder", "admin")
"""Each may do what those before it may."""

ALLOWED = {
    READER: frozenset[str](),
    CODER: REVIEW_ACTIONS | {"add documents", "snapshot", "save views"},
    ADMIN: REVIEW_ACTIONS
    | {"add documents", "snapshot", "save views", "read documents anew", "restore", "name coders", "settle"},
}
"""Role -> the actions that it may do; to look and to export is free to all."""


def check_allowed(role: str, action: str) -> None:
    """Nothing, if the role may do it.

    Raises:
        InputError: If it may not, or there is no such role.
    """
    if role not in ALLOWED:
        raise InputError(f"there is no role '{role}'", mend=f"Use one of: {', '.join(ROLES)}")
    if action not in ALLOWED[role]:
        able = [name for name in ROLES if action in ALLOWED[name]]
        mend = f"Ask for the role '{able[0]}'" if able else "Check how the action is called"
        raise InputError(f"a {role} may not {action}", mend=mend)


def check_entry(role: str, review: Review) -> None:
    """Nothing, if the role may make this entry; one that settles a dispute takes more than its action does.

    Raises:
        InputError: If it may not.
    """
    check_allowed(role, review.action)
    if review.change.get("settles"):
        check_allowed(role, "settle")
