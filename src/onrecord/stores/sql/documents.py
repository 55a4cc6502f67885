"""The part of a store that keeps documents: see `Documents`."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from onrecord.model import Reading
from onrecord.stores._documents import Added, Choice, DocumentKey, Listed, Shelf
from onrecord.stores.sql.adding import add_reading, remove_document, replace_derived
from onrecord.stores.sql.amending import held_as
from onrecord.stores.sql.choosing import LINES, choose_documents, count_documents
from onrecord.stores.sql.listing import list_documents, list_publishers
from onrecord.stores.sql.loading import load_reading, to_listed
from onrecord.stores.sql.paging import page_documents
from onrecord.stores.sql.references import number_of
from onrecord.stores.sql.session import Session


class SqlDocuments(Session):
    """The `Documents` protocol in SQL."""

    def add(self, reading: Reading, raw: bytes) -> tuple[str, Added]:
        """Keep a document: its id and whether it is new, was held, or is a newer version."""
        with self._writing():
            return add_reading(self._connection, reading, raw)

    def replace(self, reading: Reading) -> None:
        """Put what was derived afresh in the place of what was derived before."""
        with self._writing():
            number = number_of(self._connection, reading.document.id)
            replace_derived(self._connection, number, reading)

    def find(self, ref: str) -> str:
        """The id of the document that answers to `ref`."""
        with self._connection.told():
            row = self._connection.execute(
                "SELECT id FROM documents WHERE number = ?", (number_of(self._connection, ref),)
            ).fetchone()
            return str(row["id"])

    def load(self, ref: str) -> Reading:
        """A held document and what is derived from it, corrections and rulings laid over."""
        with self._reading():
            return load_reading(self._connection, number_of(self._connection, ref))

    def raw(self, ref: str) -> bytes:
        """The bytes as they were read."""
        with self._reading():
            row = self._connection.execute(
                "SELECT zlib FROM raws JOIN documents d ON d.raw = raws.sha256 WHERE d.number = ?",
                (number_of(self._connection, ref),),
            ).fetchone()
            return zlib.decompress(row["zlib"])

    def text(self, ref: str) -> str:
        """The text of a document."""
        with self._reading():
            row = self._connection.execute(
                "SELECT text FROM documents WHERE number = ?", (number_of(self._connection, ref),)
            ).fetchone()
            return str(row["text"])

    def held_as(self, document: str, sha256: str = "") -> str:
        """As which document in use one is held now: itself, or the newest version of it."""
        with self._reading():
            return held_as(self._connection, document, sha256)

    def remove(self, ref: str) -> str:
        """Take a document out with all that is derived from it, and say its id."""
        with self._writing():
            return remove_document(self._connection, number_of(self._connection, ref))

    def listed(self, ref: str) -> Listed:
        """The line of one document, which may be a superseded one."""
        with self._reading():
            row = self._connection.execute(
                f"{LINES} WHERE l.number = ?", (number_of(self._connection, ref),)
            ).fetchone()
            return to_listed(row)

    def documents(self) -> Iterator[Listed]:
        """The documents held, in order of date, then id."""
        with self._connection.told():
            yield from list_documents(self._connection)

    def how_many(self) -> int:
        """How many documents are held."""
        with self._reading():
            return count_documents(self._connection)

    def shelf(
        self, choice: Choice, *, first: int = 0, limit: int = 50, newest: bool = True
    ) -> Shelf:
        """The documents chosen from place `first` on, by date, then id; those without one last."""
        with self._reading():
            return choose_documents(self._connection, choice, (first, limit), newest=newest)

    def documents_after(self, after: DocumentKey | None, *, limit: int) -> list[Listed]:
        """The first documents held behind a key, in the order of `documents`; None is the start."""
        with self._reading():
            return page_documents(self._connection, after, limit)

    def publishers(self) -> list[str]:
        """The publishers of the documents held, each once, in alphabetical order."""
        with self._connection.told():
            return list_publishers(self._connection)
