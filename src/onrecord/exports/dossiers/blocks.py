"""A report as data: sections, tables, figures and entries, before any format has a say."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.exports.dossiers.citing import Citation
from onrecord.model import Spans


@dataclass(frozen=True, slots=True)
class Run:
    """Words of a cell; `to` is a web address, `#anchor` a place in the report, "" no link.

    `held` is the document that they name or cite, with the places of the words in it.
    """

    text: str
    to: str = ""
    code: bool = False
    held: tuple[str, Spans] | None = None


Cell = tuple[Run, ...]
"""The lines of a table's cell."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table; the first cell of a row is its heading. `anchors` are the places of the rows."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    anchors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing (SVG) with what it shows, and the same as a table."""

    drawing: str
    caption: str
    twin: Table


@dataclass(frozen=True, slots=True)
class Grounds:
    """Evidence under a label ("as held"); "" where the label would say nothing."""

    citations: tuple[Citation, ...]
    label: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the dossier: its title, facts by name, and what it stands on.

    `mark` is the one word that a reader looks for first: a state, a status, a leaning. `anchor` is
    unique in the report where `id` may come again; "" where nothing leads here.
    """

    id: str
    title: str
    anchor: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    grounds: tuple[Grounds, ...] = ()
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Entries:
    """Lines one after the other, under a heading of their own if they have one."""

    entries: tuple[Entry, ...]
    title: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A few sentences."""

    text: str


Block = Table | Figure | Entries | Paragraph


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a report, with parts of its own; `anchor` is unique in the report."""

    anchor: str
    title: str
    blocks: tuple[Block, ...] = ()
    parts: tuple[Section, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """A dossier as a reader goes through it."""

    title: str
    lead: str
    facts: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]
    foot: str = ""
