"""Lines of several documents that are one: one meeting, one agreement, several pieces of evidence.

clusters.py    lines to groups, the surest first; a line that fits two groups as well joins neither
canonical.py   what names come to the same; which words of a name tell it apart
times.py       whether two dates can be one, and which of them says more
meetings.py    by body and number; by day and who met; by name
agreements.py  by number, by the instrument of the profile, by name and date
holdings.py    roles and posts
sayings.py     promises and positions
everything.py  all kinds, and the ids of the lines that come of it
"""

from onrecord.dossiers.joining.everything import join, parts_of
from onrecord.dossiers.joining.times import agree, apart, finer

__all__ = ["agree", "apart", "finer", "join", "parts_of"]
