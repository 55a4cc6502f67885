"""Characters that are not seen, and words without them.

What Unicode calls default ignorable: zero-width spaces and joiners, soft hyphens, variation
selectors, tags, the controls of writing direction. They can stand inside any word and change
nothing that is read.
"""

from __future__ import annotations

import unicodedata

_RANGES = (
    (0xAD, 0xAD),
    (0x34F, 0x34F),
    (0x61C, 0x61C),
    (0x115F, 0x1160),
    (0x17B4, 0x17B5),
    (0x180B, 0x180F),
    (0x200B, 0x200F),
    (0x202A, 0x202E),
    (0x2060, 0x206F),
    (0x3164, 0x3164),
    (0xFE00, 0xFE0F),
    (0xFEFF, 0xFEFF),
    (0xFFA0, 0xFFA0),
    (0xFFF0, 0xFFF8),
    (0xE0000, 0xE0FFF),
)
_NOTHING = {point: None for first, last in _RANGES for point in range(first, last + 1)}

IN_WORDS = "".join(
    rf"\U{first:08x}-\U{last:08x}" if last > first else rf"\U{first:08x}" for first, last in _RANGES
)
"""The unseen characters as they stand in a class of a regular expression."""
MARKS = r"\u0300-\u034e\u0350-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
"""Combining marks of every script, which stand on the letter before, for the same."""


def seen(text: str) -> str:
    """`text` without what is not seen."""
    return text if text.isascii() else text.translate(_NOTHING)


def unaccented(word: str) -> str:
    """A word as seen, without accents (NFKD), its digits those of ASCII; case stays."""
    if word.isascii():
        return word
    decomposed = unicodedata.normalize("NFKD", seen(word))
    return "".join(_digit(c) for c in decomposed if not unicodedata.combining(c))


def _digit(character: str) -> str:
    return str(unicodedata.decimal(character)) if character.isdecimal() else character
