"""Words that are to be found again in a text that may have changed: what selects them, and where.

After the Text Quote and Text Position Selectors of the W3C Web Annotation Data Model (2017).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from onrecord.model import Span

_REACH = 32
_MOST = 512
"""Code points of context on either side: at first, and where the same words stand elsewhere."""
_PLACES = 5_000
"""Places of the same words that are looked at, at most."""


@dataclass(frozen=True, slots=True)
class Selector:
    """The exact words, what stands before and behind them, and where they stood, in code points.

    `start` and `end` are half-open, both None where nobody says where.
    """

    exact: str
    prefix: str = ""
    suffix: str = ""
    start: int | None = None
    end: int | None = None


def select(text: str, span: Span) -> Selector:
    """What selects the words of `span`: with as much around them as tells them from their like.

    Never more than 512 code points on either side: where all of that is the same in two places,
    only the position tells them apart.
    """
    reach, exact = _REACH, span.of(text)
    while True:
        prefix = text[max(0, span.start - reach) : span.start]
        suffix = text[span.end : span.end + reach]
        whole, start = prefix + exact + suffix, span.start - len(prefix)
        if reach >= _MOST or (text.find(whole) == start and text.find(whole, start + 1) < 0):
            return Selector(exact, prefix, suffix, span.start, span.end)
        reach *= 2


def anchor(selector: Selector, text: str) -> Span | None:
    """Where the selected words stand in `text` now; None where they do not, or nothing tells where.

    The words go before the position: it only decides between places that are alike. White space
    may have changed, nothing else. Of several places the one with most of the context is taken;
    without context and position nothing is.
    """
    if not selector.exact.strip():
        return None
    start, end = selector.start, selector.end
    if start is not None and end is not None and start >= 0 and text[start:end] == selector.exact:
        there = Span(start, start + len(selector.exact))
        if _context(selector, text, there) == len(selector.prefix) + len(selector.suffix):
            return there
    places = list(islice(_places(selector.exact, text), _PLACES))
    return _likeliest(selector, text, places or list(islice(_spaced(selector, text), _PLACES)))


def _places(exact: str, text: str) -> Iterator[Span]:
    at = text.find(exact)
    while at >= 0:
        yield Span(at, at + len(exact))
        at = text.find(exact, at + 1)


def _spaced(selector: Selector, text: str) -> Iterator[Span]:
    pattern = r"\s+".join(map(re.escape, selector.exact.split()))
    return (Span(*found.span()) for found in re.finditer(pattern, text))


def _likeliest(selector: Selector, text: str, places: list[Span]) -> Span | None:
    if len(places) <= 1:
        return places[0] if places else None
    weighed = [(_context(selector, text, place), place) for place in places]
    most = max(weight for weight, _ in weighed)
    best = [place for weight, place in weighed if weight == most]
    if len(best) == 1:
        return best[0]
    if selector.start is None:
        return None
    there = selector.start
    return min(best, key=lambda place: abs(place.start - there))


def _context(selector: Selector, text: str, place: Span) -> int:
    """How many code points around a place are those that stood around the words."""
    before = text[max(0, place.start - len(selector.prefix)) : place.start]
    after = text[place.end : place.end + len(selector.suffix)]
    return _alike(before[::-1], selector.prefix[::-1]) + _alike(after, selector.suffix)


def _alike(one: str, other: str) -> int:
    """How many code points two texts have in common at their beginnings."""
    if one == other:
        return len(one)
    pairs = enumerate(zip(one, other, strict=False))
    return next((number for number, (a, b) in pairs if a != b), min(len(one), len(other)))
