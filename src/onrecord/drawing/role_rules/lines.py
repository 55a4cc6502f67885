"""A sentence as the rules on roles see it, and what they find in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from onrecord.drawing.actors import ActorKind
from onrecord.drawing.clauses import Clause
from onrecord.drawing.members import Member, Page, expression, list_after, list_before, members_in
from onrecord.drawing.speakers import Speakers
from onrecord.languages import RoleWords, language
from onrecord.model import RoleKind, Span

PLAIN = "guarantors, list"
NAMED = frozenset(
    (PLAIN, "guarantors: list", "guarantors", "observers: list", "hospitable", "our hosts")
)
"""The bases of roles that a phrase names and nobody asserts."""
LISTED = frozenset(("attended by", "participation of"))
"""Those of lists, in which what is said of the first holds for all."""
PRESUMED = frozenset(
    (
        *("thanked for hosting", "made up of", "members: list", "presidency of", "within a format"),
        *("delegation to", "sides that talk", "thanks for inviting", "thanked for coming"),
    )
)
"""Those that a wish takes for granted: "we would like to thank Chile for hosting us"."""
TAKEN = frozenset(("participation of", "mediation of", "their participation", "observers: list"))
"""Those of nouns that a verb behind them can deny."""
_CLOSED = re.compile(r"[,.;:!?)–—]|$")


@dataclass(frozen=True, slots=True)
class Found:
    """An actor's role in the words of one sentence; `span` counts in the document.

    A guarantor without a name ("the guarantor countries") has the actor "".
    """

    actor: str
    role: RoleKind
    span: Span
    clause: Clause
    basis: str


@dataclass(frozen=True)
class Line:
    """A sentence with those who are named in it, and what was found before it."""

    page: Page
    clause: Clause
    before: tuple[Found, ...] = ()
    speakers: Speakers | None = None

    @cached_property
    def members(self) -> tuple[Member, ...]:
        """Those who are named, looked up when a rule asks for them."""
        return tuple(members_in(self.page, self.clause))

    @property
    def text(self) -> str:
        """The words of the sentence."""
        return self.clause.text

    @property
    def words(self) -> RoleWords:
        """The expressions of its language."""
        return language(self.page.code).conduct.roles

    def finds(self, words: str) -> Iterator[re.Match[str]]:
        """Each place where an expression is met."""
        return expression(words).finditer(self.text) if words else iter(())

    def tells(self, words: str) -> bool:
        """Whether an expression is met anywhere: a look before members are gone through."""
        return bool(words) and expression(words).search(self.text) is not None

    def after(self, start: int) -> list[Member]:
        """The members of a list that begins there."""
        return list_after(self.page, self.text, self.members, start)

    def upto(self, end: int, between: str = "") -> list[Member]:
        """The members of a list that ends there, with the words `between` in between."""
        gap = expression(between)
        for last in reversed(self.members):
            if last.span.end <= end and gap.fullmatch(self.text, last.span.end, end):
                return list_before(self.page, self.text, self.members, last.span.end)
        return []

    def we(self, *, together: bool = False) -> list[Member]:
        """Those whom "we" means here: the state of who speaks, and with `together` all who met."""
        names = self.speakers.we(self.clause, together=together) if self.speakers else ()
        return [Member(name, Span(0, 0), ActorKind.STATE) for name in names]

    def earlier(self) -> Clause:
        """What stands before the sentence in its paragraph."""
        span = Span(self.clause.paragraph.start, self.clause.span.start)
        return replace(self.clause, text=span.of(self.page.reading.document.text), span=span)

    def found(
        self, members: Iterable[Member], role: RoleKind, reach: tuple[int, int], basis: str
    ) -> Iterator[Found]:
        """A role of each, with the words from-to in this sentence."""
        span = Span(*reach).moved(self.clause.span.start)
        for name in dict.fromkeys(one.name for one in members):
            yield Found(name, role, span, self.clause, basis)


def clause_end(text: str, start: int) -> int:
    """Where the clause that a place stands in ends, the place itself where that is far away."""
    match = _CLOSED.search(text, start)
    end = match.start() if match else len(text)
    return end if end - start < 90 else start


def ending(line: Line, end: int, after: Sequence[Member]) -> int:
    """The end of words, or of a list that follows them closely."""
    return max(end, after[-1].span.end) if after and after[-1].span.start - end < 40 else end


def name_start(line: Line, one: Member) -> int:
    """Where a name alone begins in words that a post begins."""
    words = one.span.of(line.text)
    at = words.rfind(one.name)
    return one.span.start + (at if at > 0 else 0)


def occasion_after(line: Line, start: int) -> int:
    """The end of what a verb says somebody took part in, 0 where it is no occasion."""
    stop = expression(line.words.stop).search(line.text, start)
    limit = min(len(line.text), start + 110, stop.start() if stop else len(line.text))
    match = expression(line.words.held).search(line.text, start, limit)
    return match.end() if match else 0


def states(members: Sequence[Member]) -> list[Member]:
    """States, and heads of state as their states; places are left out."""
    kinds = (ActorKind.STATE, ActorKind.PERSON)
    return [one for one in members if one.kind in kinds and not one.place]


def present(members: Sequence[Member]) -> list[Member]:
    """Those who are no places."""
    return [one for one in members if not one.place]
