"""The passage index: any utterance found among millions of passages, from one folder."""

from onrecord.index.manifest import strangers
from onrecord.index.overlap import shared_words
from onrecord.index.passage_index import PassageIndex, clear_index, open_index
from onrecord.index.ranking import Place
from onrecord.index.tokens import stretch, word_spans

__all__ = [
    "PassageIndex",
    "Place",
    "clear_index",
    "open_index",
    "shared_words",
    "strangers",
    "stretch",
    "word_spans",
]
