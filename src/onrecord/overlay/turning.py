"""Turns with other speakers, and one that is two; statements and exchanges follow."""

from __future__ import annotations

from dataclasses import replace

from onrecord.model import Exchange, Reading, Role, Span, Spans, Statement, Turn

CORRECTED = "corrected"
"""The basis of a name that a person gave."""


def given_to(reading: Reading, place: int, speaker: str) -> Reading:
    """The reading with another speaker of the turn at `place`, "" where nobody is named.

    What stands on the turn's name follows: who is "I" in it, and who passes words on.
    """
    turns = reading.structure.turns
    turn = turns[place]
    changed = replace(turn, speaker=speaker, basis=CORRECTED)
    statements = tuple(
        _of_turn(one, turn.speaker, speaker) if one.turn == turn.number else one
        for one in reading.statements
    )
    return _with(reading, (*turns[:place], changed, *turns[place + 1 :]), statements=statements)


def parted(reading: Reading, place: int, cut: Span) -> Reading | str:
    """The reading with the turn at `place` as two, or why it cannot be.

    `cut` is left out of both: a label that was taken for words, or nothing. The speaker of the
    second is that of the first; turns behind it are numbered on.
    """
    turns = reading.structure.turns
    turn, text = turns[place], reading.document.text
    first, second = _sides(text, turn.spans, cut)
    if not first or not second:
        return "a split leaves words on both sides"
    label = _trimmed(text, cut)
    later = replace(
        turn,
        number=turn.number + 1,
        spans=second,
        role=_role_behind(text, turn, second),
        label=label,
        basis=CORRECTED,
    )
    behind = [_numbered_on(one, turn.number) for one in turns[place + 1 :]]
    ahead = [_numbered_on(one, turn.number) for one in turns[:place]]
    statements = tuple(_moved_on(one, turn.number, cut) for one in reading.statements)
    kept = tuple(one for one in statements if not _across(one, turn.number, cut))
    made = (*ahead, replace(turn, spans=first), later, *behind)
    exchanges = _exchanges(reading.structure.exchanges, turn.number, later)
    parted_at = _with(reading, made, statements=kept)
    return replace(parted_at, structure=replace(parted_at.structure, exchanges=exchanges))


def _with(
    reading: Reading, turns: tuple[Turn, ...], *, statements: tuple[Statement, ...]
) -> Reading:
    structure = replace(reading.structure, turns=turns)
    return replace(reading, structure=structure, statements=statements)


def _of_turn(statement: Statement, before: str, after: str) -> Statement:
    """A statement inside a turn whose speaker is another than was thought."""
    if statement.basis == "turn" and statement.speaker == before:
        statement = replace(statement, speaker=after, basis="turn" if after else "")
    if before and statement.via[:1] == (before,):
        statement = replace(statement, via=(*filter(None, (after,)), *statement.via[1:]))
    return statement


def _sides(text: str, spans: Spans, cut: Span) -> tuple[Spans, Spans]:
    before = (Span(s.start, min(s.end, cut.start)) for s in spans if s.start < cut.start)
    after = (Span(max(s.start, cut.end), s.end) for s in spans if s.end > cut.end)
    first, second = ([_trimmed(text, span) for span in side] for side in (before, after))
    return tuple(filter(None, first)), tuple(filter(None, second))


def _trimmed(text: str, span: Span) -> Span | None:
    """The span without the white space at its ends, None where nothing else is in it."""
    words = span.of(text)
    if not words.strip():
        return None
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, span.end - (len(words) - len(words.rstrip())))


def _role_behind(text: str, turn: Turn, second: Spans) -> Role:
    """What the second half does: in an answer, words that end in asking are a question."""
    if turn.role is Role.ANSWER and second[-1].of(text).endswith("?"):
        return Role.QUESTION
    return Role.ANSWER if turn.role is Role.QUESTION else turn.role


def _numbered_on(turn: Turn, number: int) -> Turn:
    return replace(turn, number=turn.number + 1) if turn.number > number else turn


def _moved_on(statement: Statement, number: int, cut: Span) -> Statement:
    if statement.turn is None or statement.turn < number:
        return statement
    behind = statement.turn > number or statement.attribution.content[0].start >= cut.end
    return replace(statement, turn=statement.turn + 1) if behind else statement


def _across(statement: Statement, number: int, cut: Span) -> bool:
    """Whether a statement takes its words from both halves, as nothing can that one person says."""
    if statement.turn not in (number, number + 1):
        return False
    before = [span.end <= cut.start for span in statement.attribution.content]
    after = [span.start >= cut.end for span in statement.attribution.content]
    return not (all(before) or all(after))


def _exchanges(held: tuple[Exchange, ...], number: int, later: Turn) -> tuple[Exchange, ...]:
    def on(n: int) -> int:
        return n + 1 if n > number else n

    made: list[Exchange] = []
    for one in held:
        answers = tuple(map(on, one.answers))
        asks, new = one.question == number, later.number
        if later.role is Role.ANSWER and (asks or number in one.answers):
            answers = tuple(sorted({*answers, new}))
        if later.role is Role.QUESTION and number in one.answers:
            made.append(Exchange(on(one.question), tuple(n for n in answers if n < new)))
            made.append(Exchange(new, tuple(n for n in answers if n > new)))
        else:
            made.append(Exchange(on(one.question), answers))
    return tuple(made)
