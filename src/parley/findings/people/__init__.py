"""Who is who within one report: whom it names, their roles, and whom the words of its sources stand for."""

from parley.findings.people.cast import Cast, build_cast, mentions
from parley.findings.people.member import Kind, Member, Resolution, Role
from parley.findings.people.shown import names_shown
from parley.findings.people.states import states_named

__all__ = [
    "Cast",
    "Kind",
    "Member",
    "Resolution",
    "Role",
    "build_cast",
    "mentions",
    "names_shown",
    "states_named",
]
