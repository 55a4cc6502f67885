"""A person's correction of a line of a dossier, as an amendment that can be kept."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace

from onrecord.dossiers.amending.anchoring import anchored, kind_of, naming_of
from onrecord.dossiers.amending.changing import changed, plain
from onrecord.dossiers.amending.overlaying import LINES
from onrecord.errors import AmbiguousError, InputError, NotFoundError
from onrecord.model import (
    Amendment,
    AmendmentKind,
    Dossier,
    Evidence,
    Line,
    Target,
)

_DIGITS = 12
_SHOWN = 5
_MAKING = (AmendmentKind.MERGE, AmendmentKind.SPLIT)


@dataclass(frozen=True, slots=True)
class Hand:
    """Who corrects, when (UTC, ISO 8601), and what they note.

    `bytes_of` has the SHA-256 of the raw bytes of the documents cited, by id, for others who hold
    the same documents under other ids.
    """

    by: str
    at: str
    note: str = ""
    bytes_of: Mapping[str, str] | None = None


def accept(dossier: Dossier, ref: str, hand: Hand) -> Amendment:
    """That a line is right as it stands; for what `ref` may be see `line_named`."""
    return _signed(AmendmentKind.ACCEPT, dossier, line_named(dossier, ref), hand)


def reject(dossier: Dossier, ref: str, hand: Hand) -> Amendment:
    """That a line is wrong, and is to be left out."""
    return _signed(AmendmentKind.REJECT, dossier, line_named(dossier, ref), hand)


def change(dossier: Dossier, ref: str, change: tuple[str, str], hand: Hand) -> Amendment:
    """That a field of a line has another value; `InputError` where it cannot have it."""
    line, (field, value) = line_named(dossier, ref), change
    changed(line, field, value, by=hand.by)
    drafted = _signed(AmendmentKind.CHANGE, dossier, line, hand)
    return identified(replace(drafted, field=field, value=plain(value, field)))


def merge(dossier: Dossier, ref: str, others: Sequence[str], hand: Hand) -> Amendment:
    """That other lines of the same kind are the same thing as the first."""
    line = line_named(dossier, ref)
    found = list(dict.fromkeys(line_named(dossier, other) for other in others))
    if not found or line in found:
        raise InputError(f"{line.id}: name one other line or more that is the same thing")
    for other in found:
        if kind_of(other) is not kind_of(line):
            raise InputError(f"{other.id}: a {kind_of(other)} and no {kind_of(line)}")
    targets = tuple(targeted(dossier, other, hand) for other in found)
    return identified(replace(_signed(AmendmentKind.MERGE, dossier, line, hand), others=targets))


def split(dossier: Dossier, ref: str, evidence: Sequence[str], hand: Hand) -> Amendment:
    """That some of a line's evidence is about something else, and makes a line of its own.

    Evidence is named by its document, a beginning of whose id will do, or by DOCUMENT:START, where
    START is a place inside it.
    """
    line = line_named(dossier, ref)
    goes = [one for name in evidence for one in _evidence_named(line, name)]
    if not goes or not set(line.evidence) - set(goes):
        raise InputError(f"{line.id}: a split leaves evidence on both sides; it has {_cited(line)}")
    away = anchored(goes, hand.bytes_of or {})
    return identified(replace(_signed(AmendmentKind.SPLIT, dossier, line, hand), parted=away))


def line_named(dossier: Dossier, ref: str) -> Line:
    """The line of this id, or the one whose id begins so; those that were rejected are among them.

    Raises `NotFoundError` or `AmbiguousError`.
    """
    lines: list[Line] = [line for name in LINES for line in getattr(dossier, name)]
    lines += dossier.rejected
    found = [line for line in lines if line.id == ref]
    found = found or [line for line in lines if ref and line.id.startswith(ref)]
    if not found:
        raise NotFoundError(f"{ref or '(empty)'}: no line of {dossier.profile.name} has this id")
    if len(found) > 1:
        ids = ", ".join(line.id for line in found[:_SHOWN])
        raise AmbiguousError(f"{ref}: {len(found)} lines answer to this: {ids}")
    return found[0]


def targeted(dossier: Dossier, line: Line, hand: Hand) -> Target:
    """A line as something that an amendment can be laid on."""
    laid = dossier.amended.get(line.id)
    made = [one.id for one in laid.amendments if one.kind in _MAKING] if laid else []
    return Target(
        kind=kind_of(line),
        id=line.id,
        naming=naming_of(laid.drafted[0] if laid else line),
        anchors=anchored(line.evidence, hand.bytes_of or {}),
        made_by=made[-1] if made else "",
    )


def cited_by(dossier: Dossier, refs: Iterable[str]) -> set[str]:
    """The documents that these lines stand on, by id."""
    return {one.document for ref in refs for one in line_named(dossier, ref).evidence}


def identified(amendment: Amendment) -> Amendment:
    """An amendment with the id that its content gives it, whoever works it out."""
    content = asdict(amendment) | {"id": "", "taken_back": ""}
    digest = hashlib.sha256(json.dumps(content, sort_keys=True).encode())
    return replace(amendment, id=digest.hexdigest()[:_DIGITS])


def _signed(kind: AmendmentKind, dossier: Dossier, line: Line, hand: Hand) -> Amendment:
    if not line.evidence:
        raise InputError(f"{line.id}: stands on no evidence, so that nothing could be found again")
    return identified(
        Amendment(
            id="",
            kind=kind,
            process=dossier.profile.name,
            on=targeted(dossier, line, hand),
            by=plain(hand.by, "by"),
            at=hand.at,
            note=plain(hand.note, "note"),
        )
    )


def _evidence_named(line: Line, name: str) -> list[Evidence]:
    document, colon, place = name.rpartition(":")
    whole = [e for e in line.evidence if name and e.document.startswith(name)]
    if not whole and colon and place.isascii() and place.isdigit():
        at = int(place[:12])
        whole = [
            e
            for e in line.evidence
            if e.document.startswith(document) and any(s.start <= at < s.end for s in e.spans)
        ]
    documents = {e.document for e in whole}
    if document_exact := {d for d in documents if d in (name, document)}:
        whole = [e for e in whole if e.document in document_exact]
    elif len(documents) > 1:
        raise AmbiguousError(f"{name}: several documents answer to this; it has {_cited(line)}")
    if not whole:
        raise NotFoundError(f"{name}: no evidence of {line.id}; it has {_cited(line)}")
    return whole


def _cited(line: Line) -> str:
    """The evidence of a line, as `split` names it."""
    places = [f"{e.document}:{e.spans[0].start if e.spans else 0}" for e in line.evidence]
    more = f" and {len(places) - _SHOWN} more" if len(places) > _SHOWN else ""
    return ", ".join(places[:_SHOWN]) + more
