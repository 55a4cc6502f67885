"""Positions for a report: by theme, in each theme by year, with the shifts pointed at."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from onrecord.exports.days import NEVER, first_day
from onrecord.exports.dossiers.blocks import Block, Entries, Entry, Paragraph, Section
from onrecord.exports.dossiers.entries import entry_of, entry_of_shift
from onrecord.model import Dossier, Evidence, Position

_NOTE = (
    "Who said what of each theme, year by year, in their words; “for” and “against” are what the "
    "words themselves say. A shift is pointed at, and neither side of it is judged."
)
_NONE = "No positions were found in the documents read, which does not say that there are none."


def positions_section(
    dossier: Dossier, wanted: Callable[[Position], bool], *, anchor: str = "positions"
) -> Section:
    """The section of those positions of a dossier that are `wanted`."""
    found = [position for position in dossier.positions if wanted(position)]
    if not found:
        return Section(anchor, "Positions", (Paragraph(_NONE),))
    themes = sorted({position.theme for position in found}, key=str.casefold)
    parts = [
        Section(f"{anchor}-{number}", theme, tuple(_theme(dossier, found, theme)))
        for number, theme in enumerate(themes, start=1)
    ]
    return Section(anchor, "Positions", (Paragraph(_NOTE),), tuple(parts))


def _theme(dossier: Dossier, found: Sequence[Position], theme: str) -> Iterator[Block]:
    of_years = [
        (year, replace(position, evidence=tuple(several)))
        for position in found
        if position.theme == theme
        for year, several in groupby(sorted(position.evidence, key=_day), key=_year)
    ]
    of_years.sort(key=lambda pair: (pair[0] or "9999", pair[1].speaker.casefold()))
    for year, pairs in groupby(of_years, key=lambda pair: pair[0]):
        entries = tuple(_entry(dossier, position) for _, position in pairs)
        yield Entries(entries, year or "Day not known")
    shifts = [one for one in dossier.shifts if one.theme == theme]
    speakers = {position.speaker for position in found}
    shown = [entry_of_shift(one, dossier.documents) for one in shifts if one.speaker in speakers]
    if shown:
        yield Entries(tuple(shown), "Shifts")


def _entry(dossier: Dossier, position: Position) -> Entry:
    """A position's words of one year; other years have an entry of their own."""
    entry = entry_of(position, dossier.documents)
    year = _year(position.evidence[0]) if position.evidence else ""
    anchor = f"{position.id}-{year or 'undated'}" if position.id else ""
    return replace(entry, title=position.speaker, anchor=anchor)


def _day(evidence: Evidence) -> tuple[int, str]:
    return first_day(evidence.said).toordinal(), evidence.document


def _year(evidence: Evidence) -> str:
    day = first_day(evidence.said)
    return "" if day == NEVER else str(day.year)
