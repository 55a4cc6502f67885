"""The passages of a document that no store holds, as a store would give them."""

from __future__ import annotations

from onrecord.model import Reading
from onrecord.stores import Hit


def hits_of(reading: Reading, first: int = 0) -> list[Hit]:
    """The passages of a reading in order, numbered from `first`, with its day and publisher."""
    document, structure = reading.document, reading.structure
    day = structure.dating or structure.published
    return [
        Hit(
            number=first + position,
            passage=passage,
            dated=day.edtf if day and day.edtf else document.published,
            earliest=day.earliest if day else None,
            latest=day.latest if day else None,
            publisher=document.publisher or structure.publisher,
            url=document.url,
            language=document.language,
        )
        for position, passage in enumerate(reading.passages)
    ]
