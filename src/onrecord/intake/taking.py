"""One input's bytes: its documents read, analysed and kept, one fault never losing the others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from onrecord.errors import OnrecordError, StoreError
from onrecord.intake.timing import TookTooLongError, allowed, in_time, too_long, within
from onrecord.model import Document, Failure, Reading
from onrecord.pipeline import read_document
from onrecord.readers import read
from onrecord.stores import Added, Store

MAX_SIZE = 50_000_000
Engine = tuple[str | None, str | Path | None]


@dataclass(frozen=True, slots=True)
class Taken:
    """A document that the store has now: its id there, what became of it, and its reading."""

    ref: str
    what: Added
    reading: Reading


def take_in(
    store: Store,
    raw: bytes,
    *,
    path: str = "",
    given: Mapping[str, str] | None = None,
    columns: Mapping[str, str] | None = None,
    max_size: int = MAX_SIZE,
    form: str = "",
    using: Engine = (None, None),
    extractor: str = "",
) -> Iterator[Taken | Failure]:
    """Read, analyse and keep each document in these bytes; a failure with its reason for the rest.

    `path`, `given`, `columns`, `max_size` and `form` are as in `readers.read`; `using` is the
    engine and the folder of its model, as `pipeline.read_document` takes them. A held page that
    another extractor read is read again where `extractor` names one. Each document is kept before
    the next is read, so whoever stops half-way keeps what was given out. A fault in one document is
    its own `Failure`, and so is one that takes too long where this runs in the main thread of its
    process; `StoreError` alone is raised, since the others would share it.
    """
    coming = read(
        raw,
        path=path,
        given=given,
        columns=columns,
        max_size=max_size,
        form=form,
        extractor=extractor,
    )
    for found in in_time(coming, path, allowed(len(raw))):
        if isinstance(found, Failure):
            yield found
        else:
            yield keep(store, found, raw, using, again=bool(extractor))


def keep(
    store: Store, document: Document, raw: bytes, using: Engine, *, again: bool = False
) -> Taken | Failure:
    """Analyse one document and keep it; with `again`, also where another reader's is held."""
    reading = analysed(document, using)
    if isinstance(reading, Failure):
        return reading
    try:
        return kept(store, reading, raw, again=again)
    except StoreError:
        raise
    except Exception as error:  # whatever it is, the batch goes on and says so
        return not_kept(document, error)


def analysed(
    document: Document, using: Engine, *, seconds: float | None = None
) -> Reading | Failure:
    """All that can be derived from a document; a fault of the analysis is a failure.

    So is that it takes longer than `seconds` of the processor, by default what its size allows.
    """
    engine, model = using
    most = allowed(len(document.text)) if seconds is None else seconds
    try:
        with within(most):
            return read_document(document, engine=engine, model=model)
    except TookTooLongError:
        return too_long(place_of(document), most)
    except Exception as error:
        return not_kept(document, error)


def kept(store: Store, reading: Reading, raw: bytes, *, again: bool = False) -> Taken:
    """Keep what was read, as `keep` does; raises whatever the store does."""
    ref, what = store.add(reading, raw)
    if what == Added.HELD:
        _bring_up_to_date(store, ref, reading, again=again)
    return Taken(ref, what, reading)


def not_kept(document: Document, error: Exception) -> Failure:
    """Why a document is not held, in one line."""
    if isinstance(error, OnrecordError):
        return Failure(place_of(document), str(error))
    if isinstance(error, UnicodeEncodeError):
        return Failure(place_of(document), "the text holds half of a surrogate pair")
    if isinstance(error, MemoryError):
        return Failure(place_of(document), "needs more memory than one document may have")
    words = " ".join(f"{type(error).__name__}: {error}".split())
    reason = f"could not be analysed, which is a fault of Onrecord: {words[:200]}"
    return Failure(place_of(document), reason)


def place_of(document: Document) -> str:
    """Where a document stands, in words: its file, and its place in that."""
    return " ".join(filter(None, [document.provenance.path, document.provenance.record]))


def _bring_up_to_date(store: Store, ref: str, fresh: Reading, *, again: bool) -> None:
    """Read a held document again where its statements are of a time before stances were told.

    With `again`, what another reader of the same format made of the bytes is replaced.
    """
    held = store.load(ref)
    before, now = held.document.provenance, fresh.document.provenance
    if again and before.reader != now.reader and before.sha256 == now.sha256:
        store.replace(_renamed(fresh, ref))
    elif any(statement.attribution.stance is None for statement in held.statements):
        store.replace(read_document(held.document))


def _renamed(reading: Reading, ref: str) -> Reading:
    """The reading under the id that its document has in the store."""
    return replace(
        reading,
        document=replace(reading.document, id=ref),
        statements=tuple(replace(one, document=ref) for one in reading.statements),
        passages=tuple(replace(one, document=ref) for one in reading.passages),
    )
