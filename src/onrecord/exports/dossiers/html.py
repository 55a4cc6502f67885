"""A dossier as one HTML file that needs nothing else: no script, no address, no network."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from itertools import zip_longest

from onrecord.exports.dossiers.blocks import (
    Block,
    Cell,
    Entries,
    Entry,
    Figure,
    Grounds,
    Paragraph,
    Report,
    Run,
    Section,
    Table,
)
from onrecord.exports.dossiers.citing import Citation
from onrecord.exports.dossiers.naming import counted
from onrecord.exports.dossiers.report import report_of
from onrecord.exports.markup import Markup, joined, tag
from onrecord.model import Dossier

_QUOTED = 3
"""Pieces of evidence of a line that are seen at once; the others are folded away."""
_DEEPEST = 6
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def as_html(dossier: Dossier) -> str:
    """The report of a dossier as one HTML file; it reads, folds and prints without a network.

    Words of documents are escaped and cannot turn the direction of what stands around them. Links
    lead only to addresses of the web, and to places of the page itself.
    """
    report = report_of(dossier)
    page = tag(
        "div",
        tag("a", "Skip to the dossier", class_="skip", href="#main"),
        _head(report),
        tag("main", *map(_section, report.sections), id="main"),
        tag("footer", tag("p", report.foot)),
        class_="page",
    )
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        Markup(f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'),
        tag("meta", name_="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name_="referrer", content="no-referrer"),
        tag("title", f"{report.title}: dossier"),
        tag("style", Markup(_style())),
    )
    return f"<!doctype html>\n{tag('html', head, tag('body', page), lang='en')}\n"


@cache
def _style() -> str:
    return files("onrecord.exports.dossiers").joinpath("report.css").read_text("utf-8")


def _head(report: Report) -> Markup:
    links = [tag("li", tag("a", part.title, href=f"#{part.anchor}")) for part in report.sections]
    return tag(
        "header",
        tag("h1", report.title),
        tag("p", report.lead, class_="lead"),
        _facts(report.facts),
        tag("nav", tag("ul", *links), aria_label="Contents"),
    )


def _facts(facts: Iterable[tuple[str, str]]) -> Markup:
    pairs = [tag("div", tag("dt", name), tag("dd", _words(value))) for name, value in facts]
    return tag("dl", *pairs, class_="facts") if pairs else Markup()


def _section(section: Section, level: int = 2) -> Markup:
    heading = f"{section.anchor}-heading"
    return tag(
        "section",
        tag(f"h{min(level, _DEEPEST)}", _words(section.title), id=heading),
        *(_block(block, level + 1) for block in section.blocks),
        *(_section(part, level + 1) for part in section.parts),
        id=section.anchor,
        aria_labelledby=heading,
    )


def _block(block: Block, level: int) -> Markup:
    match block:
        case Paragraph():
            return tag("p", _words(block.text))
        case Table():
            return _table(block)
        case Figure():
            return _figure(block)
        case Entries():
            title = tag(f"h{min(level, _DEEPEST)}", _words(block.title)) if block.title else ""
            lines = tag("ol", *map(_entry, block.entries), class_="lines", role="list")
            return joined(title, lines)


def _figure(figure: Figure) -> Markup:
    if not figure.drawing:
        return _table(figure.twin)
    return tag(
        "figure",
        tag(
            "div",
            Markup(figure.drawing),
            class_="chart",
            tabindex="0",
            role="group",
            aria_label=f"{figure.twin.caption}, drawn",
        ),
        tag("figcaption", figure.caption),
        _table(figure.twin),
    )


def _table(table: Table) -> Markup:
    """A table that narrow screens show row by row: its roles are told, and each cell's column."""
    head = (tag("th", name, scope="col", role="columnheader") for name in table.head)
    rows = zip_longest(table.rows, table.anchors)
    whole = tag(
        "table",
        tag("caption", table.caption),
        tag("thead", tag("tr", *head, role="row"), role="rowgroup"),
        tag("tbody", *(_row(table, row, anchor) for row, anchor in rows), role="rowgroup"),
        role="table",
    )
    return tag("div", whole, class_="scroll", role="region", tabindex="0", aria_label=table.caption)


def _row(table: Table, row: Sequence[Cell], anchor: str | None) -> Markup:
    cells = [
        tag("td", _cell(cell), role="cell", data_label=name)
        for name, cell in zip(table.head[1:], row[1:], strict=True)
    ]
    first = tag("th", _cell(row[0]), scope="row", role="rowheader")
    return tag("tr", first, *cells, role="row", id=_anchor(anchor) if anchor else None)


def _cell(cell: Cell) -> Markup:
    runs = [_run(run) for run in cell if run.text]
    return joined(*_between(runs, tag("br")))


def _between(pieces: Sequence[Markup], mark: Markup) -> Iterator[Markup]:
    for number, piece in enumerate(pieces):
        if number:
            yield mark
        yield piece


def _run(run: Run) -> Markup:
    text = tag("code", run.text) if run.code else _words(run.text)
    return tag("a", text, href=_target(run.to)) if run.to else text


def _target(to: str) -> str:
    return f"#{_anchor(to[1:])}" if to.startswith("#") else to


def _entry(entry: Entry) -> Markup:
    anchor = _anchor(entry.anchor) if entry.anchor else None
    mark = tag("span", entry.mark, class_="mark") if entry.mark else ""
    name = tag("a", entry.id, class_="id", href=f"#{anchor}") if anchor else ""
    return tag(
        "li",
        tag("p", _words(entry.title), mark, name, class_="title"),
        _facts(entry.facts),
        *map(_grounds, entry.grounds),
        class_="line",
        id=anchor,
    )


def _grounds(grounds: Grounds) -> Markup:
    label = tag("p", grounds.label, class_="label") if grounds.label else ""
    shown, rest = grounds.citations[:_QUOTED], grounds.citations[_QUOTED:]
    folded: str = ""
    if rest:
        summary = tag("summary", f"{counted(len(rest), 'more piece')} of evidence")
        folded = tag("details", summary, _list(rest))
    return joined(label, _list(shown), folded)


def _list(citations: Sequence[Citation]) -> Markup:
    return tag("ul", *(tag("li", _citation(one)) for one in citations), class_="evidence")


def _citation(citation: Citation) -> Markup:
    told = "; ".join((citation.whose, citation.said or "day not known", *citation.notes))
    warnings = "; ".join(citation.warnings)
    to = citation.link or f"#{_anchor(citation.document)}"
    place = tag("a", citation.place, class_="place", href=to)
    return joined(
        tag("q", _words(citation.words)),
        " ",
        tag("span", "— ", _words(told), class_="whose"),
        joined("; ", tag("span", _words(warnings), class_="note")) if warnings else "",
        " ",
        place,
    )


def _words(text: str) -> Markup:
    """Words of others, kept from turning the direction of what stands around them."""
    return text if isinstance(text, Markup) else tag("bdi", text)


def _anchor(name: str) -> str:
    """A line's id as an id of the page."""
    return "line-" + "".join(
        c if c.isascii() and (c.isalnum() or c in "-_.") else "_" for c in name
    )
