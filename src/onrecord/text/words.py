"""Words of a text in one comparable form, each with the span it came from."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from onrecord.model import Span

_WORD = re.compile(r"[^\W_]+(?:[’'ʼ\u00ad\u200b-\u200d\u2060.,\-‐‑][^\W_]+)*", re.UNICODE)
_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "‘": "'", "‐": "-", "‑": "-"})
_INVISIBLE = str.maketrans(dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff"))


@dataclass(frozen=True, slots=True)
class Word:
    """A word: where it stands, and its comparable form (NFKD, no accents, folded case)."""

    span: Span
    form: str


@lru_cache(maxsize=65_536)
def _form(raw: str) -> str:
    plain = unicodedata.normalize("NFKD", raw.translate(_INVISIBLE)).translate(_APOSTROPHES)
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold()


def words(text: str) -> list[Word]:
    """The words of `text` in order; a hyphenated word or a decimal number is one word."""
    return [Word(Span(m.start(), m.end()), _form(m.group())) for m in _WORD.finditer(text)]
