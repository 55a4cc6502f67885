"""What to call an occasion or an instrument: its phrase as a name, without the day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from onrecord.drawing.brackets import EDGES, closed
from onrecord.drawing.days import days_of, happening
from onrecord.drawing.occasions import Occasion
from onrecord.languages import language
from onrecord.model import Dating, Span

_YEAR = re.compile(r"\d{4}\Z")


def called(one: Occasion, said: Dating | None, code: str = "en") -> str:
    """A noun phrase for an occasion: "Regional Forum in Oslo" for "Forum held in Oslo on May 3".

    What a verb tells is put as a noun: "met with Ada Holm" is a "meeting with Ada Holm".
    """
    days = happening(days_of(one.clause.text, said, code), code)
    span = closed(one.clause.text, one.span)
    words = _without(one.clause.text, span, days, code)
    plain = " ".join(words.split()) or one.noun
    return _as_noun(plain, one, code) if one.basis == "verb" else plain


def _without(text: str, span: Span, days: Sequence[Dating], code: str) -> str:
    """The words of a span without the days in it; a year that a name begins with stays."""
    words, pattern = span.of(text), _leading(code)
    for day in sorted(days, key=lambda one: one.spans[:1], reverse=True):
        if not day.spans or not span.holds(day.spans[0]):
            continue
        start, end = (edge - span.start for edge in (day.spans[0].start, day.spans[0].end))
        if _YEAR.match(day.words) and not pattern.search(words[:start]):
            continue
        owning = re.match(r"[’']s?\b", words[end:])
        before = pattern.sub("", words[:start]) if start else ""
        behind = words[end + (owning.end() if owning else 0) :]
        words = f"{before}{behind}" if before else behind
    return words.strip(EDGES)


@lru_cache(maxsize=8)
def _leading(code: str) -> re.Pattern[str]:
    """What stands before a day, and goes with it: "held on", "in"."""
    words = language(code).process
    participles = "|".join(sorted(words.phrases.participles))
    leading = "|".join(sorted(words.times.leading))
    return re.compile(rf"(?:,?\s+(?:{participles}))?\s+(?:{leading})(?:\s+the)?\s*\Z|\s+\Z")


def _as_noun(words: str, one: Occasion, code: str) -> str:
    meetings = language(code).process.meetings
    if one.kind == "visit" and one.place:
        return meetings.visit_to.format(place=one.place)
    for pattern, noun in meetings.as_nouns:
        words, many = re.subn(pattern, noun, words)
        if many:
            break
    return words
