"""Who "we" and "I" are in a document: the one who speaks, and those who met."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from onrecord.drawing.actors import ActorKind, actors_in
from onrecord.drawing.clauses import Clause
from onrecord.drawing.members import Member, Page, members_in
from onrecord.drawing.posts import Holder
from onrecord.drawing.titled import ruling
from onrecord.drawing.tokens import tokens
from onrecord.model import PartKind, Span, Statement

_PAIR = re.compile(r"[^\W\d_][-‐‑–][A-Z]")
_MEETING = (ActorKind.PERSON, ActorKind.STATE)


@dataclass(frozen=True, slots=True)
class Speakers:
    """`spoken` has for each sentence of the document the one whose words it holds, the innermost
    where one quotes another; `met` are the states of those whom the headline names, `side` the
    state of those whose post is told without one: the page's, or the one that stands in a pair
    with the state that was met ("Chile-Kenya relations").
    """

    page: Page
    spoken: Mapping[Span, str] = field(default_factory=dict)
    met: tuple[str, ...] = ()
    side: str = ""

    def one(self, clause: Clause) -> tuple[str, ...]:
        """Who says a sentence: the state for those who lead it, else the name; () for nobody."""
        name = self._name(clause)
        holder = self._holder(name)
        return (holder.of if holder and holder.rules and holder.of else name,) if name else ()

    def we(self, clause: Clause, *, together: bool) -> tuple[str, ...]:
        """Whom "we" means: those who met, for what is done together, else the speaker.

        Together, whoever speaks stands for the state; where nobody met, with the only other state
        that the paragraph names before.
        """
        one = self.one(clause)
        met = self.met if set(self.met) - {self.page.home} else self._beside(clause)
        others = met if together and one else ()
        holder = self._holder(self._name(clause)) if others else None
        state = (holder.of or self.side) if holder else ""
        return tuple(dict.fromkeys((*((state,) if state else one), *others)))

    def _name(self, clause: Clause) -> str:
        return self.spoken.get(clause.span, "")

    def _holder(self, name: str) -> Holder | None:
        read = tokens(name)
        return self.page.people.get(read[-1].low) if read else None

    def _beside(self, clause: Clause) -> tuple[str, ...]:
        """The only state but the page's own that the paragraph names before a sentence."""
        if not self.page.home:
            return ()
        text = clause.paragraph.of(self.page.reading.document.text)
        before = clause.span.start - clause.paragraph.start
        named = {name for name, end in _meeting(text, self.page.code) if end <= before}
        named.discard(self.page.home)
        return tuple(named) if len(named) == 1 else ()

    def together(self, clause: Clause) -> tuple[str, ...]:
        """Those who met, else who announces it."""
        return self.met if len(self.met) > 1 else self.announcing(clause)

    def announcing(self, clause: Clause) -> tuple[str, ...]:
        """Who announces something: the speaker, else whose page it is."""
        return self.one(clause) or ((self.page.home,) if self.page.home else ())


@lru_cache(maxsize=8)
def _meeting(text: str, code: str) -> tuple[tuple[str, int], ...]:
    """Those in a paragraph who may meet, each with where its name ends; read once for all of it."""
    found = actors_in(text, code=code)
    return tuple((a.name, a.span.end) for a in found if a.kind in _MEETING)


def speakers_of(page: Page, clauses: Sequence[Clause]) -> Speakers:
    """Who speaks in a document."""
    reading = page.reading
    turns = [(span, turn.speaker) for turn in reading.structure.turns for span in turn.spans]
    contents = [
        (span, _source(page, statement))
        for statement in reading.statements
        for span in statement.attribution.content
    ]
    heads = [c for c in clauses if c.part in (PartKind.HEADLINE, PartKind.STANDFIRST)]
    met: list[str] = []
    for clause in heads[:3]:
        met += [_state(m) for m in members_in(page, clause) if m.kind in _MEETING]
    if any(met) and page.home:
        met.insert(0, page.home)
    named = (state for state in met if state)
    states = tuple(dict.fromkeys(named))
    spoken = _by_sentence(clauses, (*turns, *contents))
    return Speakers(page, spoken, states, page.home or _paired(page, clauses, states))


def _by_sentence(
    clauses: Sequence[Clause], spoken: Sequence[tuple[Span, str]]
) -> Mapping[Span, str]:
    """Whose words each sentence holds; of several the last told, for contents come after turns."""
    ends = [clause.span.end for clause in clauses]
    found: dict[Span, str] = {}
    for span, who in spoken:
        at = bisect_right(ends, span.start)
        while who and at < len(clauses) and clauses[at].span.start < span.end:
            if clauses[at].span.meets(span):
                found[clauses[at].span] = who
            at += 1
    return found


def _source(page: Page, statement: Statement) -> str:
    """Who makes a statement; a state where its source is a post that stands for it, unnamed."""
    name, source = statement.speaker, statement.attribution.source
    if not source or not name or (tokens(name)[-1:] and tokens(name)[-1].low in page.people):
        return name
    words = source[0].of(page.reading.document.text)
    posts = [a for a in actors_in(words, code=page.code) if a.kind is ActorKind.PERSON]
    read = tokens(words)
    ruled = any(ruling(token.low, page.code) for token in read)
    named = bool(read) and read[-1].low == tokens(name)[-1].low
    return posts[0].name if posts and ruled and not named else name


def _paired(page: Page, clauses: Sequence[Clause], met: Sequence[str]) -> str:
    """The only state that stands in pairs with the one that was met."""
    if len(met) != 1:
        return ""
    partners: set[str] = set()
    for clause in clauses:
        if _PAIR.search(clause.text):
            pairs = [a for a in actors_in(clause.text, code=page.code) if a.how == "pair"]
            for one, other in pairwise(pairs):
                names = {one.name, other.name}
                if met[0] in names and other.span.start == one.span.end + 1:
                    partners |= names - {met[0]}
    return partners.pop() if len(partners) == 1 else ""


def _state(member: Member) -> str:
    """The state of one of those who met."""
    if member.place:
        return ""
    return member.of if member.kind is ActorKind.PERSON else member.name
