"""What people rule on what was read of documents: an overlay, beside which the original stands.

A ruling lies on a `Spot`: exact words at a place of a document. It finds them again by both, so
that it outlives documents that are read again.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onrecord.model.documents import Span, Spans


class Matter(StrEnum):
    """What a ruling or a doubt is about."""

    STATEMENT = "statement"
    TURN = "turn"
    PEOPLE = "people"
    MATCH = "match"


class RulingKind(StrEnum):
    """What a person decides.

    stands: it is right as it was read. speaker: a statement's or a turn's speaker is another, or
    nobody. no_statement: nobody says anything there. split: a turn is two. one_person, two_people:
    two names are one person's, or are not. another_utterance: a quotation is none of the words that
    it was matched with.
    """

    STANDS = "stands"
    SPEAKER = "speaker"
    NO_STATEMENT = "no_statement"
    SPLIT = "split"
    ONE_PERSON = "one_person"
    TWO_PEOPLE = "two_people"
    ANOTHER_UTTERANCE = "another_utterance"


class Sort(StrEnum):
    """The sorts of doubts, as people go through them."""

    SPEAKERS = "speakers"
    SPLITS = "splits"
    PEOPLE = "people"
    MATCHES = "matches"


@dataclass(frozen=True, slots=True)
class Spot:
    """Exact words at a place of a document, with the SHA-256 of the bytes that it was read from.

    `words` are those under `spans`, of a turn the first of them; `beside` are a statement's cue,
    which tells apart two that have the same content.
    """

    document: str
    spans: Spans
    words: str
    beside: str = ""
    sha256: str = ""


NOWHERE = Spot("", (), "")
"""The spot of what is about names and no document's words."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """A person's decision about what was read.

    `speaker` is who says it, "" nobody; of a split who says the first half, and `other` the second;
    of names `speaker` is the one that stands. `cut` is what stands between the halves of a turn, a
    label or nothing; `second` are the words behind it, or those of the record that a quotation was
    matched with. `doubt` is the id of the doubt that it settles, if any. Times are UTC, ISO 8601;
    `taken_back` is "" while it stands.
    """

    id: str
    kind: RulingKind
    matter: Matter
    spot: Spot = NOWHERE
    speaker: str = ""
    other: str = ""
    cut: Span | None = None
    second: Spot | None = None
    doubt: str = ""
    by: str = ""
    at: str = ""
    note: str = ""
    taken_back: str = ""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something in what was read that a person should look at, with its reason in one sentence.

    `score` orders doubts, the most doubtful first, from 0 to 1. What is proposed stands in
    `speaker`, `other`, `cut` and `second`, which mean what they mean in a ruling that accepts it.
    `rule` is the name of the rule that raised it.
    """

    id: str
    sort: Sort
    matter: Matter
    rule: str
    why: str
    score: float
    spot: Spot = NOWHERE
    speaker: str = ""
    other: str = ""
    cut: Span | None = None
    second: Spot | None = None


@dataclass(frozen=True, slots=True)
class Unlaid:
    """A ruling that is kept and finds nothing to lie on, and why."""

    ruling: Ruling
    why: str
