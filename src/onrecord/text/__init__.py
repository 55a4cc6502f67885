"""Views of a text that lead back to its offsets: words, sentences, quotations, passages, links."""

from onrecord.text._marks import UNSEEN
from onrecord.text.anchoring import Selector, anchor, select
from onrecord.text.fragments import link_into
from onrecord.text.links import link_to, place_of
from onrecord.text.lookalikes import as_latin
from onrecord.text.passages import passages
from onrecord.text.quotations import Quotations, Quoted, quotations
from onrecord.text.sentences import sentences, widened
from onrecord.text.unseen import IN_WORDS, MARKS, seen, unaccented
from onrecord.text.words import Word, words

__all__ = [
    "IN_WORDS",
    "MARKS",
    "UNSEEN",
    "Quotations",
    "Quoted",
    "Selector",
    "Word",
    "anchor",
    "as_latin",
    "link_into",
    "link_to",
    "passages",
    "place_of",
    "quotations",
    "seen",
    "select",
    "sentences",
    "unaccented",
    "widened",
    "words",
]
