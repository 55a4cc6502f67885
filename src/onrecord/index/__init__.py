"""The passage index: any utterance found among millions of passages, from one folder."""

from onrecord.index.passage_index import PassageIndex, open_index
from onrecord.index.ranking import Place
from onrecord.index.tokens import stretch, word_spans

__all__ = ["PassageIndex", "Place", "open_index", "stretch", "word_spans"]
