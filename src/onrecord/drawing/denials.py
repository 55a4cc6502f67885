"""Whether a sentence says of an occasion or an instrument that there was or will be none."""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.languages import language
from onrecord.model import Span

_NEAR = 60


def denied(text: str, span: Span, code: str = "en") -> bool:
    """Whether the words around a phrase deny it: "there will be no", "was not held".

    That somebody was not there, or did not keep to it, denies neither.
    """
    before, behind = _patterns(code)
    lead = text[max(0, span.start - _NEAR) : span.start]
    return bool(before.search(lead)) or bool(behind.match(text, span.end, span.end + _NEAR))


def negated(text: str, span: Span, code: str = "en") -> bool:
    """Whether a verb that tells of an occasion is denied: "did not meet with", "will not visit"."""
    return bool(_not(code).search(text[max(0, span.start - 20) : span.end]))


@lru_cache(maxsize=8)
def _not(code: str) -> re.Pattern[str]:
    return re.compile(language(code).process.times.denying_verb, re.IGNORECASE)


@lru_cache(maxsize=8)
def _patterns(code: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = language(code).process.times
    return (
        re.compile(rf"(?:{'|'.join(words.denying_before) or '(?!)'})\Z", re.IGNORECASE),
        re.compile("|".join(words.denying_behind) or r"(?!)", re.IGNORECASE),
    )
