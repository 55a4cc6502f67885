"""What each turn does, and which answers belong to which question."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from itertools import pairwise

from onrecord.languages._layout import Layout
from onrecord.model import Exchange, Role, Turn

_NEAR_END = 300  # characters at a turn's end in which a question is looked for
_ASKS = 0.28  # the share of a moderator's turns that ask
_TURNS = 5


def give_roles(
    text: str, turns: tuple[Turn, ...], *, principals: frozenset[str], layout: Layout
) -> tuple[Turn, ...]:
    """The turns with their roles: question, answer, opening, or speech where nobody is asked.

    A turn whose label is no question's asks where its speaker is none of those who answer, it has
    a question mark near its end, and one of those answers next.
    """
    answering = principals - _asking(text, turns) or principals or _answering(text, turns, layout)
    named = _asked_by_name(text, turns, answering, layout)
    nobodys = sum(t.role is Role.QUESTION for t in turns)
    if nobodys and nobodys >= len(named):
        # Questions are nobody's by name here, so whoever is named answers.
        answering = frozenset(t.speaker for t in turns if t.speaker)
    else:
        turns = tuple(replace(t, role=Role.QUESTION) if t.number in named else t for t in turns)
    if not any(t.role is Role.QUESTION for t in turns):
        return turns
    return tuple(_answers(turns, answering, layout))


def _answering(text: str, turns: tuple[Turn, ...], layout: Layout) -> frozenset[str]:
    """Where no office or title tells: all but a moderator, else those who follow questions."""
    named = {
        t.speaker for t in turns if t.speaker and t.speaker.casefold() not in layout.conductors
    }
    asking = _asking(text, turns)
    if named & asking:
        return frozenset(named - asking)
    return frozenset(
        b.speaker
        for a, b in pairwise(turns)
        if a.role is Role.QUESTION and b.role is not Role.QUESTION and b.speaker in named
    )


def _asking(text: str, turns: tuple[Turn, ...]) -> frozenset[str]:
    """Those whose turns end in questions as often as a moderator's do."""
    asked: dict[str, list[bool]] = defaultdict(list)
    for turn in turns:
        if turn.speaker:
            asked[turn.speaker].append(_asks(text, turn))
    return frozenset(
        name
        for name, each in asked.items()
        if len(each) >= _TURNS and sum(each) >= _ASKS * len(each)
    )


def _asks(text: str, turn: Turn) -> bool:
    last = turn.spans[-1]
    return "?" in text[max(last.start, last.end - _NEAR_END) : last.end]


def _asked_by_name(
    text: str, turns: tuple[Turn, ...], answering: frozenset[str], layout: Layout
) -> frozenset[int]:
    """The turns under a name that ask one of those who answer: who speaks next is one of them."""
    found = set()
    following = speaker = ""
    for turn in reversed(turns):
        if turn.speaker != speaker:
            following, speaker = speaker, turn.speaker
        asks = turn.role is not Role.QUESTION and turn.speaker not in answering
        if asks and turn.speaker and following in answering and _asks(text, turn):
            found.add(turn.number)
    return frozenset(n for n in found if turns[n].speaker.casefold() not in layout.conductors)


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
