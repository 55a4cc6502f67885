"""Corrections laid over the lines of a dossier; what was drafted stands beneath."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any, Self

from onrecord.dossiers.amending.anchoring import Closeness, anchors_of, closeness, kind_of
from onrecord.dossiers.amending.changing import changed
from onrecord.dossiers.amending.merging import merged, parted
from onrecord.errors import InputError
from onrecord.model import (
    Adrift,
    Amended,
    Amendment,
    AmendmentKind,
    Dossier,
    Line,
    LineKind,
    Promise,
    Target,
)
from onrecord.stores import Store

LINES = ("roles", "posts", "meetings", "agreements", "promises", "positions")
"""The fields of a dossier that hold lines."""


def amended(
    dossier: Dossier, amendments: Iterable[Amendment], *, now: Mapping[str, str] | None = None
) -> Dossier:
    """A dossier with corrections laid over its lines, in the order of their times.

    It comes before states, shifts and discrepancies are worked out, so that a meeting that a person
    rejected counts nowhere; `held_to` comes after. Those taken back are passed over: without the
    others the dossier is what was drafted. An amendment that finds no line, or several, is in
    `adrift`. `now` says as which documents those of the anchors are held now, by id. What was laid
    on lines of other kinds before stays.
    """
    standing = sorted((a for a in amendments if not a.taken_back), key=lambda one: one.at)
    if not standing:
        return dossier
    sheet, adrift = _Sheet.of(dossier), list(dossier.adrift)
    for amendment in standing:
        try:
            sheet.lay(amendment, _held_now(amendment, now or {}))
        except _AdriftError as why:
            adrift.append(Adrift(amendment, str(why)))
    laid = {piece.line.id: piece.amended() for piece in sheet.pieces() if piece.laid}
    rejected = (piece.line for piece in sheet.pieces() if piece.rejected)
    return replace(
        dossier,
        **sheet.lines(),
        amended={**dossier.amended, **laid},
        rejected=(*dossier.rejected, *rejected),
        adrift=tuple(adrift),
    )


def laid_over(store: Store, dossier: Dossier, kinds: frozenset[LineKind]) -> Dossier:
    """A dossier with what a store has of corrections of its lines of some kinds; see `amended`.

    An amendment follows its documents to their newer versions, and to the ids that they have here.
    """
    kept = [
        one
        for one in store.amendments(dossier.profile.name)
        if one.on.kind in kinds and not one.taken_back
    ]
    away = {
        (anchor.document, anchor.sha256)
        for one in kept
        for anchor in anchors_of(one)
        if anchor.document not in dossier.documents
    }
    now = {document: store.held_as(document, sha256) for document, sha256 in sorted(away)}
    return amended(dossier, kept, now={old: new for old, new in now.items() if new})


def held_to(dossier: Dossier) -> Dossier:
    """A dossier in which what people changed stands again after states were worked out."""
    if not dossier.amended:
        return dossier
    lines: dict[str, Any] = {
        name: tuple(_held(line, dossier) for line in getattr(dossier, name)) for name in LINES
    }
    return replace(dossier, **lines)


def _held(line: Line, dossier: Dossier) -> Line:
    laid = dossier.amended.get(line.id)
    return _with_changes(line, laid.amendments) if laid else line


def _with_changes(line: Line, amendments: Iterable[Amendment]) -> Line:
    for one in amendments:
        if one.kind is AmendmentKind.CHANGE:
            line = changed(line, one.field, one.value, by=one.by)
    return line


class _AdriftError(Exception):
    """Why an amendment is not applied."""


@dataclass(slots=True, eq=False)
class _Piece:
    """A line as it is by now, the lines it was made of, and what was laid on it."""

    line: Line
    drafted: tuple[Line, ...]
    made_by: str = ""
    laid: list[Amendment] = field(default_factory=list)

    @property
    def rejected(self) -> bool:
        return bool(self.laid) and self.laid[-1].kind is AmendmentKind.REJECT

    def amended(self) -> Amended:
        return Amended(tuple(self.laid), self.drafted)

    def as_drafted(self) -> Line:
        """What a target is compared with: named as it was drafted, on the words it has by now."""
        if not self.made_by:
            return self.drafted[0]
        return replace(self.drafted[0], evidence=self.line.evidence, id=self.line.id)


@dataclass(slots=True)
class _Sheet:
    """All lines with what was laid on them so far."""

    kinds: dict[str, list[_Piece]]
    instead: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, dossier: Dossier) -> Self:
        """The lines of a dossier, nothing laid on them."""
        return cls({n: [_Piece(line, (line,)) for line in getattr(dossier, n)] for n in LINES})

    def pieces(self) -> list[_Piece]:
        return [piece for pieces in self.kinds.values() for piece in pieces]

    def lines(self) -> dict[str, Any]:
        """The lines that stand; what named a line that is in another by now names that one."""
        gone = {piece.line.id: "" for piece in self.pieces() if piece.rejected}
        led = partial(_led, instead=self.instead, gone=gone)
        return {
            name: tuple(led(piece.line) for piece in pieces if not piece.rejected)
            for name, pieces in self.kinds.items()
        }

    def lay(self, amendment: Amendment, held_now: Amendment) -> None:
        """Lay an amendment; `held_now` is the same with its documents as they are held now."""
        piece = self.find(held_now.on)
        if amendment.kind is AmendmentKind.CHANGE:
            try:
                piece.line = changed(piece.line, amendment.field, amendment.value, by=amendment.by)
            except InputError as error:
                raise _AdriftError(str(error)) from None
        elif amendment.kind is AmendmentKind.MERGE:
            self._merge(piece, amendment, [self.find(other) for other in held_now.others])
        elif amendment.kind is AmendmentKind.SPLIT:
            self._split(piece, amendment, held_now)
        piece.laid.append(amendment)

    def find(self, target: Target) -> _Piece:
        """The one line that a target means."""
        close = [(near, piece) for piece in self.pieces() if (near := _near(target, piece))]
        best = max((near for near, _ in close), default=None)
        found = [piece for near, piece in close if near == best]
        if len(found) == 1:
            return found[0]
        if found:
            raise _AdriftError(f"it fits {len(found)} lines: {_ids(found)}")
        raise _AdriftError(self._why_not(target))

    def _why_not(self, target: Target) -> str:
        others = [p for p in self.pieces() if closeness(target, p.as_drafted())]
        if others and target.made_by:
            return f"the correction {target.made_by} that made its line does not stand"
        if others:
            return f"its line was merged or split otherwise: {_ids(others)}"
        return "no line says the same on these words"

    def _merge(self, piece: _Piece, amendment: Amendment, others: Sequence[_Piece]) -> None:
        """Where better rules have joined the lines already, the one is taken for what was made."""
        gone = [other for other in dict.fromkeys(others) if other is not piece]
        if any(kind_of(other.line) is not kind_of(piece.line) for other in gone):
            raise _AdriftError("lines of different kinds are not one")
        self.instead.update({other.line.id: piece.line.id for other in gone})
        laid = (one for any_of in (piece, *gone) for one in any_of.laid)
        piece.laid = sorted(laid, key=lambda one: one.at)
        whole = merged(piece.line, [other.line for other in gone])
        piece.line, piece.made_by = _with_changes(whole, piece.laid), amendment.id
        piece.drafted = tuple(line for any_of in (piece, *gone) for line in any_of.drafted)
        for pieces in self.kinds.values():
            pieces[:] = [one for one in pieces if one not in gone]

    def _split(self, piece: _Piece, amendment: Amendment, held_now: Amendment) -> None:
        halves = parted(piece.line, held_now.parted, held_now.on.anchors)
        if halves is None:
            raise _AdriftError(
                "the evidence that it parts is not there, is all there is, or cannot be told"
            )
        stays, goes = halves
        changes = [one for one in piece.laid if one.kind is AmendmentKind.CHANGE]
        piece.line, piece.made_by = _with_changes(stays, changes), amendment.id
        goes = replace(_with_changes(goes, changes), id=f"{piece.line.id}.{amendment.id[:6]}")
        other = _Piece(goes, piece.drafted, amendment.id, [*changes, amendment])
        pieces = next(pieces for pieces in self.kinds.values() if piece in pieces)
        pieces.insert(pieces.index(piece) + 1, other)


def _near(target: Target, piece: _Piece) -> Closeness | None:
    return closeness(target, piece.as_drafted()) if piece.made_by == target.made_by else None


def _ids(pieces: Sequence[_Piece]) -> str:
    return ", ".join(piece.line.id for piece in pieces)


def _led(line: Line, *, instead: Mapping[str, str], gone: Mapping[str, str]) -> Line:
    """A line that names another one, led to where that is by now."""
    if not isinstance(line, Promise) or not line.meeting:
        return line
    meeting = line.meeting
    while meeting in instead:
        meeting = instead[meeting]
    meeting = gone.get(meeting, meeting)
    return line if meeting == line.meeting else replace(line, meeting=meeting)


def _held_now(amendment: Amendment, now: Mapping[str, str]) -> Amendment:
    """An amendment with its documents by the ids under which they are held now."""
    if not now:
        return amendment

    def target(one: Target) -> Target:
        anchors = (replace(a, document=now.get(a.document, a.document)) for a in one.anchors)
        return replace(one, anchors=tuple(anchors))

    parted_now = (replace(a, document=now.get(a.document, a.document)) for a in amendment.parted)
    return replace(
        amendment,
        on=target(amendment.on),
        others=tuple(map(target, amendment.others)),
        parted=tuple(parted_now),
    )
