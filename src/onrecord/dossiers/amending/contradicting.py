"""Amendments of the same line that are at odds."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.dossiers.amending.anchoring import folded
from onrecord.model import Amendment, AmendmentKind, Anchor, Target

_MAKING = frozenset({AmendmentKind.MERGE, AmendmentKind.SPLIT})


def contradicted(amendment: Amendment, held: Iterable[Amendment]) -> list[Amendment]:
    """Those held that say otherwise of the same line, of which none is taken back.

    At odds are two values of a field, accepting and rejecting, rejecting and whatever else was
    made of a line, and two ways of joining or parting it. Both are kept; the later is in force.
    """
    if amendment.taken_back:
        return []
    return [
        one
        for one in held
        if not one.taken_back
        and one.id != amendment.id
        and one.process == amendment.process
        and _odd(one, amendment)
        and same_line(one.on, amendment.on)
    ]


def _odd(one: Amendment, other: Amendment) -> bool:
    kinds = {one.kind, other.kind}
    if kinds == {AmendmentKind.CHANGE}:
        return one.field == other.field and one.value != other.value
    if AmendmentKind.REJECT in kinds:
        return len(kinds) == 2
    if kinds <= _MAKING:
        return (_lines(one), _parted(one)) != (_lines(other), _parted(other))
    return False


def _lines(one: Amendment) -> set[str]:
    return {target.id for target in (one.on, *one.others)} if one.others else set()


def _parted(one: Amendment) -> set[str]:
    return {anchor.words for anchor in one.parted}


def same_line(one: Target, other: Target) -> bool:
    """Whether two targets are one line: of one id or one naming, on words that they share."""
    if one.kind is not other.kind or (one.id != other.id and not _same_naming(one, other)):
        return False
    return any(_same_words(a, b) for a in one.anchors for b in other.anchors)


def _same_naming(one: Target, other: Target) -> bool:
    return {n: folded(w) for n, w in one.naming} == {n: folded(w) for n, w in other.naming}


def _same_words(one: Anchor, other: Anchor) -> bool:
    """Whether two anchors are the same words of one document, whichever id it has."""
    if one.document != other.document and (one.sha256 != other.sha256 or not one.sha256):
        return False
    return one.words == other.words and (one.words != "" or one.spans == other.spans)
