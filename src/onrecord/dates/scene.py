"""What an expression of time is read in, and what comes of reading it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from onrecord.dates.periods import Period
from onrecord.dates.tense import Tense
from onrecord.dates.tokens import Tokens
from onrecord.languages._dates import DateWords
from onrecord.languages._layout import Layout

_FAR, _CLOSE = 230, 150  # days


@dataclass(frozen=True, slots=True)
class Anchor:
    """The time that relative words count from; a month or a year will do, less exactly."""

    edtf: str
    start: date
    end: date

    @property
    def period(self) -> Period:
        """The anchor as a period, whose grain nobody asks for."""
        return Period(self.edtf, self.start, self.end, "interval")


@dataclass(frozen=True, slots=True)
class Found:
    """An expression read: tokens [start, end), the time meant, and how, as the end of a sentence.

    `anchored` says that it was counted from the anchor, `inferred` that the words alone do not
    give it.
    """

    start: int
    end: int
    period: Period
    how: str
    anchored: bool = False
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class Scene:
    """A text in tokens, the words of its language, and the anchor, if there is one."""

    tokens: Tokens
    words: DateWords
    layout: Layout
    anchor: Anchor | None = None
    abbreviations: frozenset[str] = frozenset()

    def tense(self, start: int, end: int) -> int:
        """-2 to 2: what the words around tokens [start, end) say of past and future."""
        return Tense(self.tokens, self.words, self.abbreviations).around(start, end)

    def word(self, at: int) -> str:
        """The token, case-folded."""
        return self.tokens.word(at)

    def past_article(self, at: int) -> int:
        """The place after an article that stands here, else here."""
        return at + 1 if self.word(at) in self.words.article else at

    def dash(self, at: int) -> bool:
        """Whether a dash or a minus sign stands here."""
        return self.word(at) in "-–—−‐‑‒"


def chosen(candidates: list[Period], anchor: Anchor, tense: int) -> tuple[Period, str] | None:
    """Of periods in order, the one that is meant, and why, as the end of a sentence.

    The last one begun (-1, -2), the first not over (1, 2), or the nearest (0). Where the tense is
    told from afar (-1, 1), asks for one many months off, and another is close by, the close one is
    taken: few say "November 22" for a day a year ago.
    """
    close = min(candidates, key=lambda p: _distance(p, anchor), default=None)
    if close is None:
        return None
    one, why = close, "the one nearest to {anchor}"
    if tense < 0:
        one = next((p for p in candidates[::-1] if p.start and p.start <= anchor.end), close)
        why = "the last one not after {anchor}, since the words around speak of the past"
    elif tense > 0:
        one = next((p for p in candidates if p.end and p.end >= anchor.start), close)
        why = "the next one from {anchor} on, since the words around speak of what lies ahead"
    if abs(tense) < 2 and _distance(one, anchor) > _FAR and _distance(close, anchor) < _CLOSE:
        return close, "the one nearest to {anchor}, since the other is most of a year away"
    return one, why


def _distance(period: Period, anchor: Anchor) -> int:
    if period.start is None or period.end is None:
        return 0
    return max((period.start - anchor.end).days, (anchor.start - period.end).days, 0)
