"""Doubtful speakers: statements and turns whose name, or lack of one, rests on little."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from onrecord.languages import language, supported
from onrecord.model import PartKind, Quotation, Reading, Role, Statement, Turn
from onrecord.model.rulings import Doubt, Matter, Sort, Spot
from onrecord.naming import same_name, surname_key
from onrecord.overlay import spot_of_statement, spot_of_turn, words_of
from onrecord.people import Mentioned, is_group, people_in
from onrecord.reviewing.raising import raised, shortened

_NEAR = 400
"""Code points before a pronoun in which another name makes it doubtful."""
_QUOTED = frozenset({Quotation.DIRECT, Quotation.MIXED})
_Reason = tuple[str, str, float]


def doubtful_speakers(reading: Reading) -> Iterator[Doubt]:
    """Statements and turns of a reading whose speaker somebody should look at, by its basis.

    What a person gave is not doubted.
    """
    named = people_named(reading)
    for statement in reading.statements:
        if reason := _of_statement(reading, statement, named):
            yield _raised(spot_of_statement(reading.document, statement), reason, statement.speaker)
    for turn in reading.structure.turns:
        if reason := _of_turn(turn):
            spot = spot_of_turn(reading.document, turn)
            yield _raised(spot, reason, turn.speaker, matter=Matter.TURN)


def people_named(reading: Reading) -> tuple[Mentioned, ...]:
    """Where people are named in a document, whether they say anything or not."""
    if not supported(reading.document.language):
        return ()
    return people_in(reading.document.text, speakers_of(reading))


def speakers_of(reading: Reading) -> tuple[str, ...]:
    """The names that a document's statements and turns are given to, groups left out."""
    turns = (turn.speaker for turn in reading.structure.turns)
    said = (name for one in reading.statements for name in (*one.via, *one.speakers))
    return tuple(dict.fromkeys(n for n in (*turns, *said) if n and not is_group(n)))


def _raised(
    spot: Spot, reason: _Reason, speaker: str, *, matter: Matter = Matter.STATEMENT
) -> Doubt:
    rule, why, score = reason
    return raised(Doubt("", Sort.SPEAKERS, matter, rule, why, score, spot=spot, speaker=speaker))


def _of_statement(
    reading: Reading, statement: Statement, named: tuple[Mentioned, ...]
) -> _Reason | None:
    """Why a statement's speaker is doubtful, None where it is not."""
    source = shortened(words_of(reading.document.text, statement.attribution.source))
    who = statement.speaker
    if statement.basis == "surname":
        return _two_of_a_name(who, source, named)
    if statement.basis == "pronoun":
        return _pronoun(statement, source, named)
    if statement.basis == "plural":
        return "plural", f"“{source}” was taken for {_several(statement.speakers)} together.", 0.55
    if statement.basis == "roster":
        return "roster", f"The document names nobody for “{source}”: a roster has {who}.", 0.65
    return None if who or statement.basis else _nobody(statement, source)


def _two_of_a_name(who: str, source: str, named: tuple[Mentioned, ...]) -> _Reason | None:
    key = surname_key(who)
    others = _others(who, (one.name for one in named if one.sure and surname_key(one.name) == key))
    if not others:
        return None
    why = f"“{source}” was taken for {who}, and the document has {_several(others)} too."
    return "surname", why, 0.9


def _pronoun(statement: Statement, source: str, named: tuple[Mentioned, ...]) -> _Reason:
    """A pronoun is the more doubtful the more people it could mean are named shortly before."""
    found = statement.attribution
    place = (found.source or found.content)[0].start
    gender = language("en").people.pronouns.get(source.casefold(), "")
    near = (one for one in named if one.sure and place - _NEAR <= one.span.start < place)
    fitting = (one.name for one in near if not one.gender or not gender or one.gender == gender)
    others = _others(statement.speaker, fitting)
    why = f"“{source}” was taken for {statement.speaker or 'nobody'}"
    if not others:
        return "pronoun", f"{why}; no other name stands shortly before.", 0.2
    stands = "stands" if len(others) == 1 else "stand"
    return "pronoun", f"{why}, and {_several(others)} {stands} shortly before too.", 0.6


def _others(who: str, names: Iterable[str]) -> list[str]:
    """Of these names those of others."""
    return [name for name in dict.fromkeys(names) if not same_name(name, who)]


def _nobody(statement: Statement, source: str) -> _Reason | None:
    """Words in quotation marks that nobody is named for."""
    if statement.attribution.quotation not in _QUOTED:
        return None
    said = f"“{source}” names nobody" if source else "Nobody is named"
    score = 0.3 if statement.part is PartKind.HEADLINE else 0.5
    return "nobody", f"{said} for these words in quotation marks.", score


def _of_turn(turn: Turn) -> _Reason | None:
    if turn.speaker or turn.role is Role.QUESTION or turn.basis == "corrected":
        return None
    return "label", "Nothing names who speaks this turn.", 0.75


def _several(names: tuple[str, ...] | list[str]) -> str:
    shown = [*names[:3], *([f"{len(names) - 3} more"] if len(names) > 3 else [])]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"
