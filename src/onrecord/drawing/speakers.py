"""Who "we" and "I" are in a document: the one who speaks, and those who met."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.drawing.actors import ActorKind
from onrecord.drawing.clauses import Clause
from onrecord.drawing.members import Member, Page, members_in
from onrecord.drawing.tokens import tokens
from onrecord.model import PartKind, Span

_MEETING = (ActorKind.PERSON, ActorKind.STATE)


@dataclass(frozen=True, slots=True)
class Speakers:
    """`spoken` has the turns and contents of statements with the one whose words they are, the
    innermost last; `met` are the states of those whom the headline names."""

    page: Page
    spoken: tuple[tuple[Span, str], ...] = ()
    met: tuple[str, ...] = ()

    def one(self, clause: Clause) -> tuple[str, ...]:
        """Who says a sentence: the state for those who lead it, else the name; () for nobody."""
        said = [who for span, who in self.spoken if span.meets(clause.span) and who]
        if not said:
            return ()
        read = tokens(said[-1])
        holder = self.page.people.get(read[-1].low) if read else None
        return (holder.of if holder and holder.rules and holder.of else said[-1],)

    def we(self, clause: Clause, *, together: bool) -> tuple[str, ...]:
        """Whom "we" means: both who met, for what is done together, else the speaker."""
        one = self.one(clause)
        return tuple(dict.fromkeys((*one, *self.met))) if together and one else one

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
        (span, statement.speaker)
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
    return Speakers(page, (*turns, *contents), tuple(dict.fromkeys(named)))


def _state(member: Member) -> str:
    """The state of one of those who met."""
    if member.place:
        return ""
    return member.of if member.kind is ActorKind.PERSON else member.name
