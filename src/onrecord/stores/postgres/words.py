"""The words of a text as full-text search compares them: in lower case, without accents.

What is a word is what it is to FTS5's tokenizer unicode61: a run of letters and digits.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

_ASCII = re.compile(r"[a-z0-9]+")
# A letter or digit, and what follows of such and of marks that are written over them.
_ANY = re.compile("[^\\W_](?:[^\\W_]|[\u0300-\u036f])*")
_MARKS = re.compile("[\u0300-\u036f]+")
LONGEST = 200
"""Characters of the longest word that is searched; PostgreSQL takes 2,046 bytes."""


class Word(NamedTuple):
    """A word in the form in which it is compared, and where it stands."""

    form: str
    start: int
    stop: int


def words_of(text: str) -> Iterator[Word]:
    """The words of a text in order, without those that are too long."""
    if text.isascii():
        found = ((m[0], m.start(), m.end()) for m in _ASCII.finditer(text.lower()))
    else:
        found = ((_plain(m[0]), m.start(), m.end()) for m in _ANY.finditer(text))
    return (Word(*one) for one in found if 0 < len(one[0]) <= LONGEST)


def _plain(word: str) -> str:
    lower = word.lower()
    if lower.isascii():
        return lower
    return _MARKS.sub("", unicodedata.normalize("NFD", lower))
