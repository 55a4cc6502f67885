"""Documents and their passages as rows of one table, and back.

A document has a row of its own, at position -1, and one for each passage that can be matched.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from onrecord.exports.characters import whole
from onrecord.index import tokens
from onrecord.model import (
    Against,
    Document,
    Failure,
    Passage,
    PassageKind,
    Reading,
    Role,
    Span,
)
from onrecord.spark.reading import Row, Using, readings
from onrecord.stores import Hit
from onrecord.tracing.pairing import contains, quotes
from onrecord.tracing.rendered import Imprint, imprint
from onrecord.tracing.unheld import hits_of

if TYPE_CHECKING:
    import pyarrow as pa

QUOTES, CONTAINS = 1, 2
"""Bits of `side`: a rendering by itself; a longer text, of which a stretch is one."""
BITS = 24
"""Bits of a place that count the passages of one document; the others are the document's number."""
_HEAD = -1


def schema() -> pa.Schema:
    """The columns: of all rows, of documents, of passages."""
    import pyarrow as pa

    texts, several, day = pa.string(), pa.list_(pa.string()), pa.date32()
    return pa.schema(
        [
            *((name, texts) for name in ("document", "failure", "digest")),
            ("position", pa.int64()),
            *((name, texts) for name in ("dated", "outlet", "day", "title", "url", "written")),
            *((name, several) for name in ("names", "credits")),
            *((name, day) for name in ("first", "last")),
            ("held", pa.int64()),
            *((name, texts) for name in ("text", "kind", "against", "speaker", "role")),
            *((name, texts) for name in ("publisher", "language")),
            *((name, several) for name in ("via", "flags")),
            *((name, day) for name in ("earliest", "latest")),
            *((name, pa.int64()) for name in ("start", "end", "turn", "side")),
            ("words", pa.binary()),
        ]
    )


HEADING = ("outlet", "day", "title", "url", "written", "names", "credits", "first", "last")
"""The columns that an imprint is made of."""
LIGHT = ("kind", "against", "speaker", "publisher", "earliest", "latest", "side", "words")
"""The columns by which two passages are compared, their words hashed."""
FULL = (
    *("document", "start", "end", "text", "kind", "against", "speaker", "role", "turn"),
    *("via", "flags", "publisher", "language", "earliest", "latest"),
)
"""The columns that a hit is made of."""


def held_rows(batches: Iterable[pa.RecordBatch], *, using: Using) -> Iterator[dict[str, Any]]:
    """The rows of all documents in these batches."""
    for batch in batches:
        for at in range(batch.num_rows):
            (row,) = batch.slice(at, 1).to_pylist()
            yield from rows_of(row, using)


def rows_of(row: Row, using: Using) -> Iterator[dict[str, Any]]:
    """The rows of a row's documents; of one that fails its own, with the reason."""
    for found in readings(row, using):
        if isinstance(found, Failure):
            yield {"document": found.path, "failure": found.reason, "position": _HEAD}
        else:
            yield from _rows(found)


def _rows(reading: Reading) -> Iterator[dict[str, Any]]:
    hits = hits_of(reading)
    common = {"document": reading.document.id, "digest": digest_of(reading.document)}
    own = imprint(reading)
    yield {
        **common,
        "position": _HEAD,
        "dated": hits[0].dated if hits else "",
        "outlet": whole(own.outlet),
        "day": own.dated,
        "title": whole(own.title),
        "url": whole(own.url),
        "written": own.language,
        "names": [whole(name) for name in own.names],
        "credits": [whole(name) for name in own.credits],
        "first": own.earliest,
        "last": own.latest,
        "held": len(hits),
    }
    hashes, sizes = tokens.many_word_hashes([hit.passage.text for hit in hits])
    at = 0
    for hit, size in zip(hits, sizes.tolist(), strict=True):
        side = QUOTES * quotes(hit) | CONTAINS * contains(hit, size)
        if side:
            yield {
                **common,
                **_passage(hit),
                "side": side,
                "words": hashes[at : at + size].tobytes(),
            }
        at += size


def _passage(hit: Hit) -> dict[str, Any]:
    passage = hit.passage
    return {
        "position": hit.number,
        "start": passage.span.start,
        "end": passage.span.end,
        "text": whole(passage.text),
        "kind": passage.kind.value,
        "against": passage.against.value,
        "speaker": whole(passage.speaker),
        "role": passage.role.value if passage.role else "",
        "turn": passage.turn,
        "via": [whole(name) for name in passage.via],
        "flags": list(passage.flags),
        "publisher": whole(hit.publisher),
        "language": hit.language,
        "earliest": hit.earliest,
        "latest": hit.latest,
    }


def digest_of(document: Document) -> str:
    """What tells two documents of one id apart: the SHA-256 of their text and all known of them."""
    told = (
        *(document.text, document.title, document.url, document.published, document.publisher),
        *(document.author, document.language, document.kind or "", document.speaker),
    )
    return hashlib.sha256("\0".join(told).encode("utf-8", "replace")).hexdigest()


def hit_of(row: Row, place: int) -> Hit:
    """The passage of a row with its document's day and publisher; what a row lacks is left open."""
    passage = Passage(
        row.get("document") or "",
        Span(row.get("start") or 0, row.get("end") or 0),
        row.get("text") or "",
        PassageKind(row["kind"]),
        Against(row["against"]),
        row["speaker"],
        Role(row["role"]) if row.get("role") else None,
        row.get("turn"),
        tuple(row.get("via") or ()),
        tuple(row.get("flags") or ()),
    )
    return Hit(
        place,
        passage,
        "",
        row["earliest"],
        row["latest"],
        row["publisher"],
        "",
        row.get("language") or "",
    )


def imprint_of(row: Row) -> Imprint:
    """What a row says of its document."""
    return Imprint(
        row["outlet"],
        tuple(row["names"]),
        tuple(row["credits"]),
        row["day"],
        row["first"],
        row["last"],
        row["title"],
        row["url"],
        row["written"],
    )
