"""What checks say of the quotations among hits."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.checking import check, quoted
from onrecord.model import Outcome
from onrecord.stores import Found, Store

_REMEMBERED = 20_000
_OUTCOMES: dict[tuple[str, int], Outcome | None] = {}
_ORDER = list(Outcome)


def outcomes_of(numbers: Iterable[int], store: Store) -> dict[int, Outcome]:
    """What a check by words finds of each of these statements, of what it has in quotation marks.

    Of several quotations of one statement it is the gravest finding. One that has nothing in marks
    is left out. They are kept in memory until something is written.
    """
    stamp = store.stamp()
    asked = list(numbers)
    known = {number: _OUTCOMES[key] for number in asked if (key := (stamp, number)) in _OUTCOMES}
    if len(_OUTCOMES) >= _REMEMBERED:
        _OUTCOMES.clear()
    for found in store.found(number for number in asked if number not in known):
        known[found.id] = _OUTCOMES[stamp, found.id] = _outcome(found, store)
    return {number: outcome for number in asked if (outcome := known.get(number))}


def _outcome(found: Found, store: Store) -> Outcome | None:
    document = found.statement.document
    text, language = store.text(document), store.listed(document).language or "en"
    findings = [
        check(
            span.of(text),
            store,
            speaker=statement.speaker,
            date=found.dated,
            leave_out=document,
            semantic=False,
        )
        for span, statement in quoted(text, [found.statement], language)
    ]
    return min((finding.outcome for finding in findings), key=_ORDER.index, default=None)
