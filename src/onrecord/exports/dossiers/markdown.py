"""A dossier as Markdown (CommonMark with the tables of GitHub), for people to hand on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote

from onrecord.exports.dossiers.blocks import (
    Block,
    Cell,
    Entries,
    Entry,
    Figure,
    Grounds,
    Paragraph,
    Run,
    Section,
    Table,
)
from onrecord.exports.dossiers.citing import Citation
from onrecord.exports.dossiers.report import report_of
from onrecord.exports.markup import visible
from onrecord.model import Dossier

_QUOTED = 3
"""Pieces of evidence of a line that are quoted; of the others the places alone are given."""
_SPECIAL = re.compile(r"[\\`*_\[\]<>|~&$@]|:(?=//)|(?<=www)\.", re.IGNORECASE)
_OPENING = re.compile(r"^(\d+(?=[.)])|(?=[#+\-=]))")
# Marks that turn the direction of what follows would turn the rest of the line.
_TURNING = re.compile("[\\u202a-\\u202e\\u2066-\\u2069]")
_IN_ADDRESS = "/?#:@!$&'*+,;=%~.-_"


def as_markdown(dossier: Dossier) -> str:
    """The report of a dossier as Markdown; drawings are left to HTML, their tables are here.

    Words of documents are escaped, so that they are shown as they are and never read as Markdown
    or HTML; marks that turn the direction of writing are left out of them.
    """
    report = report_of(dossier)
    lines = [f"# {escaped(report.title)}", "", escaped(report.lead), ""]
    lines += [f"- **{name}**: {escaped(value)}" for name, value in report.facts]
    for section in report.sections:
        lines += ["", *_section(section, 2)]
    return "\n".join([*lines, "", "---", "", escaped(report.foot), ""])


def escaped(text: str) -> str:
    """Words of others on one line, so that Markdown shows them as they are."""
    one_line = " ".join(_TURNING.sub("", visible(text)).split())
    return _OPENING.sub(r"\1\\", _SPECIAL.sub(r"\\\g<0>", one_line))


def _section(section: Section, level: int) -> Iterator[str]:
    yield f"{'#' * level} {escaped(section.title)}"
    for block in section.blocks:
        yield ""
        yield from _block(block, level + 1)
    for part in section.parts:
        yield ""
        yield from _section(part, level + 1)


def _block(block: Block, level: int) -> Iterator[str]:
    match block:
        case Paragraph():
            yield escaped(block.text)
        case Table():
            yield from _table(block)
        case Figure():
            yield from _table(block.twin)
        case Entries():
            if block.title:
                yield f"{'#' * level} {escaped(block.title)}"
                yield ""
            for entry in block.entries:
                yield from _entry(entry)


def _table(table: Table) -> Iterator[str]:
    yield f"| {' | '.join(table.head)} |"
    yield f"|{' --- |' * len(table.head)}"
    for row in table.rows:
        yield f"| {' | '.join(map(_cell, row))} |"


def _cell(cell: Cell) -> str:
    return "<br>".join(_run(run) for run in cell if run.text)


def _run(run: Run) -> str:
    text = _code(run.text) if run.code else escaped(run.text)
    return _link(text, "" if run.to.startswith("#") else run.to)


def _entry(entry: Entry) -> Iterator[str]:
    mark = f" — *{escaped(entry.mark)}*" if entry.mark else ""
    name = f" {_code(entry.id)}" if entry.id else ""
    yield f"- **{escaped(entry.title)}**{mark}{name}"
    if entry.facts:
        facts = "; ".join(f"{name}: {escaped(value)}" for name, value in entry.facts)
        yield f"  - {facts}"
    for grounds in entry.grounds:
        yield from _grounds(grounds)


def _grounds(grounds: Grounds) -> Iterator[str]:
    label = f"{grounds.label}: " if grounds.label else ""
    for citation in grounds.citations[:_QUOTED]:
        yield f"  - {label}{_citation(citation)}"
    if rest := grounds.citations[_QUOTED:]:
        yield f"  - {label}as well {', '.join(map(_place, rest))}"


def _citation(citation: Citation) -> str:
    said = citation.said or "day not known"
    told = filter(None, (citation.whose, said, *citation.notes, *citation.warnings))
    return f"“{escaped(citation.words)}” ({'; '.join(map(escaped, told))}; {_place(citation)})"


def _place(citation: Citation) -> str:
    return _link(_code(citation.place), citation.link)


def _link(text: str, to: str) -> str:
    return f"[{text}]({quote(visible(to), safe=_IN_ADDRESS)})" if to else text


def _code(text: str) -> str:
    """An id as code; whatever could end the code or its cell is replaced."""
    return f"`{re.sub('[`|]', '?', ' '.join(visible(text).split()))}`" if text.strip() else ""
