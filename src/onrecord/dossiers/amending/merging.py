"""Several lines as one, and one as two, because a person says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, TypeVar

from onrecord.dossiers.amending.anchoring import same_place, same_words
from onrecord.dossiers.joining import agree, finer
from onrecord.dossiers.joining.evidence import merged as evidence_of_all
from onrecord.model import (
    Agreement,
    Anchor,
    Evidence,
    Line,
    Meeting,
    MeetingKind,
    Status,
)

_OneLine = TypeVar("_OneLine", bound=Line)

_OPEN = ("", None, (), MeetingKind.MEETING)
# Of what several pieces of evidence say of a meeting, what says most.
_BY_WEIGHT = (Status.HELD, Status.PUT_OFF, Status.ANNOUNCED, Status.SPOKEN_OF)


def merged(line: _OneLine, others: Sequence[_OneLine]) -> _OneLine:
    """A line with the evidence of others; what it leaves open it has from them, in their order.

    Of dates that can be one the finer is kept, as where documents are joined.
    """
    whole = (line, *others)
    fields: dict[str, Any] = {"evidence": evidence_of_all(whole)}
    for name in _fields(line):
        values = [getattr(one, name) for one in whole]
        fields[name] = next((value for value in values if value not in _OPEN), values[0])
    for name in {"dating", "made", "due"} & set(fields):
        fields[name] = finer(
            one for each in whole if agree(one := getattr(each, name), fields[name])
        )
    for name in {"parties", "outcome"} & set(line.__dataclass_fields__):
        fields[name] = tuple(dict.fromkeys(item for one in whole for item in getattr(one, name)))
    if isinstance(line, Meeting):
        held = {one.status for one in whole if isinstance(one, Meeting)}
        fields["status"] = next(status for status in _BY_WEIGHT if status in held)
    return replace(line, **fields)


def _fields(line: Line) -> list[str]:
    own = {"evidence", "outcome", "parties", "status", "state", "id"}
    return [name for name in line.__dataclass_fields__ if name not in own]


def parted(
    line: _OneLine, away: Sequence[Anchor], all_of_it: Sequence[Anchor]
) -> tuple[_OneLine, _OneLine] | None:
    """What stays of a line and what goes with the evidence of some of its anchors.

    A day, or that a meeting was held, does not stay with a half that has no words for it left. None
    where a half is empty, or where it cannot be told which of several like words are meant.
    """
    found = [_standing_on(anchor, line.evidence, all_of_it) for anchor in away]
    goes = [e for e in line.evidence if any(e in some for some in found)]
    stays = [e for e in line.evidence if e not in goes]
    if not goes or not stays or not all(found):
        return None
    return _grounded(line, tuple(stays)), _grounded(line, tuple(goes))


def _standing_on(
    anchor: Anchor, evidence: Sequence[Evidence], anchors: Sequence[Anchor]
) -> list[Evidence]:
    """The evidence of an anchor; where its words stand in a document more than once, by the order.

    Offsets tell less than words: a document that is read anew may have others. If better rules cut
    the words otherwise it is what stands in their place.
    """
    same = sorted((e for e in evidence if same_words(anchor, e)), key=lambda e: e.spans)
    if not same:
        return [e for e in evidence if same_place(anchor, e)]
    alike = {a.spans for a in anchors if (a.document, a.words) == (anchor.document, anchor.words)}
    if anchor.spans in alike and len(alike) == len(same):
        return [same[sorted(alike).index(anchor.spans)]]
    return [e for e in same if e.spans == anchor.spans]


def _grounded(line: _OneLine, evidence: tuple[Evidence, ...]) -> _OneLine:
    """The line on some of its evidence alone."""
    fields: dict[str, Any] = {"evidence": evidence}
    dated = line.dating if isinstance(line, Meeting | Agreement) else None
    if dated and dated.edtf in _edtf(line.evidence) - _edtf(evidence):
        fields["dating"] = finer(e.dating for e in evidence)
    said = {e.status for e in evidence}
    if isinstance(line, Meeting) and line.status in {e.status for e in line.evidence} - said:
        fields["status"] = next(status for status in _BY_WEIGHT if status in said)
    return replace(line, **fields)


def _edtf(evidence: tuple[Evidence, ...]) -> set[str]:
    return {e.dating.edtf for e in evidence if e.dating}
