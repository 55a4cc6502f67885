"""A story against its sources, quotation by quotation."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from onrecord.checking import check, quoted
from onrecord.errors import InputError
from onrecord.model import (
    Against,
    Finding,
    Outcome,
    Passage,
    PassageKind,
    Reading,
    Rendering,
    Span,
    Statement,
    Utterance,
)
from onrecord.stores import Store
from onrecord.tracing.hops import trace
from onrecord.tracing.rendered import Imprints

_REPORTERS = frozenset({PassageKind.PARAPHRASE, PassageKind.PROSE})


class Compared(NamedTuple):
    """A quotation of the story, the finding against its sources, and the way its words took.

    `place` is the number of the story's own rendering within the utterance.
    """

    quotation: Span
    statement: Statement
    finding: Finding
    utterance: Utterance
    place: int


class Comparison(NamedTuple):
    """A story set against its sources, their ids as they are held."""

    story: Reading
    sources: tuple[str, ...]
    quotations: tuple[Compared, ...]


def compare(story: str, sources: Sequence[str], store: Store) -> Comparison:
    """Each quotation of a held story with what these documents alone have of it, hop by hop.

    Other documents held are not looked at. `NotFoundError` where a reference answers to nothing,
    `InputError` where no source is given or the story is its own.
    """
    reading = store.load(story)
    held = tuple(dict.fromkeys(store.find(ref) for ref in sources))
    if not held:
        raise InputError("a story is compared with at least one other document")
    if reading.document.id in held:
        raise InputError("a story is no source of itself")
    imprints = Imprints.of_store(store)
    passages = {document: _passages(document, store) for document in held}
    places = quoted(reading.document.text, reading.statements, reading.document.language or "en")
    return Comparison(
        reading,
        held,
        tuple(
            _compared(span, statement, reading, (store, imprints, passages))
            for span, statement in places
        ),
    )


_Sources = tuple[Store, Imprints, dict[str, list[Passage]]]


def _passages(document: str, store: Store) -> list[Passage]:
    return [hit.passage for hit in store.passages_of(document)]


def _compared(span: Span, statement: Statement, reading: Reading, sources: _Sources) -> Compared:
    store, imprints, passages = sources
    quote = span.of(reading.document.text)
    day = reading.structure.dating or reading.structure.published
    findings = [
        check(
            quote,
            store,
            speaker=statement.speaker,
            date=day.edtf if day else reading.document.published,
            document=document,
        )
        for document in passages
    ]
    own = imprints.rendering(_own(span, statement, reading), (_inner(span, quote),))
    with_words = [f for f in findings if f.document and f.outcome is not Outcome.PARAPHRASE]
    others = [imprints.rendering(*_passage(f, passages[f.document])) for f in with_words]
    utterance = trace(_one_record([own, *others]))
    return Compared(
        span, statement, _chosen(findings, utterance), utterance, utterance.renderings.index(own)
    )


def _own(span: Span, statement: Statement, reading: Reading) -> Passage:
    """The quotation as a passage of its story."""
    return Passage(
        reading.document.id,
        span,
        span.of(reading.document.text),
        PassageKind.QUOTATION,
        Against.REPORT,
        statement.speaker,
        turn=statement.turn,
        via=statement.via,
    )


def _inner(span: Span, quote: str) -> Span:
    """The span without the white space and the comma at its ends."""
    start = len(quote) - len(quote.lstrip())
    return Span(span.start + start, span.start + max(start, len(quote.rstrip().rstrip(","))))


def _passage(finding: Finding, passages: Sequence[Passage]) -> tuple[Passage, tuple[Span, ...]]:
    """The passage that a finding is held against: of several at its place the kind that it says."""
    reporters = Outcome.PROMOTED in (finding.outcome, *finding.also)
    first = finding.spans[0]

    def misfit(passage: Passage) -> tuple[bool, bool, bool, int]:
        other = passage.span != finding.context
        kind = (passage.kind in _REPORTERS) != reporters and passage.against is Against.REPORT
        return other, kind, passage.speaker != finding.speaker, len(passage.span)

    found = min((p for p in passages if p.span.holds(first)), key=misfit)
    return found, tuple(span for span in finding.spans if found.span.holds(span))


def _one_record(renderings: list[Rendering]) -> list[Rendering]:
    """The renderings with one record at most: of several the one that has most of the words."""
    records = [r for r in renderings if r.record]
    best = max(records, key=lambda r: sum(map(len, r.spans)), default=None)
    return [r for r in renderings if not r.record or r is best]


def _chosen(findings: Sequence[Finding], utterance: Utterance) -> Finding:
    """The finding that answers: against the record, else against the first rendering held.

    Where no source has the words, that a record lacks them says more than that none is held.
    """
    first = utterance.renderings[0].document
    order = {first: 0} | {r.document: n for n, r in enumerate(utterance.renderings, start=1)}
    held = [f for f in findings if f.document in order]
    if held:
        return min(held, key=lambda f: order[f.document])
    likely = (Outcome.PARAPHRASE, Outcome.NOT_IN_RECORD)
    return min(findings, key=lambda f: likely.index(f.outcome) if f.outcome in likely else 9)
