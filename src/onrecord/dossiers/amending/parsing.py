"""A file of amendments, checked piece by piece: what a person wrote by hand may be in it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, TypeVar

from onrecord.dossiers.amending.changing import LONGEST, plain, read_value
from onrecord.dossiers.amending.laying import identified
from onrecord.errors import InputError
from onrecord.model import Amendment, AmendmentKind, Anchor, LineKind, Span, Spans, Target

FORMAT = "onrecord corrections"
VERSION = 1

_ID = re.compile(r"[0-9A-Za-z-]{6,64}")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_LAST_PLACE = 1_000_000_000
_OF_FILE = {"format", "version", "process", "documents", "correction"}
_OF_CORRECTION = frozenset("id kind field value by at note taken_back parted line others".split())
_OF_LINE = frozenset("kind id naming made_by evidence".split())
_OF_EVIDENCE = frozenset("document spans words sha256".split())

_Kind = TypeVar("_Kind", bound=StrEnum)


def read_amendments(text: str, *, path: str, until: datetime) -> tuple[Amendment, ...]:
    """The amendments of a file; an `id` that was left out follows from the content.

    `InputError` names the `path`, which correction it is, and what is wrong with it. None may be of
    a later time than `until`, since the latest is in force.
    """
    try:
        table = tomllib.loads(text)
    except (RecursionError, ValueError) as error:
        raise InputError(f"{path}: not TOML: {' '.join(str(error).split())[:200]}") from None
    try:
        reader = _file(table, until)
        entries = _list(table.get("correction", []), "correction")
    except InputError as error:
        raise InputError(f"{path}: {error}") from None
    return tuple(_numbered(reader, entry, n, path) for n, entry in enumerate(entries, 1))


def _numbered(reader: _Reader, entry: object, number: int, path: str) -> Amendment:
    try:
        return reader.amendment(_table(entry, "it"))
    except InputError as error:
        raise InputError(f"{path}: correction {number}: {error}") from None


def _file(table: Mapping[str, Any], until: datetime) -> _Reader:
    if table.get("format") != FORMAT:
        raise InputError(f'not a file of corrections (format = "{FORMAT}" is missing)')
    if table.get("version") != VERSION:
        raise InputError(f"version {table.get('version')!r}; this Onrecord reads {VERSION}")
    _only(table, _OF_FILE)
    documents = _table(table.get("documents", {}), "documents")
    bytes_of = {ref: _sha256(sha) for ref, sha in documents.items()}
    process = _string(table, "process")
    if not process:
        raise InputError("process: which one is not said")
    return _Reader(process, bytes_of, until)


@dataclass(frozen=True, slots=True)
class _Reader:
    process: str
    bytes_of: Mapping[str, str]
    until: datetime

    def amendment(self, table: Mapping[str, Any]) -> Amendment:
        _only(table, _OF_CORRECTION)
        kind = _one_of(AmendmentKind, table, "kind")
        given = Amendment(
            id=_id(table, "id"),
            kind=kind,
            process=self.process,
            on=self.target(_table(table.get("line"), "line")),
            field=_string(table, "field"),
            value=_string(table, "value"),
            others=tuple(
                self.target(_table(one, "others"))
                for one in _list(table.get("others", []), "others")
            ),
            parted=self.anchors(table.get("parted", []), "parted"),
            by=_string(table, "by"),
            at=self.time(table, "at"),
            note=_string(table, "note"),
            taken_back=self.time(table, "taken_back") if table.get("taken_back") else "",
        )
        _check(given)
        return given if given.id else identified(given)

    def others(self, entries: object) -> tuple[Target, ...]:
        return tuple(self.target(_table(one, "others")) for one in _list(entries, "others"))

    def target(self, table: Mapping[str, Any]) -> Target:
        _only(table, _OF_LINE)
        naming = _table(table.get("naming", {}), "naming")
        anchors = self.anchors(table.get("evidence", []), "evidence")
        if not anchors:
            raise InputError("evidence: a line has some, else it is never found")
        return Target(
            kind=_one_of(LineKind, table, "kind"),
            id=_string(table, "id"),
            naming=tuple((name, _string(naming, name)) for name in naming),
            anchors=anchors,
            made_by=_id(table, "made_by"),
        )

    def anchors(self, entries: object, what: str) -> tuple[Anchor, ...]:
        return tuple(self.anchor(_table(one, what)) for one in _list(entries, what))

    def anchor(self, table: Mapping[str, Any]) -> Anchor:
        _only(table, _OF_EVIDENCE)
        document = table.get("document")
        if not isinstance(document, str) or not 0 < len(document) <= LONGEST:
            raise InputError("document: which one is not said")
        own = table.get("sha256", self.bytes_of.get(document, ""))
        return Anchor(document, _spans(table), _string(table, "words"), _sha256(own))

    def time(self, table: Mapping[str, Any], name: str) -> str:
        """A time in the one form in which times compare as words."""
        given = table.get(name)
        try:
            time = given if isinstance(given, datetime) else datetime.fromisoformat(str(given))
            if time.tzinfo is None:
                raise InputError(f"{name}: without its zone, such as 2026-01-31T12:00:00Z")
            time = time.astimezone(UTC)
        except (ValueError, OverflowError):
            raise InputError(f"{name}: not a time, such as 2026-01-31T12:00:00Z") from None
        if time > self.until:
            raise InputError(f"{name}: a time to come; the clock that it is from is wrong")
        return time.isoformat(timespec="microseconds")


def _check(given: Amendment) -> None:
    """`InputError` where an amendment has what its kind has not, or lacks what it needs."""
    for kind, name in (
        (AmendmentKind.CHANGE, "field"),
        (AmendmentKind.MERGE, "others"),
        (AmendmentKind.SPLIT, "parted"),
    ):
        if bool(getattr(given, name)) is not (given.kind is kind):
            raise InputError(f"{name}: it is what a {kind} has, and nothing else")
    if given.kind is AmendmentKind.CHANGE:
        read_value(given.on.kind, given.field, given.value)
    if any(other.kind is not given.on.kind for other in given.others):
        raise InputError("others: lines of different kinds are not one")


def _only(table: Mapping[str, Any], known: frozenset[str] | set[str]) -> None:
    if unknown := sorted(set(table) - known):
        raise InputError(f"{plain(unknown[0], 'a field')}: no field of it")


def _table(value: object, what: str) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise InputError(f"{what}: not a table")
    return value


def _list(value: object, what: str) -> list[Any]:
    if not isinstance(value, list):
        raise InputError(f"{what}: not a list")
    return value


def _string(table: Mapping[str, Any], name: str) -> str:
    value = table.get(name, "")
    if not isinstance(value, str):
        raise InputError(f"{plain(name, 'a field')}: not a string")
    return plain(value, plain(name, "a field"))


def _id(table: Mapping[str, Any], name: str) -> str:
    value = _string(table, name)
    if value and not _ID.fullmatch(value):
        raise InputError(f"{name}: 6 to 64 letters and digits")
    return value


def _sha256(value: object) -> str:
    if value == "" or (isinstance(value, str) and _SHA256.fullmatch(value)):
        return value
    raise InputError("sha256: 64 hexadecimal digits")


def _one_of(values: type[_Kind], table: Mapping[str, Any], name: str) -> _Kind:
    value = _string(table, name)
    if value not in list(values):
        raise InputError(f"{name}: {value or '(empty)'} is not one of {', '.join(values)}")
    return values(value)


def _spans(table: Mapping[str, Any]) -> Spans:
    found = []
    for pair in _list(table.get("spans"), "spans"):
        whole = isinstance(pair, list) and len(pair) == 2 and all(type(n) is int for n in pair)
        if not whole or not 0 <= pair[0] <= pair[1] <= _LAST_PLACE:
            raise InputError("spans: pairs of places, [start, end]")
        found.append(Span(*pair))
    return tuple(found)
