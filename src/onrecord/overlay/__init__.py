"""What people rule on what was read, laid over a reading; the reading itself is never changed.

spots.py     exact words at a place, and where they stand in a reading now
turning.py   turns with other speakers, and one that is two
laying.py    rulings over a reading, in the order in which they were made
"""

from onrecord.overlay.laying import Laid, laid_over
from onrecord.overlay.spots import (
    in_one_form,
    spot_of_statement,
    spot_of_turn,
    statement_at,
    turn_at,
    words_of,
)

__all__ = [
    "Laid",
    "in_one_form",
    "laid_over",
    "spot_of_statement",
    "spot_of_turn",
    "statement_at",
    "turn_at",
    "words_of",
]
