"""Who "we" and "I" are in a document: the one who speaks, and those who met."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
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
    """`spoken` has the turns and contents of statements with the one whose words they are, the
    innermost last; `met` are the states of those whom the headline names, `side` the state of
    those whose post is told without one: the page's, or the one that stands in a pair with the
    state that was met ("Chile-Kenya relations").
    """

    page: Page
    spoken: tuple[tuple[Span, str], ...] = ()
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
        said = [who for span, who in self.spoken if span.meets(clause.span) and who]
        return said[-1] if said else ""

    def _holder(self, name: str) -> Holder | None:
        read = tokens(name)
        return self.page.people.get(read[-1].low) if read else None

    def _beside(self, clause: Clause) -> tuple[str, ...]:
        """The only state but the page's own that the paragraph names before a sentence."""
        text = self.page.reading.document.text[clause.paragraph.start : clause.span.start]
        actors = actors_in(text, code=self.page.code)
        named = {a.name for a in actors if a.kind in _MEETING} - {self.page.home}
        return tuple(named) if self.page.home and len(named) == 1 else ()

    def together(self, clause: Clause) -> tuple[str, ...]:
        """Those who met, else who announces it."""
        return self.met if len(self.met) > 1 else self.announcing(clause)

    def announcing(self, clause: Clause) -> tuple[str, ...]:
        """Who announces something: the speaker, else whose page it is."""
        return self.one(clause) or ((self.page.home,) if self.page.home else ())


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
    return Speakers(page, (*turns, *contents), states, page.home or _paired(page, clauses, states))


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
