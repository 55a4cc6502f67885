"""What becomes of somebody's quotations when they are held against the other documents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from onrecord.checking import check, quoted
from onrecord.portraits._portrait import Quoted
from onrecord.portraits.counting import newest_first
from onrecord.stores import Store, Tally

_RECORD = "transcript"


def held_up(
    store: Store, names: tuple[str, ...], tallies: Sequence[Tally], *, limit: int = 12
) -> list[Quoted]:
    """The newest quotations under these names in reports, each with its finding.

    At most `limit` are checked, which takes some hundredths of a second each. The document that a
    quotation stands in is left out of its check, as everywhere.
    """
    return list(islice(_found(store, names, tallies), limit))


def _found(store: Store, names: tuple[str, ...], tallies: Sequence[Tally]) -> Iterator[Quoted]:
    reports = [one for one in newest_first(tallies) if one.direct and one.kind != _RECORD]
    for document in dict.fromkeys(one.document for one in reports):
        reading = store.load(document)
        text, day = reading.document.text, reading.structure.dating or reading.structure.published
        theirs = [one for one in reading.statements if one.speaker in names]
        for span, statement in quoted(text, theirs, reading.document.language or "en"):
            finding = check(
                span.of(text),
                store,
                speaker=statement.speaker,
                date=day.edtf if day else reading.document.published,
                leave_out=document,
            )
            yield Quoted(document, span, finding, reading.document.title or reading.structure.title)
