"""Views of a text that lead back to its offsets: words, sentences, quotations, passages, links."""

from onrecord.text._marks import UNSEEN
from onrecord.text.anchoring import Selector, anchor, select
from onrecord.text.fragments import link_into
from onrecord.text.links import link_to, place_of
from onrecord.text.passages import passages
from onrecord.text.quotations import Quotations, Quoted, quotations
from onrecord.text.sentences import sentences, widened
from onrecord.text.words import Word, words

__all__ = [
    "UNSEEN",
    "Quotations",
    "Quoted",
    "Selector",
    "Word",
    "anchor",
    "link_into",
    "link_to",
    "passages",
    "place_of",
    "quotations",
    "select",
    "sentences",
    "widened",
    "words",
]
