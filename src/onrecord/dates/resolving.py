"""Every expression of time in a text, as EDTF."""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.dates.periods import days
from onrecord.dates.phrases import expression
from onrecord.dates.scene import Anchor, Found, Scene
from onrecord.dates.tokens import Tokens
from onrecord.languages import language
from onrecord.model import Dating, Span

_PLAIN = re.compile(r"\d{4}(?:-\d\d){0,2}")
_MARKS = frozenset("'’‘")
_LEAD = 8  # tokens before the first word of time: "by the beginning of the last three years"


def resolve_dates(
    text: str, *, anchor: Dating | None = None, within: Span | None = None, code: str = "en"
) -> tuple[Dating, ...]:
    """The expressions of time in `text`, in order, as EDTF; what another event dates is left out.

    Relative words ("next month", "on Friday", a day without a year) are resolved against `anchor`,
    the time that the text is of, and the words around; without one, days and months keep an
    unknown year (`XXXX-12-29`) and the rest is left out. "Two days later", "that month", holidays,
    times of day and "recently" are never read. Spans are half-open, in code points of `text`; with
    `within` only what stands there is read, and the rest serves to tell past from future. `how` is
    a sentence for a person. Nothing is raised. EDTF follows ISO 8601-2:2019.
    """
    scene = _scene(text, anchor, code)
    tokens = scene.tokens
    triggers = _triggers(code)
    at = tokens.first_from(within.start) if within else 0
    end = tokens.first_from(within.end) if within else len(tokens)
    found: list[Dating] = []
    reach = _reach(tokens, code)
    while at < end:
        word = tokens.words[at]
        begins = at >= reach[at] - _LEAD and (word in triggers or word[0].isdigit())
        one = expression(scene, at) if begins else None
        if one and one.end <= end:
            found.append(_dating(scene, one))
            at = one.end
        else:
            at += 1
    return tuple(found)


def _reach(tokens: Tokens, code: str) -> list[int]:
    """For each token the next one, or itself, that an expression of time cannot do without."""
    needed = _needed(code)
    reach, nearest = [0] * len(tokens), len(tokens) + _LEAD
    for at in range(len(tokens) - 1, -1, -1):
        word = tokens.words[at]
        if word in needed or word[0].isdigit():
            nearest = at
        reach[at] = nearest
    return reach


@lru_cache(maxsize=8)
def _needed(code: str) -> frozenset[str]:
    words, layout = language(code).dates, language(code).layout
    named = {*layout.months, *layout.weekdays, *words.seasons, *words.decades, words.century, "q"}
    counted = {*words.units, *words.days, *words.weekend}
    return frozenset(
        named | counted | {word for phrase in words.day_phrases for word in phrase[-1:]}
    )


def _scene(text: str, anchor: Dating | None, code: str) -> Scene:
    spoken = language(code)
    base = None
    if anchor and anchor.earliest and anchor.latest:
        plain = _PLAIN.fullmatch(anchor.edtf)
        edtf = anchor.edtf if plain else days(anchor.earliest, anchor.latest).edtf
        base = Anchor(edtf, anchor.earliest, anchor.latest)
    return Scene(Tokens(text), spoken.dates, spoken.layout, base, spoken.abbreviations)


@lru_cache(maxsize=8)
def _triggers(code: str) -> frozenset[str]:
    """The words that an expression can begin with; digits aside."""
    words, layout = language(code).dates, language(code).layout
    named = {*layout.months, *layout.weekdays, *words.seasons, *words.ordinals, *words.decades}
    counted = {*words.numbers, *words.vague, words.half, "q"}
    told = {*words.days, *words.directions, *words.parts, *words.openings, words.between}
    told |= words.past_stretch | words.ahead_stretch | words.within | words.earlier | words.later
    first = {phrase[0] for phrase in words.day_phrases} | words.article | _MARKS
    return frozenset(word for word in named | counted | told | first if word)


def _dating(scene: Scene, found: Found) -> Dating:
    tokens, period = scene.tokens, found.period
    span = Span(tokens.starts[found.start], tokens.ends[found.end - 1])
    words = span.of(tokens.text)
    base = scene.anchor.edtf if scene.anchor and found.anchored else ""
    how = found.how.replace("{anchor}", base)
    return Dating(
        period.edtf,
        period.start,
        period.end,
        words,
        (span,),
        base,
        f"“{words}” {how}.",
        found.inferred,
    )
