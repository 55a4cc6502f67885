"""What a store does, whichever database is behind it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol, Self

from onrecord.index import Place
from onrecord.model import (
    Amendment,
    Imported,
    Kind,
    Manner,
    Passage,
    PassageKind,
    Proof,
    Quotation,
    Reading,
    Roster,
    Spans,
    Stance,
    Statement,
)
from onrecord.stores._ruled import Ruled
from onrecord.stores._visits import Visits


class Added(StrEnum):
    """What became of a document that was added."""

    NEW = "added"
    HELD = "held"
    VERSION = "version"


class Amending(StrEnum):
    """What became of an amendment that was to be kept."""

    NEW = "new"
    HELD = "held"
    TAKEN_BACK = "taken_back"


@dataclass(frozen=True, slots=True)
class Listed:
    """A line of the list of documents, corrections applied.

    `supersedes` is the id of the version before, `superseded_by` of the one after, "" where there
    is none.
    """

    id: str
    kind: str
    title: str
    publisher: str
    dated: str
    language: str
    url: str
    path: str
    words: int
    turns: int
    statements: int
    supersedes: str = ""
    superseded_by: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """A statement found by filters, with the words of its roles and the date of its document.

    `position` is its place among the statements of its document.
    """

    id: int
    statement: Statement
    source: str
    cue: str
    content: str
    dated: str
    publisher: str
    title: str
    position: int = 0


DocumentKey = tuple[str, str]
"""What a document is in order by: its date in EDTF, its id."""
StatementKey = tuple[str, str, int]
"""What a statement is in order by: its document's date and id, its position there."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Which documents of the list are asked for; an empty field does not filter.

    `named` is a piece of the title, path, address or id, case aside; `kind` and `publisher` are
    whole values in force. `earliest` and `latest` are days, months or years as EDTF writes them,
    inclusive; a document without a day passes neither.
    """

    named: str = ""
    kind: str = ""
    publisher: str = ""
    earliest: str = ""
    latest: str = ""


@dataclass(frozen=True, slots=True)
class Shelf:
    """Some documents of the list, in order; how many are chosen, and how many held, by what.

    `kinds` and `publishers` count all documents held by these values, "" where it is not known.
    """

    lines: tuple[Listed, ...]
    chosen: int
    held: int
    kinds: Mapping[str, int]
    publishers: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Voice:
    """A name that words are given to: in how many statements, in turns of how many documents.

    `basis` is that of one of the statements, or "turn" where there are none.
    """

    name: str
    basis: str
    statements: int
    records: int


@dataclass(frozen=True, slots=True)
class Tally:
    """How many statements and turns of somebody a document has, passed on by way of `via`.

    A document has one for each chain; its turns, which nobody passes on, stand with the empty one.
    `direct` counts the statements that are quoted, wholly or in part.
    """

    document: str
    kind: str
    title: str
    publisher: str
    dated: str
    earliest: date | None
    latest: date | None
    via: tuple[str, ...]
    statements: int
    direct: int
    turns: int


@dataclass(frozen=True, slots=True)
class Met:
    """Who stands in exchanges with somebody: in how many, asking in how many, of which documents.

    `name` is "" for all whom no document names.
    """

    name: str
    exchanges: int
    asking: int
    documents: int


@dataclass(frozen=True, slots=True)
class Wanted:
    """Filters on statements; an empty field does not filter.

    `speakers` are names as they stand in the store, any of them; None does not filter, and an empty
    tuple lets nothing pass. Which names are one person's is not for a store to say: a caller
    compares those that `Store.speakers` gives. `publisher` may be a piece of its name; `publishers`
    are whole names, any of them, and `documents` ids, as `speakers` are names. `earliest` and
    `latest` are inclusive days; a document whose days are not known passes neither. `kind` is the
    document's. `about` asks for words of the content. No passage has a `quotation`, a `manner`, a
    `stance` or a content.
    """

    speakers: tuple[str, ...] | None = None
    document: str = ""
    publisher: str = ""
    quotation: Quotation | None = None
    earliest: date | None = None
    latest: date | None = None
    about: Sought | None = None
    publishers: tuple[str, ...] | None = None
    documents: tuple[str, ...] | None = None
    kind: Kind | None = None
    manner: Manner | None = None
    stance: Stance | None = None


@dataclass(frozen=True, slots=True)
class Sought:
    """A full-text query taken apart: words and phrases that must all occur, and any that must not.

    With `every` false one of them is enough. Words are compared by their stems, case and accents
    aside; a phrase is its words side by side. With `said` only what was said is searched, and not
    the names of those who said it.
    """

    phrases: tuple[str, ...]
    without: tuple[str, ...] = ()
    every: bool = True
    said: bool = False


class Unit(StrEnum):
    """What is searched: statements, or passages, which have all words of documents.

    Of passages that lie in one another the outermost is searched. A transcript's turns are
    passages, and statements are what somebody says in them that somebody said.
    """

    STATEMENT = "statement"
    PASSAGE = "passage"


class Order(StrEnum):
    """In which order hits come: best first, or by the first day that their document can be of."""

    BEST = "best"
    NEWEST = "newest"
    OLDEST = "oldest"


@dataclass(frozen=True, slots=True)
class Ranked:
    """The numbers of statements or passages that answer to a query, in order, and what they are.

    `kinds` stands beside `numbers`: the quotation of a statement, the kind of a passage. `more`
    says that others answer, which were taken in before these and are not among them. `last` is the
    highest number that was looked at. `counts` says how many of them have each value of speaker,
    quotation, manner, stance (of statements), passage (the kind, of passages), publisher, kind (of
    their document), document (its id) and days (its earliest and latest, ISO 8601, with "/"
    between them, "/" where they are not known); "" stands for what is not known.
    """

    numbers: tuple[int, ...]
    kinds: tuple[str, ...]
    more: bool
    last: int
    counts: Mapping[str, Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person put in the place of a metadata field; `taken_back` is "" while it stands.

    `previous` is the value that was in force before. Times are UTC, ISO 8601.
    """

    field: str
    value: str
    previous: str
    by: str
    at: str
    taken_back: str = ""


CORRECTABLE = frozenset("title url published publisher author language kind speaker".split())


@dataclass(frozen=True, slots=True)
class Hit:
    """A held passage with its number in the store, its document's date and publisher."""

    number: int
    passage: Passage
    dated: str
    earliest: date | None
    latest: date | None
    publisher: str
    url: str
    language: str


@dataclass(frozen=True, slots=True)
class Recorded:
    """A held transcript as coverage: whose turns stand in it, when it was, how many passages.

    `passages` counts those of the record itself.
    """

    document: str
    speakers: tuple[str, ...]
    earliest: date | None
    latest: date | None
    language: str
    passages: int
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KeptRoster:
    """A roster that was imported: what it is called, whose it is, when it came, what it holds.

    `rejected` counts the lines of its file that gave nothing. Times are UTC, ISO 8601.
    """

    name: str
    according: str
    imported: str
    people: int
    bodies: int
    tenures: int
    rejected: int = 0


@dataclass(frozen=True, slots=True)
class Verdict:
    """That two ids of people are the `same` person, or are not, as somebody decided.

    Of two that are the same, `one` is the one whose name stands. `taken_back` is "" while the
    verdict stands; `number`, `at` and `taken_back` are the store's.
    """

    one: str
    other: str
    same: bool
    by: str = ""
    at: str = ""
    number: int = 0
    taken_back: str = ""


class Store(Ruled, Visits, Protocol):
    """Documents, what is derived from them, and what people corrected.

    References (`ref`) are a document's id, a prefix of it that fits one document only, its URL, its
    path or file name; `NotFoundError` and `AmbiguousError` say which of these failed. A document
    that was superseded answers to nothing but its full id; of one that was removed only this is
    known. Each method that writes does all of its work or none. Rulings and doubts: `Ruled`.
    """

    def add(self, reading: Reading, raw: bytes) -> tuple[str, Added]:
        """Keep a document: its id and whether it is new, was held, or is a newer version.

        It is a newer version where a held document has its URL or its id and other bytes; where it
        is the id that they share, the newer one's gets an ending of its own.
        """
        ...

    def replace(self, reading: Reading) -> None:
        """Put what was derived afresh in the place of what was derived before.

        Corrections stand, and so do the original values of the fields that they cover; rulings are
        laid over what is fresh.
        """
        ...

    def find(self, ref: str) -> str:
        """The id of the document that answers to `ref`."""
        ...

    def load(self, ref: str) -> Reading:
        """A held document and what is derived from it, corrections and rulings laid over."""
        ...

    def raw(self, ref: str) -> bytes:
        """The bytes as they were read."""
        ...

    def correct(self, ref: str, field: str, value: str, *, by: str = "") -> None:
        """Lay a correction of one metadata field over a document; the original stands."""
        ...

    def take_back(self, ref: str, field: str) -> None:
        """Take back the correction of a field that is in force; the one before it stands again."""
        ...

    def corrections(self, ref: str) -> list[Correction]:
        """What people corrected of a document, oldest first, with what was taken back."""
        ...

    def amend(self, amendment: Amendment) -> Amending:
        """Keep a person's correction of a line of a process; the same one twice is one.

        Documents that are read again, superseded or removed leave it as it is. One that is held
        already is taken back where the one given was. Raises `InputError` where another one is
        held under its id.
        """
        ...

    def amendments(self, process: str = "") -> list[Amendment]:
        """The amendments of a process ("" of all), in the order of their times.

        Those that were taken back are among them.
        """
        ...

    def take_back_amendment(self, ref: str) -> Amendment:
        """Take back an amendment by its id, or a prefix of it that fits one only."""
        ...

    def held_as(self, document: str, sha256: str = "") -> str:
        """As which document in use one is held now: itself, or the newest version of it.

        Else it is the one document in use that was read from raw bytes of this SHA-256, "" where
        there is none, or several.
        """
        ...

    def remove(self, ref: str) -> str:
        """Take a document out with all that is derived from it, and say its id."""
        ...

    def listed(self, ref: str) -> Listed:
        """The line of one document, which may be a superseded one."""
        ...

    def documents(self) -> Iterator[Listed]:
        """The documents held, in order of date, then id."""
        ...

    def how_many(self) -> int:
        """How many documents are held."""
        ...

    def shelf(
        self, choice: Choice, *, first: int = 0, limit: int = 50, newest: bool = True
    ) -> Shelf:
        """The documents chosen from place `first` on, by date, then id; those without one last."""
        ...

    def speakers(self, unit: Unit = Unit.STATEMENT) -> list[str]:
        """The names that statements, or passages, are given to, each once, in order."""
        ...

    def voices(self) -> list[Voice]:
        """The names that statements or turns are given to, those with most of both first."""
        ...

    def tally(self, speakers: Iterable[str], *, about: Sought | None = None) -> list[Tally]:
        """What each document has of somebody under these names, by date, then id.

        With `about` only statements whose content answers to it count, and no turns.
        """
        ...

    def met(self, speakers: Iterable[str], *, limit: int = 50) -> list[Met]:
        """Who else speaks in the exchanges of somebody under these names, most exchanges first."""
        ...

    def statements(self, wanted: Wanted) -> Iterator[Found]:
        """The statements that pass the filters, in order of document and place."""
        ...

    def documents_after(self, after: DocumentKey | None, *, limit: int) -> list[Listed]:
        """The first documents held behind a key, in the order of `documents`; None is the start.

        The key need not be a held document's, so that pages follow each other whatever is added or
        removed meanwhile.
        """
        ...

    def statements_after(
        self, wanted: Wanted, after: StatementKey | None, *, limit: int
    ) -> list[Found]:
        """The first statements behind a key that pass the filters, in the order of `statements`."""
        ...

    def search(self, sought: Sought, *, limit: int = 20) -> list[Found]:
        """Statements whose words answer to a full-text query, best first."""
        ...

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
        """All statements or passages that answer to a query and pass the filters, in order.

        Of more than `most` those that were taken in last. With `until` none of a higher number, so
        that what is added meanwhile changes nothing. A query without words lets everything pass.
        Words of a passage must stand within some thirty words of each other.
        """
        ...

    def matched(
        self, sought: Sought, numbers: Iterable[int], *, unit: Unit = Unit.STATEMENT
    ) -> dict[int, Spans]:
        """Where the words of a query stand in what these statements or passages say, in documents.

        Those that do not have them there are left out.
        """
        ...

    def found(self, numbers: Iterable[int]) -> list[Found]:
        """The statements of these numbers, in the order given; those not held are left out."""
        ...

    def text(self, ref: str) -> str:
        """The text of a document."""
        ...

    def publishers(self) -> list[str]:
        """The publishers of the documents held, each once, in alphabetical order."""
        ...

    def stamp(self) -> str:
        """A word that is another one after anything was written, and in every other store.

        What was worked out of a store may be kept as long as its stamp is the same.
        """
        ...

    def places(self, quote: str, *, limit: int = 40, at_first: bool = False) -> list[Place]:
        """Where words like those of `quote` stand in passages, by coverage, most first.

        Of what was added, all that is committed is found; see `reindex`. With `at_first` only what
        is found by runs of three words, in a fraction of a millisecond.
        """
        ...

    def prove(self, quote: str, *, within: int) -> Proof:
        """Whether any stretch of the words searched comes within so many word edits of `quote`."""
        ...

    def counts(self, text: str) -> list[int]:
        """How often each word of `text` stands in all passages, at the most: some count as one.

        There is a number for each word, in order, as the index parts words.
        """
        ...

    def similar(self, terms: Iterable[str], *, limit: int = 50) -> list[int]:
        """Passage numbers that share words with `terms`, best first."""
        ...

    def reindex(
        self, *, anew: bool = False, progress: Callable[[int, int], None] | None = None
    ) -> None:
        """Bring the passage index up to date, or make it `anew`.

        What looks passages up does the first by itself; a caller that adds many may want it done,
        and told of, beforehand. `progress` is given the passages done and to do.
        """
        ...

    def indexed(self) -> tuple[int, int]:
        """How many passages, and how many words of them, can be found."""
        ...

    def passages(self, numbers: Iterable[int]) -> list[Hit]:
        """The passages of these numbers."""
        ...

    def passages_of(self, document: str, kinds: Iterable[PassageKind] = ()) -> list[Hit]:
        """All passages of a document in order, of these kinds or of every kind."""
        ...

    def records(self, earliest: date | None = None, latest: date | None = None) -> list[Recorded]:
        """The transcripts held, as coverage; with bounds those whose first day lies within them.

        The first day is the earliest that a transcript can be of. The bounds are inclusive; one
        whose days are not known passes neither.
        """
        ...

    def flags_of(self, speaker: str) -> frozenset[str]:
        """The flags of the passages held of a speaker, by this very name."""
        ...

    def keep_roster(self, name: str, imported: Imported) -> Added:
        """Keep an imported roster under a name: new, held already, or in the place of another."""
        ...

    def drop_roster(self, name: str) -> None:
        """Take an imported roster out; `NotFoundError` for none. Verdicts stand."""
        ...

    def kept_rosters(self) -> list[KeptRoster]:
        """The rosters that were imported, in order of import."""
        ...

    def rosters(self, names: Iterable[str] = ()) -> list[Roster]:
        """The imported rosters, all or those of these names, as they were imported."""
        ...

    def decide(self, verdict: Verdict) -> int:
        """Keep that two people are one, or are not, and give the verdict's number.

        The same again is one verdict; the contrary takes the one before back.
        """
        ...

    def take_back_verdict(self, number: int) -> None:
        """Take a verdict back; `NotFoundError` where none of this number stands."""
        ...

    def verdicts(self) -> list[Verdict]:
        """What was decided about people, oldest first, with what was taken back."""
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
