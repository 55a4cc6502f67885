"""Words of a text in one comparable form, each with the span it came from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from onrecord.model import Span
from onrecord.text.unseen import IN_WORDS, MARKS, unaccented

_JOIN = r"[’'ʼ.,\-‐‑]"
_UNSEEN = f"[{IN_WORDS}{MARKS}]"
_BETWEEN = rf"(?:{_UNSEEN}++(?:{_JOIN}{_UNSEEN}*+)?|{_JOIN}{_UNSEEN}*+)"
_WORD = re.compile(rf"[^\W_]++(?:{_BETWEEN}[^\W_]++)*[{MARKS}]*+")
_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "‘": "'", "‐": "-", "‑": "-"})


@dataclass(frozen=True, slots=True)
class Word:
    """A word: where it stands, and its comparable form (NFKD, no accents, folded case)."""

    span: Span
    form: str


@lru_cache(maxsize=65_536)
def _form(raw: str) -> str:
    return unaccented(raw).translate(_APOSTROPHES).casefold()


def words(text: str) -> list[Word]:
    """The words of `text` in order; a hyphenated word or a decimal number is one word.

    What is not seen parts no word, and combining marks belong to the letter before them.
    """
    return [Word(Span(m.start(), m.end()), _form(m.group())) for m in _WORD.finditer(text)]
