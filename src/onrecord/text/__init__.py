"""Views of a text that lead back to its offsets: words, sentences, quotation regions."""

from onrecord.text._marks import UNSEEN
from onrecord.text.quotations import Quotations, Quoted, quotations
from onrecord.text.sentences import sentences, widened
from onrecord.text.words import Word, words

__all__ = [
    "UNSEEN",
    "Quotations",
    "Quoted",
    "Word",
    "quotations",
    "sentences",
    "widened",
    "words",
]
