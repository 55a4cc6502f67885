"""Rulings over a reading, in the order in which they were made."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from onrecord.model import Passage, Reading, Span, Statement, Turn
from onrecord.model.rulings import Matter, Ruling, RulingKind, Unlaid
from onrecord.overlay.spots import statement_at, turn_at
from onrecord.overlay.turning import CORRECTED, given_to, parted
from onrecord.text import passages

_Laid = Reading | str


@dataclass(frozen=True, slots=True)
class Laid:
    """A reading with rulings laid over, the ids of those that lie on it, and those adrift.

    A ruling about names lies wherever one of them stands, and is adrift nowhere.
    """

    reading: Reading
    lying: tuple[str, ...] = ()
    adrift: tuple[Unlaid, ...] = ()


def laid_over(reading: Reading, rulings: Iterable[Ruling]) -> Laid:
    """The reading as these rulings have it; `reading` is left as it is.

    Passages are cut anew where a ruling changed what they come from, and only those. A ruling
    that finds nothing to lie on changes nothing and is told as adrift.
    """
    now, lying, adrift = reading, list[str](), list[Unlaid]()
    for ruling in rulings:
        found = _lay(now, ruling)
        if not isinstance(found, str):
            now = found
            lying.append(ruling.id)
        elif ruling.matter is not Matter.PEOPLE:
            adrift.append(Unlaid(ruling, found))
    return Laid(_cut_anew(reading, now), tuple(lying), tuple(adrift))


def _lay(reading: Reading, ruling: Ruling) -> _Laid:
    if ruling.matter is Matter.STATEMENT:
        return _on_statement(reading, ruling)
    if ruling.matter is Matter.TURN:
        return _on_turn(reading, ruling)
    return _on_names(reading, ruling)


def _on_statement(reading: Reading, ruling: Ruling) -> _Laid:
    place, why = statement_at(reading, ruling.spot)
    if place is None:
        return why
    held = reading.statements
    if ruling.kind is RulingKind.NO_STATEMENT:
        return replace(reading, statements=held[:place] + held[place + 1 :])
    if ruling.kind is RulingKind.SPEAKER:
        changed = _said_by(held[place], ruling.speaker)
        return replace(reading, statements=(*held[:place], changed, *held[place + 1 :]))
    return reading


def _said_by(statement: Statement, speaker: str) -> Statement:
    basis = "plural" if "; " in speaker else CORRECTED
    return replace(statement, speaker=speaker, basis=basis)


def _on_turn(reading: Reading, ruling: Ruling) -> _Laid:
    place, why = turn_at(reading, ruling.spot)
    if place is None:
        return why
    if ruling.kind is RulingKind.SPEAKER:
        return given_to(reading, place, ruling.speaker)
    if ruling.kind is RulingKind.SPLIT and ruling.cut is not None:
        return _split(reading, place, ruling)
    return reading


def _split(reading: Reading, place: int, ruling: Ruling) -> _Laid:
    cut = _cut_now(reading, place, ruling)
    if cut is None:
        return "the words at which it is split are not there now"
    found = parted(reading, place, cut)
    if isinstance(found, str):
        return found
    for at, speaker in ((place, ruling.speaker), (place + 1, ruling.other)):
        if found.structure.turns[at].speaker != speaker:
            found = given_to(found, at, speaker)
    return found


def _cut_now(reading: Reading, place: int, ruling: Ruling) -> Span | None:
    """Where the second half begins now: at its own words, wherever in the turn they stand."""
    text, cut, second = reading.document.text, ruling.cut, ruling.second
    if cut is None or second is None or not second.words:
        return cut
    if text.startswith(second.words, cut.end):
        return cut
    turn = reading.structure.turns[place]
    first, last = turn.spans[0].start, turn.spans[-1].end
    at = text.find(second.words, first, last)
    if at < first or text.find(second.words, at + 1, last) >= 0:
        return None
    return Span(max(first, at - len(cut)), at)


def _on_names(reading: Reading, ruling: Ruling) -> _Laid:
    if ruling.kind is not RulingKind.ONE_PERSON:
        return "names alone are compared"
    one, other = ruling.speaker, ruling.other
    turns = tuple(_renamed_turn(turn, other, one) for turn in reading.structure.turns)
    statements = tuple(_renamed(statement, other, one) for statement in reading.statements)
    if turns == reading.structure.turns and statements == reading.statements:
        return "the name is not there"
    structure = replace(reading.structure, turns=turns)
    return replace(reading, structure=structure, statements=statements)


def _renamed(statement: Statement, before: str, after: str) -> Statement:
    speaker = _in_the_place(statement.speaker, before, after)
    via = tuple(_in_the_place(name, before, after) for name in statement.via)
    if (speaker, via) == (statement.speaker, statement.via):
        return statement
    return replace(statement, speaker=speaker, via=via)


def _renamed_turn(turn: Turn, before: str, after: str) -> Turn:
    return replace(turn, speaker=after) if turn.speaker == before else turn


def _in_the_place(names: str, before: str, after: str) -> str:
    """Of several names parted by semicolons the one replaced."""
    if before not in names:
        return names
    return "; ".join(dict.fromkeys(after if n == before else n for n in names.split("; ")))


def _cut_anew(original: Reading, now: Reading) -> Reading:
    """The passages of what was changed; those of which nothing changed stay as they were cut."""
    if now is original or (
        now.structure == original.structure and now.statements == original.statements
    ):
        return replace(now, passages=original.passages)
    document = original.document
    before = passages(document, original.structure, original.statements)
    after = passages(document, now.structure, now.statements)
    if original.passages != before:
        after = _changed(original.passages, Counter(before), Counter(after))
    return replace(now, passages=after)


def _changed(
    held: tuple[Passage, ...], before: Counter[Passage], after: Counter[Passage]
) -> tuple[Passage, ...]:
    """Passages that were cut by other rules, with what came in and without what went."""
    gone = {(p.kind, p.span, p.turn, p.speaker) for p in before - after}
    kept = [p for p in held if (p.kind, p.span, p.turn, p.speaker) not in gone]
    return tuple(sorted((*kept, *(after - before).elements()), key=lambda p: (p.span, p.kind)))
