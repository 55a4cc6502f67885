"""The passage index: any utterance found among millions of passages, from one folder."""

from onrecord.index.examining import Texts, examine_segments, living_numbers
from onrecord.index.locking import alone
from onrecord.index.manifest import has_index, locked, strangers
from onrecord.index.overlap import shared_words
from onrecord.index.passage_index import PassageIndex, clear_index, open_index
from onrecord.index.ranking import Place
from onrecord.index.segments import Segment
from onrecord.index.tokens import stretch, word_spans

__all__ = [
    "PassageIndex",
    "Place",
    "Segment",
    "Texts",
    "alone",
    "clear_index",
    "examine_segments",
    "has_index",
    "living_numbers",
    "locked",
    "open_index",
    "shared_words",
    "strangers",
    "stretch",
    "word_spans",
]
