"""What a store does, whichever database is behind it."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import Protocol, Self

from onrecord.stores._copies import Copies
from onrecord.stores._corrections import Corrections
from onrecord.stores._documents import Documents
from onrecord.stores._journal import Journal
from onrecord.stores._passages import Passages
from onrecord.stores._rosters import Rosters
from onrecord.stores._ruled import Ruled
from onrecord.stores._searching import Searched
from onrecord.stores._statements import Statements
from onrecord.stores._visits import Visits


class Store(
    Documents,
    Copies,
    Corrections,
    Statements,
    Searched,
    Passages,
    Rosters,
    Ruled,
    Visits,
    Journal,
    Protocol,
):
    """Documents, what is derived from them, and what people corrected.

    References (`ref`) are a document's id, a prefix of it that fits one document only, its URL, its
    path or file name; `NotFoundError` and `AmbiguousError` say which of these failed. A document
    that was superseded answers to nothing but its full id; of one that was removed only this is
    known. Each method that writes does all of its work or none.
    """

    def stamp(self) -> str:
        """A word that is another one after anything was written, and in every other store.

        What was worked out of a store may be kept as long as its stamp is the same.
        """
        ...

    def waiting(self, seconds: float) -> AbstractContextManager[None]:
        """Within it a write waits so long for another writer, and then raises `StoreBusyError`."""
        ...

    def together(self) -> AbstractContextManager[None]:
        """Within it several writes are one: all of them are kept, or none."""
        ...

    def close(self) -> None:
        """Let the database go; a store is also a context manager."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(self, *_: object) -> None: ...
