"""Where documents say a thing differently: explained once both are resolved, or flagged.

hearing.py      what reports say that somebody said, and how they name the occasion
utterances.py   the same words in two reports: their days, who said them, figures, where
lines.py        the same meeting or agreement in two documents: dates, places, names, numbers
weighing.py     which of two is likelier, and why
"""

from onrecord.dossiers.differing.hearing import Heard, hear
from onrecord.dossiers.differing.lines import among_lines
from onrecord.dossiers.differing.utterances import among_utterances

__all__ = ["Heard", "among_lines", "among_utterances", "hear"]
