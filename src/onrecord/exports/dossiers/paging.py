"""A report in parts that are sent one by one: which there are, and what stands where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.exports.dossiers.blocks import Block, Entries, Report, Section, Table


def parts_of(report: Report) -> tuple[Section, ...]:
    """The sections of a report; what stands beside the process is a section for each kind."""
    return tuple(
        part
        for section in report.sections
        for part in (_apart(section) if section.anchor == "beside" else (section,))
    )


def _apart(section: Section) -> Iterator[Section]:
    for part in section.parts:
        title = f"{section.title}: {part.title.lower()}"
        yield replace(part, title=title, blocks=(*section.blocks, *part.blocks))


def entries_in(section: Section) -> int:
    """How many entries a section has with all its parts."""
    own = sum(len(block.entries) for block in section.blocks if isinstance(block, Entries))
    return own + sum(entries_in(part) for part in section.parts)


def cut(section: Section, first: int, many: int) -> Section:
    """A section with `many` of its entries from number `first` (0 is the first) on.

    Drawings, tables and words that stand before the entries stay with the first of them.
    """
    cut_one, _ = _cut(section, first, first + many)
    return cut_one


def _cut(section: Section, first: int, end: int) -> tuple[Section, int]:
    """The section, and how many entries it had."""
    blocks, seen = list[Block](), 0
    for block in section.blocks:
        if not isinstance(block, Entries):
            blocks += [block] if first <= 0 else []
            continue
        kept = block.entries[max(0, first - seen) : max(0, end - seen)]
        blocks += [replace(block, entries=kept)] if kept else []
        seen += len(block.entries)
    parts = list[Section]()
    for part in section.parts:
        one, many = _cut(part, first - seen, end - seen)
        seen += many
        parts += [one] if one.blocks or one.parts else []
    return replace(section, blocks=tuple(blocks), parts=tuple(parts)), seen


def places(sections: Sequence[Section], many: int) -> dict[str, tuple[str, int]]:
    """On which page (from 1) of which section each line and document is, `many` entries a page."""
    found: dict[str, tuple[str, int]] = {}
    for section in sections:
        for number, anchor in enumerate(_anchors(section)):
            found.setdefault(anchor, (section.anchor, number // many + 1))
        for table in _tables(section):
            for anchor in table.anchors:
                found.setdefault(anchor, (section.anchor, 1))
    return found


def _anchors(section: Section) -> Iterator[str]:
    """The anchors of all entries in order, "" for one without."""
    for block in section.blocks:
        if isinstance(block, Entries):
            yield from (entry.anchor for entry in block.entries)
    for part in section.parts:
        yield from _anchors(part)


def _tables(section: Section) -> Iterator[Table]:
    yield from (block for block in section.blocks if isinstance(block, Table))
    for part in section.parts:
        yield from _tables(part)
