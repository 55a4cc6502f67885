"""What a person should look at, and what they decide about it: an overlay that can be taken back.

a reading -> speakers.py, splits.py -> doubts        findings -> matches.py     names -> people.py
looking.py    looking through a store for them, a little at a time; what was found stays in it
rechecking.py a doubt about a match by what is held now
showing.py    a doubt with the words it is about and the answers there are to choose from
deciding.py   accept, change, reject, undo: a ruling that the store lays over what was read
"""

from onrecord.reviewing.deciding import (
    LONGEST,
    Answer,
    accept,
    change,
    reject,
    settled_by,
    still_open,
    told,
    undo,
)
from onrecord.reviewing.looking import Progress, doubts_of, look, look_at
from onrecord.reviewing.matches import doubtful_matches
from onrecord.reviewing.people import doubtful_people, nearly_same
from onrecord.reviewing.rechecking import checked_again
from onrecord.reviewing.showing import Excerpt, Piece, Place, Shown, excerpt, shown
from onrecord.reviewing.speakers import doubtful_speakers
from onrecord.reviewing.splits import doubtful_splits

__all__ = [
    "LONGEST",
    "Answer",
    "Excerpt",
    "Piece",
    "Place",
    "Progress",
    "Shown",
    "accept",
    "change",
    "checked_again",
    "doubtful_matches",
    "doubtful_people",
    "doubtful_speakers",
    "doubtful_splits",
    "doubts_of",
    "excerpt",
    "look",
    "look_at",
    "nearly_same",
    "reject",
    "settled_by",
    "shown",
    "still_open",
    "told",
    "undo",
]
