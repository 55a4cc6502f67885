"""How an utterance travelled, as programs are given it."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from onrecord.answers.findings import FindingAnswer, finding
from onrecord.answers.shapes import Place, Places, answer, place, places
from onrecord.model import Edit, Hop, Rendering, Utterance

if TYPE_CHECKING:
    from onrecord.tracing import Compared


@answer
class RenderingAnswer:
    """One document's version of an utterance."""

    document: str
    """The id of the document."""
    spans: Places
    """Where the words stand in its text: [start, end], code points, half-open."""
    words: str
    """The words, pieces joined by an ellipsis where something lies between them."""
    kind: str
    """What stands there: turn, quotation, paraphrase or prose."""
    against: str
    """record (a transcript) or report (a story)."""
    speaker: str
    """Who is said to have said it there, "" where nobody is named."""
    via: tuple[str, ...]
    """Who passes the words on there, outermost first."""
    outlet: str
    """Who put the document out."""
    date: str
    """Of a record its day, of a report when it was put out, in EDTF."""
    title: str
    """The document's title."""
    url: str
    """Its URL, "" where it has none."""
    flags: tuple[str, ...]
    """What has to be known of the passage: denied, hedged, retranslated and the like."""
    story: str
    """The id of the first of the documents that are copies of one story; "" where there is one."""


@answer
class ChangeAnswer:
    """One typed difference between two renderings: what became of the words at a hop."""

    kind: str
    """Its type, as of an edit in a finding."""
    to: str
    """The words of the rendering that the hop leads to."""
    origin: str
    """The words of the rendering that it comes from."""
    to_span: Place
    """Where they stand in the one document."""
    origin_span: Place
    """Where they stand in the other."""
    severity: str
    """What it does to the sense: kept, at_risk or reversed."""
    marked: bool
    """Whether it is marked, by brackets or an ellipsis."""


@answer
class HopAnswer:
    """How the words came to one rendering from another."""

    to: int
    """The number, in `renderings`, of the one that they came to."""
    origin: int | None
    """The number of the one that they came from; null where nothing held has them before."""
    named: str
    """Who is cited where the cited rendering is not held."""
    basis: tuple[str, ...]
    """What the link rests on, strongest first: cites, cites_elsewhere, same_error, repeated,
    earlier, same_words, unknown."""
    why: str
    """The same in one sentence."""
    directed: bool
    """Whether it is known which of the two had the words first."""
    copied: bool
    """Whether it is known to be a copy."""
    outcomes: tuple[str, ...]
    """What the changes make of the words, as a check would say it."""
    edits: tuple[ChangeAnswer, ...]
    """The changes that came in at this hop."""


@answer
class SourcesAnswer:
    """How many sources there are among the reports, copies aside."""

    least: int
    """Those shown not to come from each other."""
    most: int
    """Those not known to come from each other."""


@answer
class UtteranceAnswer:
    """The renderings of what was said once, and the hops between them."""

    id: str
    """Its number in the answer, "" where there is one alone."""
    record: int | None
    """The number of the record among the renderings; null where none is held."""
    sources: SourcesAnswer
    """How many independent sources there are."""
    renderings: tuple[RenderingAnswer, ...]
    """The record first, then reports by date."""
    hops: tuple[HopAnswer, ...]
    """How the words came to each rendering but the record."""
    again: tuple[RenderingAnswer, ...]
    """Other records with these words: another edition, or the same words said another time."""


@answer
class ComparedAnswer(FindingAnswer):
    """A quotation of a story, the finding against its sources, and the way its words took."""

    via: tuple[str, ...]
    """Who passes the words on in the story, outermost first."""
    place: int
    """The number of the story's own rendering within the utterance."""
    utterance: UtteranceAnswer
    """The renderings and the hops between them."""


def utterance(found: Utterance, *, id: str = "") -> UtteranceAnswer:
    """An utterance for programs; renderings are named by their number in `renderings`."""
    return UtteranceAnswer(
        id=id,
        record=found.record,
        sources=SourcesAnswer(least=found.least, most=found.most),
        renderings=tuple(_rendering(one) for one in found.renderings),
        hops=tuple(_hop(hop) for hop in found.hops),
        again=tuple(_rendering(one) for one in found.again),
    )


def compared(found: Compared, *, id: str = "") -> ComparedAnswer:
    """A quotation of a story that was set against its sources, for programs."""
    told = finding(found.finding, id=id, at=place(found.quotation))
    return ComparedAnswer(
        **{field.name: getattr(told, field.name) for field in fields(FindingAnswer)},
        via=found.statement.via,
        place=found.place,
        utterance=utterance(found.utterance),
    )


def _rendering(one: Rendering) -> RenderingAnswer:
    return RenderingAnswer(
        document=one.document,
        spans=places(one.spans),
        words=one.words,
        kind=one.passage.kind.value,
        against=one.passage.against.value,
        speaker=one.passage.speaker,
        via=one.passage.via,
        outlet=one.outlet,
        date=one.dated,
        title=one.title,
        url=one.url,
        flags=one.passage.flags,
        story=one.story,
    )


def _hop(hop: Hop) -> HopAnswer:
    return HopAnswer(
        to=hop.to,
        origin=hop.origin,
        named=hop.named,
        basis=tuple(basis.value for basis in hop.bases),
        why=hop.why,
        directed=hop.directed,
        copied=hop.copied,
        outcomes=tuple(outcome.value for outcome in hop.outcomes),
        edits=tuple(_change(edit) for edit in hop.edits),
    )


def _change(edit: Edit) -> ChangeAnswer:
    return ChangeAnswer(
        kind=edit.kind.value,
        to=edit.quote,
        origin=edit.record,
        to_span=place(edit.quote_span),
        origin_span=place(edit.record_span),
        severity=edit.severity.value,
        marked=edit.marked,
    )
