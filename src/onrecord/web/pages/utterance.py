"""Utterance: what documents have of the same words, as a chain from record to copies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from onrecord.answers.wording import FLAGS
from onrecord.errors import InputError
from onrecord.exports.changes import Piece, State, rendered, shortened
from onrecord.exports.charts import draw_chain
from onrecord.exports.charts.chain import BASES
from onrecord.exports.days import day_in_words
from onrecord.exports.markup import Markup
from onrecord.model import Dating, Hop, Rendering, Span, Utterance
from onrecord.people import same_name
from onrecord.stores import Store
from onrecord.tracing import renderings_of
from onrecord.web.places import places
from onrecord.web.pool import Held
from onrecord.web.templating import page

router = APIRouter()
_LONGEST = 5_000
"""Characters of a quotation that is looked up."""
_DRAWN = 40
"""Renderings of an utterance that are drawn; the table has all."""
_WIDE, _NARROW = 760.0, 340.0
NOTED = {
    **FLAGS,
    "retranslated": "a translation of what was said",
    "interpreted": "said through an interpreter",
    "group": "said by several people or a group",
}
"""What has to be known of a rendering, for people."""


@dataclass(frozen=True, slots=True)
class Line:
    """A rendering as the page shows it, numbered from 1: its words beside those it came from."""

    number: int
    rendering: Rendering
    hop: Hop | None
    day: str
    pieces: tuple[Piece, ...]
    origin: Rendering | None

    @property
    def name(self) -> str:
        """What its document is called: its outlet, else its title, else its id."""
        one = self.rendering
        return one.outlet or one.title or one.document

    @property
    def before(self) -> tuple[Piece, ...]:
        """The words that it came from, what was taken away marked."""
        return tuple(piece for piece in self.pieces if piece.state is not State.COME)

    @property
    def after(self) -> tuple[Piece, ...]:
        """Its own words, what came in marked."""
        return tuple(piece for piece in self.pieces if piece.state is not State.GONE)

    @property
    def changed(self) -> bool:
        """Whether anything came in at its hop that can be shown in its words."""
        return any(piece.state is not State.KEPT for piece in self.pieces)

    @property
    def noted(self) -> str:
        """What has to be known of it besides, in words."""
        flags = self.rendering.passage.flags
        return "; ".join(NOTED[flag] for flag in flags if flag in NOTED)

    @property
    def bases(self) -> str:
        """What the link rests on, in a few words."""
        return "; ".join(BASES[basis] for basis in self.hop.bases) if self.hop else ""


@dataclass(frozen=True, slots=True)
class Chain:
    """An utterance as the page shows it."""

    number: int
    found: Utterance
    lines: tuple[Line, ...]
    wide: Markup
    narrow: Markup
    again: tuple[Line, ...]

    @property
    def speaker(self) -> str:
        """Who says it, by the first rendering."""
        return self.found.renderings[0].passage.speaker

    @property
    def words(self) -> str:
        """The words of the first rendering."""
        return self.found.renderings[0].words

    @property
    def documents(self) -> int:
        """In how many documents it stands."""
        return len({one.document for one in self.found.renderings})

    @property
    def sources(self) -> str:
        """How many of the reports are sources of their own, in a sentence."""
        one = self.found
        reports = len({r.document for r in one.renderings if not r.record})
        if not reports:
            return "No report held has it."
        told = f"{reports} report{'' if reports == 1 else 's'}"
        many = str(one.least) if one.least == one.most else f"{one.least} to {one.most}"
        return f"{told}, {many} of them independent as far as the documents held can tell."


@router.get("/utterance")
def show_utterance(
    request: Request,
    store: Held,
    *,
    at: str = "",
    quote: Annotated[str, Query(max_length=_LONGEST)] = "",
    speaker: str = "",
) -> Response:
    """The utterances that have the words of a quotation, or of a place: DOCUMENT@START-END."""
    problem, chains = "", []
    try:
        chains = _chains(_found(store, at.strip(), quote.strip()), speaker.strip())
    except InputError as error:
        problem = str(error)
    given = {"at": at, "quote": quote, "speaker": speaker}
    made = page(request, "utterance.html", chains=chains, problem=problem, **given)
    made.status_code = 400 if problem else 200
    return made


def _found(store: Store, at: str, quote: str) -> list[Utterance]:
    if not at:
        return renderings_of(store, quote=quote) if quote else []
    document, _, where = at.rpartition("@")
    spans = places([where])
    if not document or not spans:
        raise InputError(f"a place is DOCUMENT@START-END, not {at!r}")
    hull = Span(min(s.start for s in spans), max(s.end for s in spans))
    return renderings_of(store, document=document, span=hull)


def _chains(found: Sequence[Utterance], speaker: str) -> list[Chain]:
    """The utterances, those first in which the speaker asked for has the words."""

    def others(one: Utterance) -> bool:
        return not any(same_name(speaker, r.passage.speaker) for r in one.renderings)

    ordered = sorted(found, key=others) if speaker else found
    return [_chain(number, one) for number, one in enumerate(ordered, start=1)]


def _chain(number: int, one: Utterance) -> Chain:
    drawn = _first(one)
    title = f"Chain {number}: how the words travelled"
    described = "Each rendering under the one that it has its words from; the table has the same."
    lines = tuple(_line(n, r, one) for n, r in enumerate(one.renderings))
    again = tuple(Line(n, r, None, _day(r), _own(r), None) for n, r in enumerate(one.again, 1))
    return Chain(
        number,
        one,
        lines,
        draw_chain(drawn, title=title, described=described, wide=_WIDE),
        draw_chain(drawn, title=f"{title}, narrow", described=described, wide=_NARROW),
        again,
    )


def _first(one: Utterance) -> Utterance:
    """The utterance with as many renderings as can be drawn, none without what it comes from."""
    if len(one.renderings) <= _DRAWN:
        return one
    kept = tuple(hop for hop in one.hops if hop.to < _DRAWN and (hop.origin or 0) < _DRAWN)
    return Utterance(one.renderings[:_DRAWN], kept, one.record, one.least, one.most)


def _line(number: int, one: Rendering, of: Utterance) -> Line:
    hop = of.hop_to(number)
    origin = of.renderings[hop.origin] if hop and hop.origin is not None else None
    return Line(number + 1, one, hop, _day(one), rendered(one, hop), origin)


def _day(one: Rendering) -> str:
    return day_in_words(Dating(one.dated, one.earliest, one.latest)) if one.dated else "no date"


def _own(one: Rendering) -> tuple[Piece, ...]:
    return shortened((Piece(State.KEPT, one.words),))
