"""What each turn does, and which answers belong to which question."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from itertools import pairwise

from onrecord.languages._layout import Layout
from onrecord.model import Exchange, Role, Turn

_NEAR_END = 300  # characters at a turn's end in which a question is looked for
_ASKS = 0.45  # the share of a moderator's turns that ask
_TURNS = 5


def give_roles(
    text: str, turns: tuple[Turn, ...], *, principals: frozenset[str], layout: Layout
) -> tuple[Turn, ...]:
    """The turns with their roles: question, answer, opening, or speech where nobody is asked.

    A turn whose label is no question's asks where its speaker is none of those who answer, it has
    a question mark near its end, and one of those answers next.
    """
    answering = principals or _answering(text, turns, layout)
    turns = tuple(
        _asked(text, turns, n, answering=answering, layout=layout) for n in range(len(turns))
    )
    if not any(t.role is Role.QUESTION for t in turns):
        return turns
    return tuple(_answers(turns, answering, layout))


def _answering(text: str, turns: tuple[Turn, ...], layout: Layout) -> frozenset[str]:
    """Where no office or title tells: those who speak right after questions, or are not asking."""
    after = Counter(
        b.speaker
        for a, b in pairwise(turns)
        if a.role is Role.QUESTION and b.role is not Role.QUESTION and b.speaker
    )
    if after:
        return frozenset(n for n in after if n.casefold() not in layout.conductors)
    asked: dict[str, list[bool]] = defaultdict(list)
    for turn in turns:
        asked[turn.speaker].append(_asks(text, turn))
    asking = {
        name
        for name, each in asked.items()
        if name and len(each) >= _TURNS and sum(each) >= _ASKS * len(each)
    }
    return frozenset(n for n in asked if n and n not in asking) if asking else frozenset()


def _asks(text: str, turn: Turn) -> bool:
    last = turn.spans[-1]
    return "?" in text[max(last.start, last.end - _NEAR_END) : last.end]


def _asked(
    text: str, turns: tuple[Turn, ...], number: int, *, answering: frozenset[str], layout: Layout
) -> Turn:
    turn = turns[number]
    if turn.role is Role.QUESTION or not turn.speaker or turn.speaker in answering:
        return turn
    following = next((t for t in turns[number + 1 :] if t.speaker != turn.speaker), None)
    if following is None or following.speaker not in answering or not _asks(text, turn):
        return turn
    return replace(turn, role=Role.QUESTION)


def _answers(turns: tuple[Turn, ...], answering: frozenset[str], layout: Layout) -> list[Turn]:
    result: list[Turn] = []
    asked = False
    for turn in turns:
        if turn.role is Role.QUESTION:
            asked = True
            result.append(turn)
            continue
        silent = not turn.speaker or turn.speaker.casefold() in layout.conductors
        if silent and not (turn.basis == "title" and not asked):
            result.append(turn)
        elif asked:
            role = Role.ANSWER if not answering or turn.speaker in answering else Role.SPEECH
            result.append(replace(turn, role=role))
        else:
            result.append(replace(turn, role=Role.OPENING))
    return result


def find_exchanges(turns: tuple[Turn, ...]) -> tuple[Exchange, ...]:
    """Each question with the answers up to the next question; a question left unanswered has none.

    Such a question gives no exchange.
    """
    found: list[Exchange] = []
    question: int | None = None
    answers: list[int] = []
    for turn in turns:
        if turn.role is Role.QUESTION:
            _close(found, question, answers)
            question, answers = turn.number, []
        elif turn.role is Role.ANSWER:
            answers.append(turn.number)
    _close(found, question, answers)
    return tuple(found)


def _close(found: list[Exchange], question: int | None, answers: list[int]) -> None:
    if question is not None and answers:
        found.append(Exchange(question, tuple(answers)))
