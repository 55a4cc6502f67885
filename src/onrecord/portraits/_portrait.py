"""What is held of a person, as data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onrecord.model import Disagreement, Finding, Person, Span, Spans, Tenure
from onrecord.stores import Met, Sought, Tally


class SpeakerKind(StrEnum):
    """Whom words are given to: a person, an organisation or state, a group without names."""

    PERSON = "person"
    ORGANISATION = "organisation"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody whom words are given to, under all names in the store that are held to be one's.

    `name` is the one with most words; `names` are as they stand in the store, those of several who
    speak together ("Ann Lee; Bo Ray") among them. `records` counts documents with turns of theirs.
    """

    name: str
    names: tuple[str, ...]
    kind: SpeakerKind
    statements: int
    records: int


@dataclass(frozen=True, slots=True)
class Whom:
    """Whom a name means: a speaker of the store, a person of the roster, or both.

    `speaker` and `person` are None where there is none, or where the name fits several, who then
    stand in `speakers` and `people`.
    """

    speaker: Speaker | None = None
    person: Person | None = None
    speakers: tuple[Speaker, ...] = ()
    people: tuple[Person, ...] = ()


@dataclass(frozen=True, slots=True)
class Counted:
    """How many statements and documents something stands for; `name` is "" where it is unknown."""

    name: str
    statements: int
    documents: int


@dataclass(frozen=True, slots=True)
class Period:
    """How much was said in a year ("2019") or a month ("2019-02"); "" where the day is unknown."""

    when: str
    turns: int
    statements: int


@dataclass(frozen=True, slots=True)
class ThemeCounted:
    """How many statements, in how many documents, have words of a theme of a process."""

    process: str
    theme: str
    statements: int
    documents: int


@dataclass(frozen=True, slots=True)
class Post:
    """A post that a person held: in words with whose it is, from when to when, according to whom.

    `until` is in words where the post had not ended when its source spoke.
    """

    post: str
    since: str
    until: str
    according: str
    note: str
    tenure: Tenure


@dataclass(frozen=True, slots=True)
class Difference:
    """What sources disagree on, in words: the posts, who else claims them, why."""

    posts: tuple[str, ...]
    others: tuple[str, ...]
    why: str
    disagreement: Disagreement


@dataclass(frozen=True, slots=True)
class Portrait:
    """What a store holds of somebody under `names`, counted.

    `tallies` are what all counts are made of, by date. `months` and `years` have every period with
    words, those without a known day last. `quoted_by` are publishers of documents other than
    transcripts, `by_way` whoever passes the words on. `themes` are counted in statements alone.
    """

    names: tuple[str, ...]
    tallies: tuple[Tally, ...] = ()
    statements: int = 0
    direct: int = 0
    turns: int = 0
    documents: int = 0
    first: str = ""
    last: str = ""
    years: tuple[Period, ...] = ()
    months: tuple[Period, ...] = ()
    publishers: tuple[Counted, ...] = ()
    quoted_by: tuple[Counted, ...] = ()
    by_way: tuple[Counted, ...] = ()
    themes: tuple[ThemeCounted, ...] = ()
    met: tuple[Met, ...] = ()


class SaidKind(StrEnum):
    """Whether words are a turn of a record or a statement that a document gives to somebody."""

    TURN = "turn"
    STATEMENT = "statement"


@dataclass(frozen=True, slots=True)
class Narrowing:
    """Which words are wanted; an empty field does not narrow.

    `when` is a year, a month or `UNKNOWN`; `publisher` and `way` (somebody who passes words on) are
    whole names, `publisher` None for any. `about` asks for words of statements, and leaves turns
    out.
    """

    when: str = ""
    publisher: str | None = None
    way: str = ""
    kind: SaidKind | None = None
    about: Sought | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """Words of somebody in a document, with the place where they stand.

    `manner` is how they are given: "turn", or the kind of quotation. `flags` say what a reader has
    to know: the stance of what is not asserted, "hedged", "retranslated" and the like.
    """

    document: str
    spans: Spans
    words: str
    kind: SaidKind
    title: str = ""
    publisher: str = ""
    dated: str = ""
    manner: str = ""
    source: str = ""
    cue: str = ""
    via: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation of somebody in a report, where it stands, and what the record has to it."""

    document: str
    span: Span
    finding: Finding
    title: str = ""
