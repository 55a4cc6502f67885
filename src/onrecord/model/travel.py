"""How one utterance travelled: its renderings, and the hops from one to another."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from onrecord.model.documents import Spans
from onrecord.model.evidence import Against, Edit, Outcome, Passage, PassageKind


class Basis(StrEnum):
    """What it rests on that one rendering comes from another, strongest first.

    cites: it says so for these words; cites_elsewhere: its document says so for other words;
    same_error: both have a change that the record (where none is held, the earliest rendering)
    lacks; repeated: its own document has it in another place; earlier: the other has the same words
    and is earlier; same_words: the record has the same words, and no date tells which is earlier;
    unknown: nothing tells.
    """

    CITES = "cites"
    CITES_ELSEWHERE = "cites_elsewhere"
    SAME_ERROR = "same_error"
    REPEATED = "repeated"
    EARLIER = "earlier"
    SAME_WORDS = "same_words"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Rendering:
    """One document's version of an utterance: the words under `spans` of a passage.

    `outlet` is who put the document out, `credits` whom the document names anywhere as having
    passed words on. `dated` is EDTF, of the record its event, of a report when it was put out or,
    where that is unknown, the day it tells of; days left open are None and prove no order. `story`
    is the id of the first of the documents that are copies of one story, "" where there is one.
    """

    passage: Passage
    spans: Spans
    outlet: str = ""
    dated: str = ""
    earliest: date | None = None
    latest: date | None = None
    names: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()
    title: str = ""
    url: str = ""
    language: str = "en"
    story: str = ""

    @property
    def document(self) -> str:
        """The id of the document."""
        return self.passage.document

    @property
    def record(self) -> bool:
        """Whether it stands in the record as its speaker's own turn, not in a report or a quote."""
        held = self.passage.kind in (PassageKind.TURN, PassageKind.PROSE)
        return held and self.passage.against is Against.RECORD

    @property
    def marked(self) -> bool:
        """Whether the words stand as somebody's own: in a turn or in quotation marks."""
        return self.record or self.passage.kind is PassageKind.QUOTATION

    @property
    def words(self) -> str:
        """The words, pieces joined by an ellipsis where something lies between them."""
        by, text = self.passage.span.start, self.passage.text
        pieces = (text[span.start - by : span.end - by] for span in self.spans)
        return " … ".join(" ".join(piece.split()) for piece in pieces)


@dataclass(frozen=True, slots=True)
class Hop:
    """How words came to one rendering, `to`, from another, `origin`: numbers within the utterance.

    `origin` is None where nothing held has the words before. `named` is who is cited where the
    cited rendering is not held: the words passed there on their way from `origin`. `bases` is what
    the link rests on, strongest first, `why` says it in one sentence. `edits` came in at this hop:
    their quotation is the document of `to`, their record that of `origin`, spans in code points of
    either. `outcomes` is what they make of the words, as a check would say it. `directed` is False
    where it is not known which of the two had the words first.
    """

    to: int
    origin: int | None = None
    named: str = ""
    bases: tuple[Basis, ...] = (Basis.UNKNOWN,)
    why: str = ""
    edits: tuple[Edit, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    directed: bool = True

    @property
    def copied(self) -> bool:
        """Whether it is known to be a copy: it cites another, shares its error, or is repeated."""
        return self.bases[0] not in (Basis.EARLIER, Basis.SAME_WORDS, Basis.UNKNOWN)


@dataclass(frozen=True, slots=True)
class Utterance:
    """The renderings of what was said once, and a hop to each but the record.

    The record, where one is held, comes first (`record` is its number, 0, else None), then reports
    by date. `least` and `most` count the sources among the reports, copies aside: those shown not
    to come from each other, and those not known to. `again` are other records with these words:
    another edition, or the same words said another time.
    """

    renderings: tuple[Rendering, ...]
    hops: tuple[Hop, ...]
    record: int | None = None
    least: int = 0
    most: int = 0
    again: tuple[Rendering, ...] = ()

    def hop_to(self, number: int) -> Hop | None:
        """The hop by which the words came to a rendering; none leads to the record."""
        return next((hop for hop in self.hops if hop.to == number), None)

    def way_to(self, number: int) -> tuple[Hop, ...]:
        """The hops from a rendering back to where its words are first held, nearest first."""
        way: list[Hop] = []
        place: int | None = number
        while place is not None and (hop := self.hop_to(place)):
            way.append(hop)
            place = hop.origin
        return tuple(way)
