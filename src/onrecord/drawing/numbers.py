"""The number that a noun has in its row, and how many a plural counts."""

from __future__ import annotations

import re
from collections.abc import Iterable

from onrecord.drawing.tokens import Token
from onrecord.languages import language

_NUMBERED = re.compile(r"(\d{1,3})(?:st|nd|rd|th)\Z")
_ROMAN = re.compile(r"(?:X{1,3})?(?:IX|IV|V?I{0,3})\Z")
_VALUES = {"I": 1, "V": 5, "X": 10}


def ordinal_of(words: Iterable[Token], code: str = "en") -> int | None:
    """The number in "12th", "twelfth", "XII"; None where there is none."""
    ordinals = language(code).process.ordinals
    for token in words:
        digits = _NUMBERED.match(token.low)
        if digits:
            return int(digits.group(1))
        if len(token.raw) > 1 and _ROMAN.match(token.raw):
            return _roman(token.raw)
        if token.low in ordinals:
            return ordinals[token.low]
    return None


def _roman(raw: str) -> int:
    values = [_VALUES[letter] for letter in raw]
    after = [*values[1:], 0]
    return sum(-value if value < then else value for value, then in zip(values, after, strict=True))


def count_of(words: Iterable[Token], code: str = "en") -> int | None:
    """How many: "two", "11"; 0 for "numerous", None where nothing counts."""
    numbers = language(code).process.phrases.numbers
    for token in words:
        if token.low in numbers:
            return numbers[token.low]
        if token.low.isdigit() and len(token.low) < 3:
            return int(token.low)
    return None
