"""The lines of a dossier as entries of a report: facts by name, and the words they stand on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from onrecord.exports.days import NEVER, day_in_words, first_day, ground_in_words, in_order
from onrecord.exports.dossiers.blocks import Entry, Grounds
from onrecord.exports.dossiers.citing import Citation, cite
from onrecord.exports.dossiers.naming import plain, title_of
from onrecord.model import (
    Agreement,
    Dating,
    Discrepancy,
    DocumentLine,
    Evidence,
    Line,
    Meeting,
    Missing,
    Position,
    PostHeld,
    Promise,
    RoleHeld,
    Shift,
    Status,
)

Documents = Mapping[str, DocumentLine]
Facts = Iterable[tuple[str, str]]

_DATED = {Status.HELD: "Held", Status.PUT_OFF: "Put off from", Status.SPOKEN_OF: "Date"}
_SHOWN_FIRST = (Status.ANNOUNCED, Status.PUT_OFF, Status.HELD, Status.SPOKEN_OF)


def entry_of(line: Line, documents: Documents) -> Entry:
    """A line as an entry; what it does not tell has no fact."""
    return Entry(
        id=line.id,
        title=title_of(line),
        anchor=line.id,
        facts=tuple((name, value) for name, value in _facts(line) if value),
        grounds=tuple(_grounds(line, documents)),
        mark=_mark(line),
    )


def entry_of_discrepancy(found: Discrepancy, documents: Documents) -> Entry:
    """A discrepancy: what is said, what is likelier, and why."""
    facts = (
        ("Said", " / ".join(found.said)),
        ("Likelier", found.likelier),
        ("Why", found.why),
    )
    return Entry(
        id=found.id,
        title=title_of(found),
        anchor=found.id,
        facts=tuple((name, value) for name, value in facts if value),
        grounds=(Grounds(cited(found.evidence, documents)),),
        mark=plain(found.kind),
    )


def entry_of_shift(shift: Shift, documents: Documents) -> Entry:
    """A shift in what a speaker says of a theme: both sides, and none judged."""
    return Entry(
        id="",
        title=title_of(shift),
        facts=(("Why pointed at", shift.why),) if shift.why else (),
        grounds=(
            Grounds(cited((shift.before,), documents), "Before"),
            Grounds(cited((shift.after,), documents), "After"),
        ),
    )


def entry_of_missing(missing: Missing, documents: Documents) -> Entry:
    """What is spoken of and not held."""
    return Entry(
        id="",
        title=missing.what,
        facts=(("Why", missing.why),) if missing.why else (),
        grounds=(Grounds(cited(missing.evidence, documents)),) if missing.evidence else (),
    )


def cited(evidence: Iterable[Evidence], documents: Documents) -> tuple[Citation, ...]:
    """Evidence as citations, by the day on which it was said."""
    return tuple(cite(one, documents) for one in in_order(evidence))


def day_of(line: Line) -> Dating | None:
    """The day that a line itself is of: held on, announced for, signed, due; None where unknown.

    A role, a post or a position is of the day of its earliest words.
    """
    match line:
        case Meeting() | Agreement():
            return line.dating
        case Promise():
            return line.due
        case _:
            return told_on(line)


def told_on(line: Line) -> Dating | None:
    """The day of the earliest words that tell of a line."""
    return next((one.said for one in in_order(line.evidence)), None)


def announced_days(meeting: Meeting) -> tuple[Dating, ...]:
    """The days for which a meeting was announced and on which it is not known to have been held."""
    days = [e.dating for e in in_order(meeting.evidence) if e.status is Status.ANNOUNCED]
    other = {one.edtf: one for one in days if one and one.edtf != _edtf(meeting.dating)}
    if meeting.status is Status.ANNOUNCED:
        return (meeting.dating,) if meeting.dating else tuple(other.values())[:1]
    return tuple(other.values())


def _edtf(dating: Dating | None) -> str:
    return dating.edtf if dating else ""


def _mark(line: Line) -> str:
    match line:
        case Meeting():
            return plain(line.status)
        case Promise():
            return plain(line.state)
        case Position():
            return line.leaning
        case Agreement():
            return plain(line.kind)
        case _:
            return ""


def _facts(line: Line) -> Facts:
    match line:
        case RoleHeld() | PostHeld():
            yield from _since_until(line.evidence)
        case Meeting():
            yield from _meeting(line)
        case Agreement():
            yield "Date", _day_with_ground(line.dating)
            yield "First told of", "" if line.dating else day_in_words(told_on(line))
            yield "Place", line.place
            yield "Parties", ", ".join(line.parties)
        case Promise():
            yield "Made", day_in_words(line.made)
            yield "Due", _day_with_ground(line.due)
            yield "Why", line.why


def _meeting(line: Meeting) -> Facts:
    if label := _DATED.get(line.status):
        yield label, _day_with_ground(line.dating)
    yield "Announced for", "; ".join(map(_day_with_ground, announced_days(line)))
    yield "First told of", "" if line.dating else day_in_words(told_on(line))
    yield "Kind", plain(line.kind)
    yield "Number", str(line.ordinal or "")
    yield "Place", line.place
    yield "Parties", ", ".join(line.parties)


def _since_until(evidence: Sequence[Evidence]) -> Facts:
    """The first and the last day on which it is said: not when it began or ended."""
    days = [one.dating or one.said for one in in_order(evidence)]
    known = sorted((day for day in days if first_day(day) != NEVER), key=first_day)
    if known:
        first, last = day_in_words(known[0]), day_in_words(known[-1])
        yield "Evidence", first if first == last else f"from {first} to {last}"


def _grounds(line: Line, documents: Documents) -> Iterable[Grounds]:
    if isinstance(line, Meeting):
        by = sorted(in_order(line.evidence), key=lambda one: _SHOWN_FIRST.index(one.status))
        for status, several in groupby(by, key=lambda one: one.status):
            label = plain(status)
            citations = (_without(one, label) for one in cited(several, documents))
            yield Grounds(tuple(citations), label.capitalize())
        return
    outcome = line.outcome if isinstance(line, Promise) else ()
    yield Grounds(cited(line.evidence, documents), "Promised" if outcome else "")
    if outcome:
        yield Grounds(cited(outcome, documents), "Outcome")


def _without(citation: Citation, note: str) -> Citation:
    """A citation without the note that the label above it says already."""
    return replace(citation, notes=tuple(one for one in citation.notes if one != note))


def _day_with_ground(dating: Dating | None) -> str:
    ground = ground_in_words(dating)
    return day_in_words(dating) + (f" ({ground})" if ground else "")
