"""A dossier as one CSV table: a row for each piece of evidence of each line."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace

from onrecord.exports.dossiers.citing import link_of
from onrecord.exports.dossiers.corrected import in_words
from onrecord.exports.dossiers.entries import day_of
from onrecord.exports.dossiers.naming import title_of
from onrecord.exports.spreadsheets import safe_cell
from onrecord.model import (
    Agreement,
    Dating,
    Discrepancy,
    Dossier,
    Evidence,
    Line,
    Meeting,
    Missing,
    Position,
    PostHeld,
    Promise,
    RoleHeld,
    Shift,
)
from onrecord.text import place_of

_BETWEEN = " > "
_SEVERAL = "; "


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table; all cells are text, and empty where there is nothing to tell.

    The first part is of the line: who (`subject`) is, does or says what (`relation`) of which
    (`object`). The second, from `as_` on, is of one piece of evidence.
    """

    kind: str = ""
    id: str = ""
    belongs: str = ""
    title: str = ""
    subject: str = ""
    relation: str = ""
    object: str = ""
    number: str = ""
    date: str = ""
    earliest: str = ""
    latest: str = ""
    place: str = ""
    parties: str = ""
    state: str = ""
    why: str = ""
    corrected: str = ""
    as_: str = ""
    at: str = ""
    document: str = ""
    spans: str = ""
    words: str = ""
    speaker: str = ""
    via: str = ""
    publisher: str = ""
    said: str = ""
    gives: str = ""
    status: str = ""
    flags: str = ""
    basis: str = ""
    link: str = ""


COLUMNS = tuple(field.name.rstrip("_") for field in fields(Row))


def as_csv(dossier: Dossier) -> str:
    """A dossier as CSV (RFC 4180) with a head of `COLUMNS`.

    A line with several pieces of evidence has several rows with one `id`; one without has one.
    Dates are EDTF, spans `start-end` in code points, joined by commas. Cells that a spreadsheet
    would run begin with an apostrophe.
    """
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in rows_of(dossier):
        writer.writerow([safe_cell(_writable(getattr(row, f.name))) for f in fields(Row)])
    return buffer.getvalue()


def rows_of(dossier: Dossier) -> Iterator[Row]:
    """The rows of a dossier: roles, posts, meetings, agreements, promises, positions, the rest."""
    lines: tuple[Line, ...] = (
        *dossier.roles,
        *dossier.posts,
        *dossier.meetings,
        *dossier.agreements,
        *dossier.promises,
        *dossier.positions,
    )
    for line in lines:
        outcome = line.outcome if isinstance(line, Promise) else ()
        told = [("evidence", one) for one in line.evidence]
        laid = dossier.amended.get(line.id)
        row = replace(_row(line), corrected=in_words(laid) if laid else "")
        yield from _rows(dossier, row, [*told, *(("outcome", one) for one in outcome)])
    for shift in dossier.shifts:
        yield from _rows(dossier, _shift(shift), [("before", shift.before), ("after", shift.after)])
    for other in dossier.discrepancies:
        told = [("evidence", one) for one in other.evidence]
        yield from _rows(dossier, _discrepancy(other), told)
    for gap in dossier.covered.missing:
        yield from _rows(dossier, _missing(gap), [("evidence", one) for one in gap.evidence])


def _rows(dossier: Dossier, line: Row, told: Iterable[tuple[str, Evidence]]) -> Iterator[Row]:
    several = list(told)
    if not several:
        yield line
    for as_, one in several:
        yield replace(
            line,
            as_=as_,
            at=place_of(one.document, one.spans),
            document=one.document,
            spans=",".join(f"{span.start}-{span.end}" for span in one.spans),
            words=one.words,
            speaker=one.speaker,
            via=_BETWEEN.join(one.via),
            publisher=one.publisher,
            said=_edtf(one.said),
            gives=_edtf(one.dating),
            status=one.status,
            flags=_SEVERAL.join(one.flags),
            basis=one.basis,
            link=link_of(one, dossier.documents),
        )


def _row(line: Line) -> Row:
    day = day_of(line)
    return Row(
        id=line.id,
        belongs=line.belongs,
        title=title_of(line),
        date=_edtf(day),
        earliest=day.earliest.isoformat() if day and day.earliest else "",
        latest=day.latest.isoformat() if day and day.latest else "",
        **_own(line),
    )


def _own(line: Line) -> dict[str, str]:
    match line:
        case RoleHeld():
            own = {"kind": "role", "subject": line.actor, "relation": line.role, "object": line.of}
        case PostHeld():
            own = {"kind": "post", "subject": line.person, "relation": line.post}
            own["object"] = line.of
        case Meeting():
            own = {"kind": "meeting", "subject": line.body, "relation": line.kind}
            own |= {"object": line.name, "number": str(line.ordinal or ""), "place": line.place}
            own |= {"parties": _SEVERAL.join(line.parties), "state": line.status}
        case Agreement():
            own = {"kind": "agreement", "relation": line.kind, "object": line.name}
            own |= {"number": line.number, "place": line.place}
            own["parties"] = _SEVERAL.join(line.parties)
        case Promise():
            own = {"kind": "promise", "subject": line.actor, "relation": "promises"}
            own |= {"object": line.what, "state": line.state, "why": line.why}
        case Position():
            own = {"kind": "position", "subject": line.speaker, "relation": line.leaning}
            own["object"] = line.theme
    return own


def _shift(shift: Shift) -> Row:
    return Row(
        "shift", title=title_of(shift), subject=shift.speaker, object=shift.theme, why=shift.why
    )


def _discrepancy(found: Discrepancy) -> Row:
    return Row(
        "discrepancy",
        found.id,
        title=found.what,
        subject=found.what,
        relation=found.kind,
        object=" / ".join(found.said),
        state="explained" if found.explained else "flagged",
        why=_SEVERAL.join(filter(None, (found.likelier, found.why))),
    )


def _missing(gap: Missing) -> Row:
    return Row("missing", title=gap.what, subject=gap.what, why=gap.why)


def _edtf(dating: Dating | None) -> str:
    return dating.edtf if dating else ""


def _writable(text: str) -> str:
    """A text without halves of characters, which no file can hold."""
    return str(text).encode("utf-8", "replace").decode()
