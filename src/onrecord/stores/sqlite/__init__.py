"""A store in one SQLite file: write-ahead log, foreign keys, full-text search by FTS5.

    opening           connection.py, migrations/
    writing           adding.py (what becomes of a document), correcting.py, amending.py (lines),
                      writing.py (rows)
    reading           references.py, loading.py, listing.py (statements), paging.py (by keys),
                      choosing.py (documents by what they are, counted),
                      looking.py (passages), tallying.py (who has how much)
    full-text search  matching.py (queries, best first), ranking.py (with filters and counts)
    rulings           ruled.py (the methods), ruling.py (kept, taken back), overlaying.py (laid over
                      what the tables hold), doubting.py (what to look at), rulings_rows.py
    who is who        rostering.py: imported rosters, verdicts
    the web           visiting.py: pages and feeds that were asked for
    finding passages  indexing.py keeps the index beside the file in step with it
    both ways         rows.py (the model as columns)

A document that was superseded keeps all that is derived from it and is in no search.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Self

from onrecord.errors import ReadError
from onrecord.index import PassageIndex, Place, open_index
from onrecord.model import Amendment, Imported, PassageKind, Proof, Reading, Roster, Spans
from onrecord.stores._store import (
    Added,
    Amending,
    Choice,
    Correction,
    DocumentKey,
    Found,
    Hit,
    KeptRoster,
    Listed,
    Met,
    Order,
    Ranked,
    Recorded,
    Shelf,
    Sought,
    StatementKey,
    Tally,
    Unit,
    Verdict,
    Voice,
    Wanted,
)
from onrecord.stores._visits import FeedState, SeenEntry, Visit
from onrecord.stores.sqlite.adding import add_reading, remove_document, replace_derived
from onrecord.stores.sqlite.amending import (
    held_as,
    keep_amendment,
    list_amendments,
    take_back,
)
from onrecord.stores.sqlite.choosing import choose_documents, count_documents
from onrecord.stores.sqlite.connection import connect, told
from onrecord.stores.sqlite.correcting import correct_field, take_back_field
from onrecord.stores.sqlite.indexing import Progress, beside, bring_up_to_date, make_anew
from onrecord.stores.sqlite.listing import (
    list_documents,
    list_flags,
    list_publishers,
    list_records,
    list_speakers,
    list_statements,
)
from onrecord.stores.sqlite.loading import load_reading, to_correction, to_listed
from onrecord.stores.sqlite.looking import Headings, find_passages, find_passages_of
from onrecord.stores.sqlite.matching import find_matches, search_statements
from onrecord.stores.sqlite.paging import page_documents, page_statements
from onrecord.stores.sqlite.ranking import find_statements, rank
from onrecord.stores.sqlite.references import number_of
from onrecord.stores.sqlite.rostering import (
    add_verdict,
    drop_roster,
    keep_roster,
    list_rosters,
    list_verdicts,
    load_rosters,
    take_back_verdict,
)
from onrecord.stores.sqlite.ruled import SqliteRuled
from onrecord.stores.sqlite.tallying import list_met, list_tally, list_voices
from onrecord.stores.sqlite.visiting import (
    keep_feed,
    keep_seen,
    keep_visit,
    load_feed,
    load_seen,
    load_visit,
)

__all__ = ["SqliteStore"]

_State = tuple[int, int]
_REMEMBERED = 1_000
"""Spans of days whose records are kept in memory."""


class SqliteStore(SqliteRuled):
    """The `Store` protocol over one SQLite file, for one thread at a time; others have theirs."""

    def __init__(self, path: Path, *, create: bool = True, wait: float = 10.0) -> None:
        self._path = path
        self._connection = connect(path, create=create, wait=wait)
        self._index: PassageIndex | None = None
        self._indexed: _State | None = None
        # Every check asks for these; they are read again only when something changed.
        self._headings = Headings(self._connection)
        self._records: dict[tuple[date | None, date | None], list[Recorded]] = {}
        self._read: _State | None = None

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
        with told(self._path):
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

    def correct(self, ref: str, field: str, value: str, *, by: str = "") -> None:
        """Lay a correction of one metadata field over a document; the original stands."""
        with self._writing():
            correct_field(self._connection, number_of(self._connection, ref), (field, value), by)

    def take_back(self, ref: str, field: str) -> None:
        """Take back the correction of a field that is in force."""
        with self._writing():
            take_back_field(self._connection, number_of(self._connection, ref), field)

    def corrections(self, ref: str) -> list[Correction]:
        """What people corrected of a document, oldest first, with what was taken back."""
        with self._reading():
            rows = self._connection.execute(
                "SELECT * FROM corrections WHERE document = ? ORDER BY number",
                (number_of(self._connection, ref),),
            )
            return [to_correction(row) for row in rows]

    def amend(self, amendment: Amendment) -> Amending:
        """Keep a person's correction of a line of a process; the same one twice is one."""
        with self._writing():
            return keep_amendment(self._connection, amendment)

    def amendments(self, process: str = "") -> list[Amendment]:
        """The amendments of a process ("" of all), in the order of their times."""
        with told(self._path):
            return list_amendments(self._connection, process)

    def take_back_amendment(self, ref: str) -> Amendment:
        """Take back an amendment by its id, or a prefix of it that fits one only."""
        with self._writing():
            return take_back(self._connection, ref)

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
                "SELECT * FROM listed WHERE number = ?", (number_of(self._connection, ref),)
            ).fetchone()
            return to_listed(row)

    def documents(self) -> Iterator[Listed]:
        """The documents held, in order of date, then id."""
        with told(self._path):
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

    def speakers(self, unit: Unit = Unit.STATEMENT) -> list[str]:
        """The names that statements, or passages, are given to, each once, in order."""
        with told(self._path):
            return list_speakers(self._connection, unit)

    def voices(self) -> list[Voice]:
        """The names that statements or turns are given to, those with most of both first."""
        with self._reading():
            return list_voices(self._connection)

    def tally(self, speakers: Iterable[str], *, about: Sought | None = None) -> list[Tally]:
        """What each document has of somebody under these names, by date, then id."""
        with self._reading():
            return list_tally(self._connection, speakers, about)

    def met(self, speakers: Iterable[str], *, limit: int = 50) -> list[Met]:
        """Who else speaks in the exchanges of somebody under these names, most exchanges first."""
        with self._reading():
            return list_met(self._connection, frozenset(speakers))[:limit]

    def statements(self, wanted: Wanted) -> Iterator[Found]:
        """The statements that pass the filters, in order of document and place."""
        with told(self._path):
            yield from list_statements(self._connection, wanted)

    def documents_after(self, after: DocumentKey | None, *, limit: int) -> list[Listed]:
        """The first documents held behind a key, in the order of `documents`; None is the start."""
        with self._reading():
            return page_documents(self._connection, after, limit)

    def statements_after(
        self, wanted: Wanted, after: StatementKey | None, *, limit: int
    ) -> list[Found]:
        """The first statements behind a key that pass the filters, in the order of `statements`."""
        with self._reading():
            return page_statements(self._connection, wanted, after, limit)

    def search(self, sought: Sought, *, limit: int = 20) -> list[Found]:
        """Statements whose words answer to a full-text query, best first."""
        with told(self._path):
            return search_statements(self._connection, sought, limit)

    def ranked(
        self,
        sought: Sought,
        wanted: Wanted,
        *,
        unit: Unit = Unit.STATEMENT,
        order: Order = Order.BEST,
        until: int = 0,
        most: int = 10_000,
    ) -> Ranked:
        """All statements or passages that answer to a query and pass the filters, in order."""
        with self._reading():
            return rank(self._connection, sought, wanted, (unit, order, until, most))

    def matched(
        self, sought: Sought, numbers: Iterable[int], *, unit: Unit = Unit.STATEMENT
    ) -> dict[int, Spans]:
        """Where the words of a query stand in what these statements or passages say."""
        with self._reading():
            return find_matches(self._connection, sought, numbers, unit)

    def found(self, numbers: Iterable[int]) -> list[Found]:
        """The statements of these numbers, in the order given; those not held are left out."""
        with self._reading():
            return find_statements(self._connection, numbers)

    def text(self, ref: str) -> str:
        """The text of a document."""
        with self._reading():
            row = self._connection.execute(
                "SELECT text FROM documents WHERE number = ?", (number_of(self._connection, ref),)
            ).fetchone()
            return str(row["text"])

    def publishers(self) -> list[str]:
        """The publishers of the documents held, each once, in alphabetical order."""
        with told(self._path):
            return list_publishers(self._connection)

    def stamp(self) -> str:
        """A word that is another one after anything was written, and in every other store."""
        with told(self._path):
            return str(self._connection.execute("SELECT stamp FROM numbered").fetchone()[0])

    def places(self, quote: str, *, limit: int = 40, at_first: bool = False) -> list[Place]:
        """Where words like those of `quote` stand in passages, by coverage, most first."""
        return self._up_to_date().find(quote, limit=limit, at_first=at_first)

    def prove(self, quote: str, *, within: int) -> Proof:
        """Whether any stretch of the words searched comes within so many word edits of `quote`."""
        return self._up_to_date().prove(quote, within=within)

    def counts(self, text: str) -> list[int]:
        """How often each word of `text` stands in all passages, at the most."""
        return self._up_to_date().counts(text)

    def similar(self, terms: Iterable[str], *, limit: int = 50) -> list[int]:
        """Passage numbers that share words with `terms`, best first."""
        return self._up_to_date().similar(terms, limit=limit)

    def reindex(self, *, anew: bool = False, progress: Progress | None = None) -> None:
        """Bring the passage index up to date, or make it anew."""
        if anew:
            self._index = None
            with told(self._path):
                make_anew(self._connection, beside(self._path), progress)
        self._up_to_date(progress)

    def indexed(self) -> tuple[int, int]:
        """How many passages, and how many words of them, can be found."""
        index = self._up_to_date()
        return index.passages, index.words

    def passages(self, numbers: Iterable[int]) -> list[Hit]:
        """The passages of these numbers."""
        with self._reading():
            return find_passages(self._connection, self._fresh_headings(), numbers)

    def passages_of(self, document: str, kinds: Iterable[PassageKind] = ()) -> list[Hit]:
        """All passages of a document in order, of these kinds or of every kind."""
        with self._reading():
            number = number_of(self._connection, document)
            return find_passages_of(self._connection, self._fresh_headings(), number, kinds)

    def records(self, earliest: date | None = None, latest: date | None = None) -> list[Recorded]:
        """The transcripts held, as coverage; with bounds those whose first day lies within."""
        with told(self._path):
            self._fresh_headings()
            key = earliest, latest
            if key not in self._records:
                if len(self._records) >= _REMEMBERED:
                    self._records.clear()
                self._records[key] = list_records(self._connection, *key)
            return list(self._records[key])

    def flags_of(self, speaker: str) -> frozenset[str]:
        """The flags of the passages held of a speaker, by this very name."""
        with told(self._path):
            return list_flags(self._connection, speaker)

    def keep_roster(self, name: str, imported: Imported) -> Added:
        """Keep an imported roster under a name: new, held already, or in the place of another."""
        with self._writing():
            return keep_roster(self._connection, name, imported)

    def drop_roster(self, name: str) -> None:
        """Take an imported roster out; verdicts stand."""
        with self._writing():
            drop_roster(self._connection, name)

    def kept_rosters(self) -> list[KeptRoster]:
        """The rosters that were imported, in order of import."""
        with self._reading():
            return list_rosters(self._connection)

    def rosters(self, names: Iterable[str] = ()) -> list[Roster]:
        """The imported rosters, all or those of these names, as they were imported."""
        with self._reading():
            return load_rosters(self._connection, names)

    def decide(self, verdict: Verdict) -> int:
        """Keep that two people are one, or are not, and give the verdict's number."""
        with self._writing():
            return add_verdict(self._connection, verdict)

    def take_back_verdict(self, number: int) -> None:
        """Take a verdict back."""
        with self._writing():
            take_back_verdict(self._connection, number)

    def verdicts(self) -> list[Verdict]:
        """What was decided about people, oldest first, with what was taken back."""
        with self._reading():
            return list_verdicts(self._connection)

    def visit(self, url: str) -> Visit | None:
        """The last visit of this very URL, None for none."""
        with told(self._path):
            return load_visit(self._connection, url)

    def keep_visit(self, visit: Visit) -> None:
        """Keep a visit in the place of the one before."""
        with self._writing():
            keep_visit(self._connection, visit)

    def feed(self, url: str) -> FeedState | None:
        """How the feed of this URL stands, None where it was never asked for."""
        with told(self._path):
            return load_feed(self._connection, url)

    def keep_feed(self, state: FeedState) -> None:
        """Keep how a feed stands in the place of what was kept before."""
        with self._writing():
            keep_feed(self._connection, state)

    def seen(self, feed: str) -> dict[str, SeenEntry]:
        """The entries seen of a feed, by their keys."""
        with told(self._path):
            return load_seen(self._connection, feed)

    def keep_seen(self, entry: SeenEntry) -> None:
        """Keep an entry in the place of the one before."""
        with self._writing():
            keep_seen(self._connection, entry)

    @contextmanager
    def waiting(self, seconds: float) -> Iterator[None]:
        """Within it a write waits so long for another writer, and then raises `StoreBusyError`."""
        with told(self._path):
            before = self._connection.execute("PRAGMA busy_timeout").fetchone()[0]
            self._connection.execute(f"PRAGMA busy_timeout = {round(seconds * 1000)}")
        try:
            yield
        finally:
            self._connection.execute(f"PRAGMA busy_timeout = {before}")

    @contextmanager
    def together(self) -> Iterator[None]:
        """Within it several writes are one: all of them are kept, or none."""
        with self._writing():
            yield

    def close(self) -> None:
        """Let the database go."""
        self._index = None
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _state(self) -> _State:
        """What changes whenever anything is written, by this process or another."""
        data = self._connection.execute("PRAGMA data_version").fetchone()[0]
        return int(data), self._connection.total_changes

    def _fresh_headings(self) -> Headings:
        if (state := self._state()) != self._read:
            self._headings.clear()
            self._records.clear()
            self._read = state
        return self._headings

    def _up_to_date(self, progress: Progress | None = None) -> PassageIndex:
        """The index; what a transaction has written and not committed is not in it yet."""
        if self._index is None:
            self._index, self._indexed = open_index(beside(self._path)), None
        with told(self._path):
            if not self._connection.in_transaction and self._indexed != self._state():
                bring_up_to_date(self._connection, self._index, progress)
                self._indexed = self._state()
        return self._index

    @contextmanager
    def _reading(self) -> Iterator[None]:
        """One state of the database for several queries."""
        with told(self._path):
            if self._connection.in_transaction:
                yield
                return
            self._connection.execute("BEGIN")
            try:
                yield
            finally:
                self._connection.rollback()

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """All or nothing; inside another one it is a part of that."""
        if self._connection.in_transaction:
            yield
            return
        with told(self._path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
            except UnicodeEncodeError as error:
                self._connection.rollback()
                raise ReadError("the text holds half of a surrogate pair") from error
            except BaseException:
                self._connection.rollback()
                raise
            self._connection.execute("UPDATE numbered SET stamp = lower(hex(randomblob(8)))")
            self._connection.execute("COMMIT")
