"""What a difference does to the sense: kept, at risk, or reversed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from onrecord.languages import Wording
from onrecord.matching.kinds import Group, Sides, negations
from onrecord.matching.likeness import lemma
from onrecord.matching.view import Token, View
from onrecord.model import EditKind, Severity

_FORMS = frozenset({EditKind.SPELLING, EditKind.CONTRACTION, EditKind.FILLER, EditKind.NUMBER_FORM})
_RISKY = frozenset({EditKind.NUMBER, EditKind.NAME, EditKind.MODAL, EditKind.TENSE})


def severity_of(kind: EditKind, group: Group, sides: Sides) -> Severity:
    """What a difference of this type does to the sense, as far as single words tell.

    A denial that went or came reverses it, and so does a word put in the place of its opposite.
    Words that are left out put it at risk where they say how far something holds (a modal, a
    condition, "only", "nearly"), words exchanged always, unless they weigh nothing.
    """
    if kind in _FORMS:
        return Severity.KEPT
    if kind is EditKind.NEGATION:
        return Severity.AT_RISK if _passed_over(group, sides) else Severity.REVERSED
    if _opposed(group, sides):
        return Severity.REVERSED
    risky = kind in _RISKY or _risky(kind, group, sides)
    return Severity.AT_RISK if risky else Severity.KEPT


def _risky(kind: EditKind, group: Group, sides: Sides) -> bool:
    """Whether words that were left out or changed put the sense at risk."""
    if not group.quote:
        return _weighs(group.record, sides.wording)
    if kind is EditKind.BRACKET:
        return _weighs(group.record, sides.wording) or _content(group, sides)
    return any(t.form not in sides.wording.light for t in (*group.quote, *group.record))


def _weighs(tokens: Iterable[Token], wording: Wording) -> bool:
    """Whether words say how far something holds, or when."""
    weighty = (wording.modals, wording.conditions, wording.bounds, wording.helping)
    return any(token.form in forms for token in tokens for forms in weighty)


def _content(group: Group, sides: Sides) -> bool:
    """Whether the editor's words stand in the place of words that say something."""
    return any(token.form not in sides.wording.common for token in group.record)


def _opposed(group: Group, sides: Sides) -> bool:
    """Whether a word stands in the place of its opposite."""
    if not group.quote or len(group.quote) != len(group.record):
        return False
    opposites = _lemmas_of(sides.wording.opposites, sides.code)
    mine, theirs = (
        {lemma(token.form, sides.code) for token in tokens}
        for tokens in (group.quote, group.record)
    )
    return any((a, b) in opposites or (b, a) in opposites for a in mine for b in theirs)


@lru_cache(maxsize=8)
def _lemmas_of(pairs: frozenset[tuple[str, str]], code: str) -> frozenset[tuple[str, str]]:
    return frozenset((lemma(one, code), lemma(other, code)) for one, other in pairs)


def _passed_over(group: Group, sides: Sides) -> bool:
    """Whether all denials that went stand in sentences of the record that are gone as a whole."""
    if group.quote or not group.record:
        return False
    whole = _whole(group.record, sides.record)
    part = [token for token in group.record if token.sentence not in whole]
    return bool(whole) and not negations(part, sides.wording)


def _whole(tokens: Sequence[Token], view: View) -> set[int]:
    """The sentences all of whose words are among these, which stand side by side."""
    numbers = {token.sentence for token in tokens}
    start, end = tokens[0].span.start, tokens[-1].span.start
    partly = {t.sentence for t in view.tokens if not start <= t.span.start <= end}
    return numbers - partly
