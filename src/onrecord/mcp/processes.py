"""The memory of a process, for an agent."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from itertools import groupby
from threading import Lock

from onrecord.answers import plain
from onrecord.dossiers import dossier as draw_up
from onrecord.errors import InputError, NotFoundError
from onrecord.exports.dossiers.csv_dossier import Row, rows_of
from onrecord.mcp.failing import CursorError
from onrecord.mcp.paging import cursor_to, fitted, ground_of, in_json, number_in, read_cursor
from onrecord.mcp.shapes import DossierLineAnswer, DossierPage, EvidenceAnswer
from onrecord.model import Dossier, Profile
from onrecord.stores import Store

KINDS = tuple("role post meeting agreement promise position shift discrepancy missing".split())
NOTE = (
    "Each line stands on the words quoted under it and is not judged true or false. What is not "
    "held is not in it, and was not therefore never said, done or agreed."
)
_HEAD = 1_500
"""Characters of a page that are kept for what it says of the whole."""
_KEPT = 4
"""Dossiers that are kept in memory for the pages that follow."""


@dataclass(frozen=True, slots=True)
class _Drawn:
    dossier: Dossier
    rows: tuple[Row, ...]
    digest: str


class Dossiers:
    """Dossiers of the processes that are known here; pages that follow are of the same one.

    May be asked by several threads.
    """

    def __init__(self, profiles: Mapping[str, Profile]) -> None:
        self._profiles = profiles
        self._kept: OrderedDict[tuple[str, str], _Drawn] = OrderedDict()
        self._lock = Lock()

    def page(
        self,
        name: str,
        store: Store,
        *,
        as_of: str = "",
        kind: str = "",
        cursor: str = "",
        room: int,
    ) -> DossierPage:
        """The lines of one kind ("" of all) that fit in `room` characters, from a cursor on.

        `NotFoundError` for a process that is not known, `InputError` for a kind that is none and a
        day that is no date, `CursorError` where what is held has changed since the page before.
        """
        profile = self._profiles.get(name)
        if profile is None:
            raise NotFoundError(f"no process {name!r}; there are {', '.join(self._profiles)}")
        if kind and kind not in KINDS:
            raise InputError(f"no kind of line {kind!r}; it is one of {', '.join(KINDS)}")
        ground = ground_of("dossier", name, as_of, kind)
        digest, _, place = read_cursor(cursor, ground).partition("-")
        drawn = self._drawn(profile, store, as_of, digest)
        start = number_in(place) if cursor else 0
        rows = [row for row in drawn.rows if not kind or row.kind == kind]
        found = fitted(rows[start:], room - _HEAD, _size)
        behind = start + len(found)
        more = cursor_to(f"{drawn.digest}-{behind}", ground) if behind < len(rows) else ""
        return _page(drawn.dossier, found, more)

    def _drawn(self, profile: Profile, store: Store, as_of: str, digest: str) -> _Drawn:
        """The dossier that a cursor is of; without one, one of what is held now."""
        key = profile.name, as_of
        with self._lock:
            kept = self._kept.get(key)
        if digest and kept and kept.digest == digest:
            return kept
        dossier = draw_up(store, profile, as_of=as_of)
        rows = tuple(rows_of(dossier))
        drawn = _Drawn(dossier, rows, ground_of([plain(row) for row in rows]))
        with self._lock:
            self._kept[key] = drawn
            self._kept.move_to_end(key)
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        if digest and drawn.digest != digest:
            raise CursorError("what is held has changed since; begin again without a cursor")
        return drawn


def _size(row: Row) -> int:
    """What a row takes on a page, if its line is not there yet."""
    return len(in_json(plain(_line([row])))) + 2


def _page(dossier: Dossier, rows: Iterable[Row], cursor: str) -> DossierPage:
    covered = dossier.covered
    return DossierPage(
        process=dossier.profile.name,
        title=dossier.profile.title,
        as_of=dossier.as_of,
        documents=len(covered.documents),
        earliest=covered.earliest.isoformat() if covered.earliest else "",
        latest=covered.latest.isoformat() if covered.latest else "",
        note=NOTE,
        lines=tuple(_lines(rows)),
        next_cursor=cursor,
    )


def _lines(rows: Iterable[Row]) -> Iterator[DossierLineAnswer]:
    for _, several in groupby(rows, key=lambda row: (row.kind, row.id, row.title, row.why)):
        yield _line(list(several))


def _line(rows: list[Row]) -> DossierLineAnswer:
    names = {field.name for field in fields(Row)} & {f.name for f in fields(DossierLineAnswer)}
    return DossierLineAnswer(
        **{name: getattr(rows[0], name) for name in names},
        evidence=tuple(_evidence(row) for row in rows if row.as_),
    )


def _evidence(row: Row) -> EvidenceAnswer:
    names = {field.name for field in fields(Row)} & {f.name for f in fields(EvidenceAnswer)}
    return EvidenceAnswer(standing=row.as_, **{name: getattr(row, name) for name in names})
