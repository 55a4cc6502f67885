"""The stretch of a passage that has to be looked at where it is known near which words to look."""

from __future__ import annotations

import re

from onrecord.model import Span
from onrecord.text import widened

_SPACES = re.compile(r"\s+")
_WORD = 8
"""Characters that a word takes with the space behind it, for a first guess."""


def stretch(text: str, around: Span, reach: int, code: str = "en") -> Span:
    """`around` with `reach` words more on each side, and the whole of the sentences it then meets.

    Words are counted by white space. What lies outside `text` is left out.
    """
    start = _before(text, min(around.start, len(text)), reach)
    end = _behind(text, min(around.end, len(text)), reach)
    return widened(text, Span(start, end), code)


def _before(text: str, at: int, reach: int) -> int:
    """Where the word begins that stands `reach` words before `at`."""
    size = reach * _WORD
    while True:
        low = max(0, at - size)
        gaps = [gap.end() for gap in _SPACES.finditer(text, low, at)]
        if len(gaps) > reach:
            return gaps[-reach - 1]
        if not low:
            return 0
        size *= 2


def _behind(text: str, at: int, reach: int) -> int:
    """Where the word ends that stands `reach` words behind `at`."""
    for passed, gap in enumerate(_SPACES.finditer(text, at)):
        if passed >= reach:
            return gap.start()
    return len(text)
