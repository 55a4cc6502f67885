"""A query as a person types it, taken apart."""

from __future__ import annotations

import re

from onrecord.stores import Sought
from onrecord.text import words

_PIECE = re.compile(r"(-?)(?:[\"“”„«»]([^\"“”„«»]*)[\"“”„«»]?|([^\s\"“”„«»]+))")


def read_query(query: str) -> Sought:
    """A query as a person types it, taken apart; see `search`."""
    phrases: list[str] = []
    without: list[str] = []
    for piece in _PIECE.finditer(query):
        minus, quoted, single = piece.groups()
        phrase = " ".join(word.form for word in words(quoted or single or ""))
        if phrase:
            (without if minus else phrases).append(phrase)
    return Sought(tuple(dict.fromkeys(phrases)), tuple(dict.fromkeys(without)))
