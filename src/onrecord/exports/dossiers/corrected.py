"""What people corrected of a dossier: told at each line, and listed in a section of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from onrecord.exports.dossiers.blocks import (
    Block,
    Entries,
    Entry,
    Paragraph,
    Report,
    Run,
    Section,
    Table,
)
from onrecord.exports.dossiers.entries import entry_of
from onrecord.exports.dossiers.naming import counted, plain
from onrecord.model import Amended, Amendment, AmendmentKind, Dating, Dossier, Line

_DONE = {
    AmendmentKind.ACCEPT: "Accepted",
    AmendmentKind.CHANGE: "Changed",
    AmendmentKind.MERGE: "Merged",
    AmendmentKind.SPLIT: "Split",
    AmendmentKind.REJECT: "Rejected",
}


def with_corrections(report: Report, dossier: Dossier) -> Report:
    """A report in which each line tells what people corrected of it, with a list of them all."""
    if not dossier.amended and not dossier.adrift:
        return report
    *sections, last = (*report.sections,)
    listed = (*sections, _section(dossier), last)
    return replace(report, sections=tuple(_marked(one, dossier.amended) for one in listed))


def in_words(laid: Amended) -> str:
    """All that was laid on a line, in one cell."""
    return "; ".join(f"{name} {words}" for name, words in facts_of(laid))


def facts_of(laid: Amended) -> tuple[tuple[str, str], ...]:
    """What was laid on a line, the oldest first; what a later one overrules says so."""
    return tuple(
        (_DONE[one.kind], f"{_told(one, laid.drafted)}{'' if stands else ', overruled later'}")
        for one, stands in zip(laid.amendments, in_force(laid.amendments), strict=True)
    )


def in_force(amendments: Sequence[Amendment]) -> list[bool]:
    """Which of the amendments of a line nothing later overrules.

    A later change of the same field does, a rejection of all before it, and whatever comes later of
    a rejection, which then overrules nothing.
    """
    standing: list[Amendment] = []
    found: list[bool] = []
    for one in reversed(amendments):
        found.append(not any(_overrules(later, one) for later in standing))
        standing += [one] if found[-1] else []
    return found[::-1]


def _overrules(later: Amendment, one: Amendment) -> bool:
    if AmendmentKind.REJECT in (later.kind, one.kind):
        return later.kind is not one.kind
    both = later.kind is one.kind is AmendmentKind.CHANGE
    return both and later.field == one.field


def _told(one: Amendment, drafted: Sequence[Line]) -> str:
    signed = f"by {one.by or 'somebody'} on {one.at[:10]}"
    note = f" ({one.note})" if one.note else ""
    return f"{_what(one, drafted)}{signed}{note}"


def _what(one: Amendment, drafted: Sequence[Line]) -> str:
    if one.kind is AmendmentKind.CHANGE:
        was = next((_value(getattr(line, one.field, "")) for line in drafted), "")
        return f"{one.field} to {_quoted(one.value)}, drafted as {_quoted(was)}, "
    if one.others:
        return f"with {', '.join(other.id for other in one.others)} "
    return f"{counted(len(one.parted), 'piece')} of evidence away " if one.parted else ""


def _value(value: object) -> str:
    if isinstance(value, Dating):
        return value.edtf
    if isinstance(value, tuple):
        return "; ".join(map(str, value))
    return "" if value is None else str(value)


def _quoted(words: str) -> str:
    return f"“{words}”" if words else "nothing"


def _marked(section: Section, amended: Mapping[str, Amended]) -> Section:
    blocks = tuple(_marked_block(block, amended) for block in section.blocks)
    parts = tuple(_marked(part, amended) for part in section.parts)
    return replace(section, blocks=blocks, parts=parts)


def _marked_block(block: Block, amended: Mapping[str, Amended]) -> Block:
    if not isinstance(block, Entries):
        return block
    return replace(block, entries=tuple(_marked_entry(one, amended) for one in block.entries))


def _marked_entry(entry: Entry, amended: Mapping[str, Amended]) -> Entry:
    laid = amended.get(entry.id) if entry.id else None
    return replace(entry, facts=(*entry.facts, *facts_of(laid))) if laid else entry


def _section(dossier: Dossier) -> Section:
    return Section("corrections", "Corrections", tuple(_blocks(dossier)))


def _blocks(dossier: Dossier) -> Iterator[Block]:
    lines = counted(len(dossier.amended), "line")
    yield Paragraph(
        f"People corrected {lines} of what was drafted from the documents. Each correction says by "
        "whom and when, and can be taken back."
    )
    if dossier.amended:
        yield _table(dossier)
    if dossier.rejected:
        entries = tuple(entry_of(line, dossier.documents) for line in dossier.rejected)
        yield Entries(entries, "Rejected, and counted nowhere")
    if dossier.adrift:
        yield _adrift(dossier)


def _table(dossier: Dossier) -> Table:
    rows = (
        (
            (Run(ref, f"#{ref}"),),
            tuple(Run(f"{name} {words}") for name, words in facts_of(laid)),
        )
        for ref, laid in dossier.amended.items()
    )
    return Table("Lines that people corrected", ("Line", "Corrections"), tuple(rows))


def _adrift(dossier: Dossier) -> Table:
    rows = (
        (
            (Run(_DONE[one.amendment.kind]),),
            (Run(_named(one.amendment)),),
            (Run(_told(one.amendment, ())),),
            (Run(one.why),),
        )
        for one in dossier.adrift
    )
    caption = "Corrections whose line is not found; they are kept, and change nothing"
    return Table(caption, ("Correction", "Line", "What", "Why"), tuple(rows))


def _named(one: Amendment) -> str:
    words = chain((plain(one.on.kind),), (words for _, words in one.on.naming))
    return ", ".join(words)
