"""The words of a sentence as the rules of drawing read them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from onrecord.text import words as _words

_WORD = re.compile(r"[^\W\d_]\.(?:[^\W\d_]\.)+|[^\W_]+(?:[’'.\-‐‑−–][^\W_]+)*")
_OWNING = re.compile(r"(?<=[^\W_])[’']s$|(?<=s)[’']$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Token:
    """A word where it stands: as written, and folded without full stops and possessive ending.

    `end` leaves the possessive out; `owning` says that there was one ("Turkey's").
    """

    raw: str
    start: int
    end: int
    low: str
    owning: bool = False


@lru_cache(maxsize=2048)
def tokens(text: str) -> tuple[Token, ...]:
    """The words of `text` in order; offsets are half-open and count in `text`."""
    return tuple(_token(match.group(), match.start()) for match in _WORD.finditer(text))


def _token(raw: str, start: int) -> Token:
    bare = _OWNING.sub("", raw) if "'" in raw or "’" in raw else raw
    return Token(bare, start, start + len(bare), _folded(bare), len(bare) < len(raw))


@lru_cache(maxsize=65_536)
def _folded(raw: str) -> str:
    read = _words(raw)
    form = " ".join(word.form for word in read) if read else raw.casefold()
    return form.replace(".", "").replace("'", "").replace("‑", "-")
