"""A store to the utterances that its documents have in common, each with the way it took."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from onrecord.errors import InputError
from onrecord.languages import language
from onrecord.model import Against, Passage, PassageKind, Rendering, Span, Utterance
from onrecord.people import same_name
from onrecord.stores import Hit, Store
from onrecord.tracing.grouping import Group, Held, group
from onrecord.tracing.hops import trace
from onrecord.tracing.pairing import Hits
from onrecord.tracing.parting import ruled_apart
from onrecord.tracing.rendered import Imprints

ASKED = "\0"
"""The document of a passage that is asked for and not held."""


def renderings(
    store: Store,
    *,
    document: str = "",
    quote: str = "",
    progress: Callable[[int, int], None] | None = None,
) -> list[Utterance]:
    """The utterances that several documents render, each traced; by the day and place of the first.

    With `document` those alone that it renders, with `quote` those alone that have its words, even
    where one document only has them. Other words for the same are not found, only shared ones.
    `progress` is told how many documents of how many are read. `InputError` where the quotation has
    no word, `NotFoundError` where no held document answers.
    """
    wanted = store.find(document) if document else ""
    hits = list(_hits(store, progress))
    if quote:
        hits.append(asked(quote, len(hits)))
    common = language("en").wording.common
    alone = len(hits) - 1 if quote else -1
    groups = group(hits, common=common, alone=alone, apart=ruled_apart(store))
    imprints = Imprints.of_store(store)
    found = [
        utterance(one, hits, imprints)
        for one in groups
        if (not wanted or wanted in _documents(one, hits))
        and (not quote or ASKED in _documents(one, hits))
    ]
    least = 1 if quote else 2
    return sorted((u for u in found if held_in(u) >= least), key=order)


def held_in(one: Utterance) -> int:
    """In how many documents an utterance stands."""
    return len({r.document for r in one.renderings})


def _hits(store: Store, progress: Callable[[int, int], None] | None) -> Iterator[Hit]:
    documents = [line.id for line in store.documents()]
    for number, document in enumerate(documents, start=1):
        yield from store.passages_of(document)
        if progress:
            progress(number, len(documents))


def asked(quote: str, number: int) -> Hit:
    """A quotation as a passage of no document."""
    if not any(c.isalnum() for c in quote):
        raise InputError("there is no word in this quotation")
    whole = Span(0, len(quote))
    passage = Passage(ASKED, whole, quote, PassageKind.QUOTATION, Against.NOTHING)
    return Hit(number, passage, "", None, None, "", "", "")


def _documents(one: Group, hits: Sequence[Hit]) -> set[str]:
    return {hits[held.place].passage.document for held in (*one.members, *one.records)}


def utterance(one: Group, hits: Hits, imprints: Imprints) -> Utterance:
    """The utterance of a group, traced from its likeliest record."""
    members = list(_rendered(one.members, hits, imprints))
    records = list(_rendered(one.records, hits, imprints))
    shared = {r.document: held.shared for r, held in zip(records, one.records, strict=True)}
    records.sort(key=lambda r: _fitness(r, members, shared[r.document]))
    first = [r for r in records if not _too_late(r, members)][:1]
    return trace([*first, *members], again=[r for r in records if r not in first])


def _rendered(held: Iterable[Held], hits: Hits, imprints: Imprints) -> Iterator[Rendering]:
    for one in held:
        passage = hits[one.place].passage
        if passage.document != ASKED:
            yield imprints.rendering(passage, one.spans)


def _fitness(
    record: Rendering, members: Sequence[Rendering], shared: int
) -> tuple[int, bool, int, int, str]:
    """Sort key of records: by the speaker that reports name, in time, most words, near, by id."""
    named = [m.passage.speaker for m in members if m.passage.speaker]
    fits = sum(same_name(record.passage.speaker, name) for name in named)
    days = [_days(record, m) for m in members]
    known = [day for day in days if day is not None]
    late = any(day < -1 for day in known)
    return -fits, late, -shared, min(map(abs, known), default=0), record.document


def _too_late(record: Rendering, members: Sequence[Rendering]) -> bool:
    """Whether a record is of a later day than every report: the same words said again."""
    days = [
        (record.earliest - m.latest).days if record.earliest and m.latest else 0 for m in members
    ]
    return bool(days) and min(days) > 1


def _days(record: Rendering, report: Rendering) -> int | None:
    """How many days a report comes after the record at the least, None where that is open."""
    if not (record.latest and report.earliest):
        return None
    return (report.earliest - record.latest).days


def order(one: Utterance) -> tuple[date, str, int]:
    """Sort key of utterances: by the day and place of the first rendering."""
    first = one.renderings[0]
    return first.earliest or date.max, first.document, first.spans[0].start
