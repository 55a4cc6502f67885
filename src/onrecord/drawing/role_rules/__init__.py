"""The rules that find roles in one sentence.

lines.py      a sentence as they see it
standing.py   guarantors, observers, mediators, chairs, members
hosting.py    hosts
attending.py  participants, those invited, those who did not come
sides.py      the sides of a conflict
themselves.py what speakers say of themselves, and of those named just before
denying.py    what a sentence denies or wishes for
"""

from onrecord.drawing.role_rules.attending import absent, invited, participants
from onrecord.drawing.role_rules.denying import asserted
from onrecord.drawing.role_rules.hosting import hosts
from onrecord.drawing.role_rules.lines import PLAIN, Found, Line
from onrecord.drawing.role_rules.sides import sides
from onrecord.drawing.role_rules.standing import chairs, guarantors, mediators, members, observers
from onrecord.drawing.role_rules.themselves import themselves

__all__ = ["PLAIN", "Found", "Line", "found_in"]

_RULES = (
    guarantors,
    observers,
    mediators,
    chairs,
    members,
    hosts,
    participants,
    invited,
    absent,
    sides,
    themselves,
)


def found_in(line: Line) -> list[Found]:
    """All roles that the rules find in a sentence, without those that it denies or wishes for."""
    return [found for rule in _RULES for found in rule(line) if asserted(line, found)]
