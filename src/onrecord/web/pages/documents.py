"""Documents: the list of what is held, and one document with all that was found in it marked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import RedirectResponse

from onrecord.errors import InputError
from onrecord.exports.days import day_in_words, ground_in_words
from onrecord.model import Dating, Kind, PartKind, Reading, Span, Spans, Turn
from onrecord.stores import Choice, Correction, Store
from onrecord.web.downloading import downloads
from onrecord.web.marking import (
    Block,
    Laid,
    Role,
    Segment,
    blocks,
    lay,
    segments,
    sheet_of,
    sheets,
)
from onrecord.web.places import places
from onrecord.web.pool import Held
from onrecord.web.showing import citations
from onrecord.web.telling import tell
from onrecord.web.templating import address, page

router = APIRouter()
_LISTED = 50
"""Documents on a page of the list."""
_TITLE = 300
"""Characters of a title that are shown: where nothing else is known, it may be a whole text."""
_PUBLISHERS = 12
"""Publishers that the list offers to narrow it down to, those with most documents first."""
_KINDS = ("transcript", "story", "other")
MARKS = {"": "what is said", "all": "sources and cues too", "none": "none"}
"""What the marks of a document can be set to, and what it means."""
_BARE = frozenset({Role.AT, Role.LABEL, Role.STAGE})


@dataclass(frozen=True, slots=True)
class Asked:
    """What of the list is asked for, as it stands in the address."""

    title: str = ""
    kind: str = ""
    publisher: str = ""
    earliest: str = ""
    latest: str = ""
    order: str = ""
    number: int = 1

    def link(self, **changed: str | int) -> str:
        """The address of the list with something changed; then it begins at its first page."""
        given: dict[str, object] = {
            "title": self.title,
            "kind": self.kind,
            "publisher": self.publisher,
            "from_": self.earliest,
            "to": self.latest,
            "order": self.order,
            **changed,
        }
        return address("/documents", **given)

    @property
    def choice(self) -> Choice:
        """What the store is asked for."""
        return Choice(self.title, self.kind, self.publisher, self.earliest, self.latest)


@router.get("/documents")
def list_documents(
    request: Request,
    store: Held,
    *,
    title: str = "",
    kind: str = "",
    publisher: str = "",
    from_: Annotated[str, Query(alias="from")] = "",
    to: str = "",
    order: str = "",
    number: Annotated[int, Query(alias="page", ge=1, le=1_000_000)] = 1,
) -> Response:
    """The documents held, the newest first, narrowed down by what the address says."""
    asked = Asked(title.strip(), kind, publisher, from_.strip(), to.strip(), order, number)
    first = (number - 1) * _LISTED
    found = store.shelf(asked.choice, first=first, limit=_LISTED, newest=order != "oldest")
    return page(
        request,
        "documents.html",
        asked=asked,
        held=found.held,
        count=found.chosen,
        lines=found.lines,
        first=first + 1,
        kinds=[(kind, found.kinds[kind]) for kind in _KINDS if found.kinds.get(kind)],
        publishers=_most(found.publishers),
        before=asked.link(page=number - 1) if number > 1 else "",
        after=asked.link(page=number + 1) if first + _LISTED < found.chosen else "",
        named=lambda line: line.title or Path(line.path).name or line.id,
    )


def _most(publishers: Mapping[str, int]) -> list[tuple[str, int]]:
    """The publishers with most documents."""
    named = sorted(name for name in publishers if name)
    return sorted(((name, publishers[name]) for name in named), key=lambda one: -one[1])[
        :_PUBLISHERS
    ]


@dataclass(frozen=True, slots=True)
class Row:
    """A block as the page shows it: with the turn that begins or goes on with it."""

    block: Block
    segments: tuple[Segment, ...]
    turn: Turn | None = None
    goes_on: bool = False
    panel: bool = False

    @property
    def shape(self) -> str:
        """What it is drawn as: a paragraph, a heading, or what a page's furniture is."""
        plain = (PartKind.LABEL, PartKind.STAGE_DIRECTION, PartKind.DATELINE)
        return "paragraph" if self.block.kind in plain else self.block.kind.value

    @property
    def words(self) -> str:
        """Its words on one line."""
        return " ".join("".join(segment.text for segment in self.segments).split())


@dataclass(frozen=True, slots=True)
class View:
    """What of a document is asked for, as it stands in the address."""

    id: str
    at: Spans = ()
    marks: str = ""
    start: int | None = None
    statement: int | None = None

    def link(self, *, to: str = "", **changed: object) -> str:
        """The address of the document with something changed, at the anchor `to`."""
        given: dict[str, object] = {
            "at": [f"{span.start}-{span.end}" for span in self.at],
            "marks": self.marks,
            "from_": self.start,
            "statement": self.statement,
            **changed,
        }
        kept = {key: value for key, value in given.items() if value != []}
        path = f"/documents/{quote(self.id, safe='', errors='replace')}"
        return address(path, **kept) + (f"#{to}" if to else "")


@router.get("/documents/{ref:path}")
def show_document(
    request: Request,
    store: Held,
    ref: str,
    *,
    at: Annotated[list[str] | None, Query()] = None,
    marks: str = "",
    from_: Annotated[int | None, Query(alias="from", ge=0)] = None,
    statement: Annotated[int | None, Query(ge=1)] = None,
    only: str = "",
) -> Response:
    """A document; with `only=statement` what is known of one statement alone."""
    if marks not in MARKS:
        raise InputError(f"marks are {', '.join(filter(None, MARKS))} or nothing, not {marks!r}")
    held = store.find(ref)
    view = View(held, places(at or ()), marks, from_, statement)
    if held != ref:
        return RedirectResponse(view.link(to="at" if at else ""), status_code=307)
    reading = store.load(held)
    if statement and statement > len(reading.statements):
        raise InputError(f"{held} has {len(reading.statements)} statements, and no {statement}")
    known = _titled(reading, _title(reading))
    told = tell(known, statement, store) if statement else None
    if only == "statement" and told:
        return page(request, "statement.html", told=told, view=view)
    return page(request, "document.html", told=told, **_shown(reading, view, store))


def _copies(document: str, store: Store) -> dict[str, object]:
    """The other copies of the story, as many as a page shows, and which is the first."""
    several = store.copies_of(document)
    others = [ref for ref in several if ref != document]
    lines = [store.listed(ref) for ref in others[:_LISTED]]
    return {"copies": lines, "more_copies": len(others) - len(lines), "first_copy": several[0]}


def _shown(reading: Reading, view: View, store: Store) -> dict[str, object]:
    """What the template is given."""
    cut = blocks(reading)
    pages = sheets(cut)
    number = sheet_of(pages, _start(reading, view))
    sheet = pages[number]
    here = [block for block in cut if sheet.start <= block.span.start < sheet.end]
    laid = _laid(reading, view, sheet)
    structure, title = reading.structure, _title(reading)
    rows = _rows(reading, here, laid, view.statement)
    head = next((r for r in rows if r.shape == "headline" and r.words == title), None)
    return {
        "view": view,
        "reading": reading,
        "document": reading.document,
        "structure": structure,
        "title": title,
        "head": head,
        "day": _dated(reading),
        "whose": {n: one.speaker or "nobody named" for n, one in enumerate(reading.statements, 1)},
        "rows": [row for row in rows if row is not head],
        "landing": next(
            (max(one.span.start, sheet.start) for one in laid if one.role is Role.AT), -1
        ),
        "sheet": sheet,
        "number": number + 1,
        "many": len(pages),
        "before": _page_link(view, pages, number - 1),
        "after": _page_link(view, pages, number + 1),
        "exchanges": _exchanges(reading, view, sheet),
        "facts": list(_facts(reading)),
        "downloads": downloads(reading),
        "citations": citations(_titled(reading, title)),
        "corrections": [_correction(one) for one in store.corrections(reading.document.id)],
        "line": store.listed(reading.document.id),
        **_copies(reading.document.id, store),
        "marks": MARKS,
    }


def _dated(reading: Reading) -> str:
    """The day of a document: a record's own, of a story when it was put out, if that is known."""
    event, out = reading.structure.dating, reading.structure.published
    first, second = (out, event) if reading.structure.kind is Kind.STORY else (event, out)
    return day_in_words(first) or day_in_words(second) or reading.document.published


def _title(reading: Reading) -> str:
    document = reading.document
    named = document.title or reading.structure.title
    known = " ".join((named or Path(document.provenance.path).name or document.id).split())
    return known if len(known) <= _TITLE else f"{known[:_TITLE]}…"


def _titled(reading: Reading, title: str) -> Reading:
    """A reading under the title that is shown."""
    return replace(reading, document=replace(reading.document, title=title))


def _start(reading: Reading, view: View) -> int:
    """Which place has to be on the page: the statement's, the first asked for, where it begins."""
    if view.start is not None:
        return view.start
    if view.statement:
        return reading.statements[view.statement - 1].attribution.content[0].start
    return view.at[0].start if view.at else 0


def _page_link(view: View, pages: Sequence[Span], number: int) -> str:
    if not 0 <= number < len(pages):
        return ""
    start = pages[number].start
    return view.link(from_=start, statement=None)


def _laid(reading: Reading, view: View, sheet: Span) -> list[Laid]:
    """What is marked on a page."""
    laid = lay(reading, at=view.at, within=sheet)
    shown = [one for one in laid if view.marks != "none" or one.role in _BARE]
    return [one for one in shown if one.span.meets(sheet)]


def _rows(
    reading: Reading, shown: Sequence[Block], laid: Sequence[Laid], chosen: int | None
) -> list[Row]:
    turns = {turn.number: turn for turn in reading.structure.turns}
    found: list[Row] = []
    before: int | None = None
    text = reading.document.text
    cut = segments(text, laid, [block.span for block in shown])
    for block, pieces in zip(shown, cut, strict=True):
        begins = block.turn is not None and block.turn != before
        turn = turns[block.turn] if begins and block.turn is not None else None
        goes_on = bool(turn and turn.spans and turn.spans[0].end <= block.span.start)
        panel = any(chosen in piece.ends for piece in pieces)
        found.append(Row(block, pieces, turn, goes_on, panel))
        before = block.turn if block.turn is not None else before
    return found


def _exchanges(reading: Reading, view: View, sheet: Span) -> list[tuple[str, str, str]]:
    """The questions of a page with who answers them: a link, their beginning, the names."""
    turns = {turn.number: turn for turn in reading.structure.turns}
    text = reading.document.text
    found = []
    for one in reading.structure.exchanges:
        spans = turns[one.question].spans
        if not spans or not sheet.holds(spans[0]):
            continue
        words = " ".join(" ".join(span.of(text) for span in spans).split())
        names = dict.fromkeys(turns[n].speaker or "nobody named" for n in one.answers)
        link = view.link(statement=None, to=f"turn-{one.question}")
        found.append((link, words[:140] + ("…" if len(words) > 140 else ""), ", ".join(names)))
    return found


def _facts(reading: Reading) -> Iterator[tuple[str, str]]:
    """What else is known of a document, by name."""
    document, structure = reading.document, reading.structure
    held = document.provenance
    yield "Kind", f"{structure.kind}: {structure.why}"
    yield from _day("Of the day", structure.dating)
    yield from _day("Published", structure.published)
    rest = {
        "Place": structure.place,
        "Publisher": document.publisher or structure.publisher,
        "Agency": structure.agency,
        "Author": document.author,
        "Language": document.language,
        "Editions": ", ".join(structure.editions),
        "Noted": ", ".join(structure.flags).replace("_", " "),
        "Statements found by": reading.engine,
        "Read from": f"{held.path} {held.record} (reader {held.reader} {held.reader_version})",
        "SHA-256": held.sha256,
        "Id": document.id,
    }
    yield from ((name, value) for name, value in rest.items() if value)


def _day(name: str, dating: Dating | None) -> Iterator[tuple[str, str]]:
    """A day with the words that it rests on and how it was reached."""
    if dating is None:
        return
    told = [f"{day_in_words(dating)} ({dating.edtf})", ground_in_words(dating) or dating.how]
    told += ["inferred, not stated"] if dating.inferred else []
    told += [f"counted from {dating.anchor}"] if dating.anchor else []
    yield name, "; ".join(filter(None, told))


def _correction(one: Correction) -> str:
    who = f" by {one.by}" if one.by else ""
    back = f"; taken back {one.taken_back}" if one.taken_back else ""
    return f"{one.field}: “{one.value}”, where “{one.previous}” stood{who}, {one.at}{back}"
