"""A dossier as a report: its sections in the order in which a reader wants them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from onrecord.exports.days import NEVER, first_day
from onrecord.exports.dossiers.blocks import Block, Entries, Entry, Paragraph, Report, Section
from onrecord.exports.dossiers.corrected import with_corrections
from onrecord.exports.dossiers.entries import (
    day_of,
    entry_of,
    entry_of_discrepancy,
    entry_of_missing,
    told_on,
)
from onrecord.exports.dossiers.figures import posts_figure, roles_figure, timeline_figure
from onrecord.exports.dossiers.naming import counted
from onrecord.exports.dossiers.positions import positions_section
from onrecord.exports.dossiers.tables import documents_table
from onrecord.model import Discrepancy, Dossier, Line, PostHeld, RoleHeld

NOTHING = "Nothing was found in the documents read, which does not say that there is nothing."
_NAMES = 6
"""Other names of a process that are worth a reader's time."""
_KINDS: tuple[tuple[str, str], ...] = (
    ("roles", "Roles"),
    ("posts", "People and posts"),
    ("meetings", "Meetings"),
    ("agreements", "Agreements and instruments"),
    ("promises", "Promises and announcements"),
)
_NOTES = {
    "roles": (
        "The days are those of the first and the last words that tell of it: a role may be older "
        "than the first and outlast the last."
    ),
    "posts": "Each post as a document has it, on the day on which it has it.",
    "promises": (
        "The state is what later documents show; “unknown” where they show nothing, “open” where "
        "its time has not passed."
    ),
}


def report_of(dossier: Dossier) -> Report:
    """The report of a dossier; lines beside the process stand in a section of their own."""
    report = Report(
        title=dossier.profile.title or dossier.profile.name,
        lead=(
            "What documents say of this process. Every line stands on the words quoted under it, "
            "with the document and the place where they are; no line is judged true or false."
        ),
        facts=tuple((name, value) for name, value in _head(dossier) if value),
        sections=tuple(_sections(dossier)),
        foot="What is not held is not in this dossier, and was not therefore never said.",
    )
    return with_corrections(report, dossier)


def _head(dossier: Dossier) -> Iterator[tuple[str, str]]:
    covered, profile = dossier.covered, dossier.profile
    others = [name for name in profile.names if name != profile.title]
    more = f" and {len(others) - _NAMES} more" if len(others) > _NAMES else ""
    yield "Also called", ", ".join(others[:_NAMES]) + more
    until = f"{dossier.as_of}: only what documents of that day or before it show"
    yield "As of", until if dossier.as_of else "all that is held"
    days = " to ".join(day.isoformat() for day in (covered.earliest, covered.latest) if day)
    read = counted(len(covered.documents), "document")
    yield "Read", f"{read}, of {days}" if days else read
    passed = counted(covered.passed_over, "document")
    yield "Passed over", f"{passed} not found to speak of it" if covered.passed_over else ""
    yield "Languages", ", ".join(covered.languages)
    yield "Found", ", ".join(_counts(dossier))


def _counts(dossier: Dossier) -> Iterator[str]:
    names = ("role", "post", "meeting", "agreement", "promise", "position")
    for name in names:
        many = sum(1 for line in getattr(dossier, f"{name}s") if line.belongs)
        if many:
            yield counted(many, name)
    flagged = sum(1 for one in dossier.discrepancies if not one.explained)
    if flagged:
        yield f"{counted(flagged, 'discrepancy').replace('discrepancys', 'discrepancies')} flagged"


def _sections(dossier: Dossier) -> Iterator[Section]:
    figure = timeline_figure(dossier)
    yield Section("timeline", "Timeline", (figure,) if figure else (Paragraph(NOTHING),))
    for name, title in _KINDS:
        yield Section(name, title, tuple(_blocks(dossier, name, _belonging)))
    yield positions_section(dossier, _belonging)
    yield Section("discrepancies", "Discrepancies", tuple(_discrepancies(dossier)))
    yield Section("coverage", "Coverage and what is missing", tuple(_coverage(dossier)))
    if any(_beside(line) for line in _lines(dossier)):
        yield _beside_section(dossier)
    yield Section("documents", "Documents", (documents_table(dossier),))


def _beside_section(dossier: Dossier) -> Section:
    parts = [
        Section(f"beside-{name}", title, tuple(_blocks(dossier, name, _beside)))
        for name, title in _KINDS
        if any(_beside(line) for line in getattr(dossier, name))
    ]
    if any(_beside(line) for line in dossier.positions):
        parts.append(positions_section(dossier, _beside, anchor="beside-positions"))
    note = (
        "The same documents speak of these; no words of the profile were found that tie them to it."
    )
    return Section("beside", "Beside the process", (Paragraph(note),), tuple(parts))


def _blocks(dossier: Dossier, name: str, wanted: Callable[[Line], bool]) -> Iterator[Block]:
    lines: Sequence[Line] = [line for line in getattr(dossier, name) if wanted(line)]
    if not lines:
        yield Paragraph(NOTHING)
        return
    if name in _NOTES and wanted is _belonging:
        yield Paragraph(_NOTES[name])
    if name == "roles":
        yield roles_figure(dossier, [line for line in lines if isinstance(line, RoleHeld)])
    if name == "posts":
        yield posts_figure(dossier, [line for line in lines if isinstance(line, PostHeld)])
    yield from _entries(dossier, name, lines)


def _entries(dossier: Dossier, name: str, lines: Sequence[Line]) -> Iterator[Entries]:
    """Lines in the order of their days, under years where there are many; roles by actor."""
    if name in ("roles", "posts"):
        by_name = sorted(lines, key=lambda line: _actor(line).casefold())
        yield Entries(tuple(entry_of(line, dossier.documents) for line in by_name))
        return
    ordered = sorted(lines, key=lambda line: (first_day(day_of(line)), first_day(told_on(line))))
    for year, several in groupby(ordered, key=_year):
        yield Entries(tuple(entry_of(line, dossier.documents) for line in several), year)


def _actor(line: Line) -> str:
    return str(getattr(line, "actor", "") or getattr(line, "person", ""))


def _year(line: Line) -> str:
    day = first_day(day_of(line))
    return "Day not known" if day == NEVER else str(day.year)


def _discrepancies(dossier: Dossier) -> Iterator[Block]:
    if not dossier.discrepancies:
        yield Paragraph("No two documents were found to differ.")
    for explained, title in ((False, "Flagged"), (True, "Explained")):
        found = [one for one in dossier.discrepancies if one.explained is explained]
        if found:
            yield Entries(_discrepancy_entries(dossier, found), title)


def _discrepancy_entries(dossier: Dossier, found: Iterable[Discrepancy]) -> tuple[Entry, ...]:
    return tuple(entry_of_discrepancy(one, dossier.documents) for one in found)


def _coverage(dossier: Dossier) -> Iterator[Block]:
    covered = dossier.covered
    read, passed = counted(len(covered.documents), "document"), covered.passed_over
    yield Paragraph(
        f"{read} read; {counted(passed, 'document')} passed over as not found to speak of the "
        "process. Only what was found in the documents read is in this dossier."
    )
    if covered.missing:
        missing = tuple(entry_of_missing(one, dossier.documents) for one in covered.missing)
        yield Entries(missing, "Spoken of, with no document about it")
    else:
        yield Paragraph(
            "No numbered meeting of the process was found that no document held is about; "
            "nothing else is looked for."
        )


def _lines(dossier: Dossier) -> Iterator[Line]:
    for name in (*(name for name, _ in _KINDS), "positions"):
        yield from getattr(dossier, name)


def _belonging(line: Line) -> bool:
    return bool(line.belongs)


def _beside(line: Line) -> bool:
    return not line.belongs
