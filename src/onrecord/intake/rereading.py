"""A held document read again, where what was derived from it is damaged."""

from __future__ import annotations

from dataclasses import replace

from onrecord.errors import OnrecordError
from onrecord.model import Document, Reading
from onrecord.pipeline import read_document
from onrecord.readers import read
from onrecord.stores import Damaged


def read_again(damaged: Damaged) -> Reading | None:
    """What is derived from a document, worked out afresh; None where it cannot be.

    By its stored text where that is sound, else by its raw bytes, with the metadata that is held
    of it; by the engine that read it, where that is here.
    """
    document = damaged.document or _from_bytes(damaged)
    if document is None:
        return None
    engine = damaged.engine.partition(" ")[0] or None
    try:
        return read_document(document, engine=engine)
    except OnrecordError:
        return read_document(document)


def _from_bytes(damaged: Damaged) -> Document | None:
    """The document of the same place in its file."""
    size = len(damaged.raw)
    for found in read(damaged.raw, path=damaged.path, given=damaged.given, max_size=size):
        if isinstance(found, Document) and found.provenance.record == damaged.record:
            return replace(found, id=damaged.id)
    return None
