"""What people correct of a dossier's lines: an overlay that can be taken back and shared.

overlaying.py     corrections laid over the lines, in the order of their times
anchoring.py      how a line is told apart, and found again
changing.py       which fields a person may change, and to what
merging.py        lines that are one, and one that is two
laying.py         a person's correction as an amendment that can be kept
sharing.py        amendments as one file, and what became of those of a file
parsing.py        a file of amendments, checked piece by piece
contradicting.py  amendments of two people that are at odds
"""

from onrecord.dossiers.amending.changing import changeable
from onrecord.dossiers.amending.contradicting import contradicted
from onrecord.dossiers.amending.laying import (
    Hand,
    accept,
    change,
    cited_by,
    identified,
    line_named,
    merge,
    reject,
    split,
)
from onrecord.dossiers.amending.overlaying import LINES, amended, held_to, laid_over
from onrecord.dossiers.amending.parsing import read_amendments
from onrecord.dossiers.amending.sharing import Received, as_file, receive

__all__ = [
    "LINES",
    "Hand",
    "Received",
    "accept",
    "amended",
    "as_file",
    "change",
    "changeable",
    "cited_by",
    "contradicted",
    "held_to",
    "identified",
    "laid_over",
    "line_named",
    "merge",
    "read_amendments",
    "receive",
    "reject",
    "split",
]
