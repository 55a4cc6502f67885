"""Blocks of a report as HTML, whatever page is around them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

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
from onrecord.exports.dossiers.naming import counted
from onrecord.exports.markup import Markup, joined, tag
from onrecord.model import Spans

_QUOTED = 3
"""Pieces of evidence of a line that are seen at once; the others are folded away."""
_DEEPEST = 6


class Leading:
    """Where links lead: here, to places of one page, and to the pages that words are from.

    Who shows a report in parts, or the documents beside it, overrides it. `rel` is what links to
    pages of others are marked with.
    """

    rel: str | None = None

    def anchor(self, name: str) -> str:
        """The address of a line or a document of the report."""
        return f"#{anchor_of(name)}"

    def words(self, document: str, spans: Spans) -> str:
        """The address where a held document is shown at these places; "" where it is not."""
        return ""


class Hypertext:
    """Blocks as HTML; words of documents are escaped, and turn nothing around them."""

    def __init__(self, leading: Leading | None = None) -> None:
        self._leading = leading or Leading()
        self._tables = Counter[str]()  # regions of one name could not be told apart

    def section(self, section: Section, level: int = 2) -> Markup:
        """A section and its parts under headings from this level on."""
        heading = f"{section.anchor}-heading"
        return tag(
            "section",
            tag(f"h{min(level, _DEEPEST)}", words(section.title), id=heading),
            *(self._block(block, level + 1) for block in section.blocks),
            *(self.section(part, level + 1) for part in section.parts),
            id=section.anchor,
            aria_labelledby=heading,
        )

    def _block(self, block: Block, level: int) -> Markup:
        match block:
            case Paragraph():
                return tag("p", words(block.text))
            case Table():
                return self.table(block)
            case Figure():
                return self.figure(block)
            case Entries():
                title = tag(f"h{min(level, _DEEPEST)}", words(block.title)) if block.title else ""
                lines = tag("ol", *map(self._entry, block.entries), class_="lines", role="list")
                return joined(title, lines)

    def figure(self, figure: Figure) -> Markup:
        """A drawing above the table that says the same."""
        if not figure.drawing:
            return self.table(figure.twin)
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
            tag("figcaption", figure.caption) if figure.caption else "",
            self.table(figure.twin),
        )

    def table(self, table: Table) -> Markup:
        """A table that narrow screens show row by row: its roles are told, and cells' columns."""
        head = (tag("th", name, scope="col", role="columnheader") for name in table.head)
        rows = zip_longest(table.rows, table.anchors)
        whole = tag(
            "table",
            tag("caption", table.caption),
            tag("thead", tag("tr", *head, role="row"), role="rowgroup"),
            tag("tbody", *(self._row(table, row, place) for row, place in rows), role="rowgroup"),
            role="table",
        )
        self._tables[table.caption] += 1
        again = f" ({number})" if (number := self._tables[table.caption]) > 1 else ""
        named = f"{table.caption}, as a table{again}"
        return tag("div", whole, class_="scroll", role="region", tabindex="0", aria_label=named)

    def _row(self, table: Table, row: Sequence[Cell], anchor: str | None) -> Markup:
        cells = [
            tag("td", self._cell(cell), role="cell", data_label=name)
            for name, cell in zip(table.head[1:], row[1:], strict=True)
        ]
        first = tag("th", self._cell(row[0]), scope="row", role="rowheader")
        return tag("tr", first, *cells, role="row", id=anchor_of(anchor) if anchor else None)

    def _cell(self, cell: Cell) -> Markup:
        runs = [self._run(run) for run in cell if run.text]
        return joined(*_between(runs, tag("br")))

    def _run(self, run: Run) -> Markup:
        text = tag("code", run.text) if run.code else words(run.text)
        if run.held and (here := self._leading.words(*run.held)):
            return tag("a", text, href=here)
        if run.to.startswith("#"):
            return tag("a", text, href=self._leading.anchor(run.to[1:]))
        return tag("a", text, href=run.to, rel=self._leading.rel) if run.to else text

    def _entry(self, entry: Entry) -> Markup:
        anchor = anchor_of(entry.anchor) if entry.anchor else None
        mark = tag("span", entry.mark, class_="mark") if entry.mark else ""
        name = tag("a", entry.id, class_="id", href=f"#{anchor}") if anchor else ""
        return tag(
            "li",
            tag("p", words(entry.title), mark, name, class_="title"),
            facts_list(entry.facts),
            *map(self._grounds, entry.grounds),
            class_="line",
            id=anchor,
        )

    def _grounds(self, grounds: Grounds) -> Markup:
        label = tag("p", grounds.label, class_="label") if grounds.label else ""
        shown, rest = grounds.citations[:_QUOTED], grounds.citations[_QUOTED:]
        folded: str = ""
        if rest:
            summary = tag("summary", f"{counted(len(rest), 'more piece')} of evidence")
            folded = tag("details", summary, self._list(rest))
        return joined(label, self._list(shown), folded)

    def _list(self, citations: Sequence[Citation]) -> Markup:
        return tag("ul", *(tag("li", self._citation(one)) for one in citations), class_="evidence")

    def _citation(self, citation: Citation) -> Markup:
        told = "; ".join((citation.whose, citation.said or "day not known", *citation.notes))
        warnings = "; ".join(citation.warnings)
        return joined(
            tag("q", words(citation.words)),
            " ",
            tag("span", "— ", words(told), class_="whose"),
            joined("; ", tag("span", words(warnings), class_="note")) if warnings else "",
            " ",
            self._place(citation),
        )

    def _place(self, citation: Citation) -> Markup:
        """The way to the words: in the document as it is held, and on the page they are from."""
        here = self._leading.words(citation.document, citation.spans)
        if not here:
            to = citation.link or self._leading.anchor(citation.document)
            return tag("a", citation.place, class_="place", href=to)
        held = tag("a", citation.place, class_="place", href=here)
        if not citation.link:
            return held
        original = tag(
            "a", "on its page", class_="original", href=citation.link, rel=self._leading.rel
        )
        return joined(held, " ", original)


def facts_list(facts: Iterable[tuple[str, str]]) -> Markup:
    """Facts by their names; nothing where there are none."""
    pairs = [tag("div", tag("dt", name), tag("dd", words(value))) for name, value in facts]
    return tag("dl", *pairs, class_="facts") if pairs else Markup()


def words(text: str) -> Markup:
    """Words of others, kept from turning the direction of what stands around them."""
    return text if isinstance(text, Markup) else tag("bdi", text)


def anchor_of(name: str) -> str:
    """The id of a line or a document as an id of the page."""
    return "line-" + "".join(
        c if c.isascii() and (c.isalnum() or c in "-_.") else "_" for c in name
    )


def _between(pieces: Sequence[Markup], mark: Markup) -> Iterator[Markup]:
    for number, piece in enumerate(pieces):
        if number:
            yield mark
        yield piece
