"""The memory of a process: who is what in it, what met, what was agreed, promised and thought.

    Reading -> Drawn (the lines of one document) -> lines of several documents joined -> Dossier

Every line stands on `Evidence`: exact words of a document, who says them, and on which day. A line
that was drawn from one document has the evidence of that document alone; joining gives it more.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from onrecord.model.amendments import Adrift, Amendment
from onrecord.model.documents import Dating, Spans


class Status(StrEnum):
    """What a piece of evidence says of an occasion: to come, past, put off, or none of these."""

    ANNOUNCED = "announced"
    HELD = "held"
    PUT_OFF = "put_off"
    SPOKEN_OF = "spoken_of"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words of one document that a line stands on.

    `speaker` is who says them there, "" where the document itself does; `via` the chain of those
    who pass them on, outermost first, then `publisher`, who put the document out. `said` is the
    day on which they were said, None where it is unknown; `dating` the day that they give to what
    they tell of. `basis` names the rule that drew them. `flags` may hold "question" (asked, not
    answered), the stance of a withheld attribution ("denied", "not_said", "open") or "hedged".
    """

    document: str
    spans: Spans
    words: str
    speaker: str = ""
    via: tuple[str, ...] = ()
    publisher: str = ""
    said: Dating | None = None
    dating: Dating | None = None
    status: Status = Status.SPOKEN_OF
    basis: str = ""
    flags: tuple[str, ...] = ()


class RoleKind(StrEnum):
    """What somebody is in a process, a body or a meeting."""

    GUARANTOR = "guarantor"
    OBSERVER = "observer"
    HOST = "host"
    MEDIATOR = "mediator"
    PARTY = "party"
    PARTICIPANT = "participant"
    CHAIR = "chair"
    MEMBER = "member"
    INVITED = "invited"
    ABSENT = "absent"


class MeetingKind(StrEnum):
    """What kind of occasion a meeting is; `MEETING` where the words do not say more."""

    SUMMIT = "summit"
    ROUND = "round"
    SESSION = "session"
    CONGRESS = "congress"
    FORUM = "forum"
    CONFERENCE = "conference"
    TALKS = "talks"
    CONSULTATIONS = "consultations"
    CALL = "call"
    VISIT = "visit"
    MEETING = "meeting"


class AgreementKind(StrEnum):
    """What kind of instrument or decision an agreement is."""

    RESOLUTION = "resolution"
    AGREEMENT = "agreement"
    MEMORANDUM = "memorandum"
    PLAN = "plan"
    STATEMENT = "statement"
    CEASEFIRE = "ceasefire"
    TREATY = "treaty"
    CHARTER = "charter"
    DECISION = "decision"


class PromiseState(StrEnum):
    """What later documents show of a promise or an announcement; `UNKNOWN` where they show nothing.

    Open: its time has not passed by the day that the dossier is of. Held, held late, put off,
    superseded: a later document says so, and stands as the outcome.
    """

    OPEN = "open"
    HELD = "held"
    HELD_LATE = "held_late"
    PUT_OFF = "put_off"
    SUPERSEDED = "superseded"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class RoleHeld:
    """An actor is or was something in a process, a body or a meeting (`of`, "" where unsaid)."""

    actor: str
    role: RoleKind
    of: str = ""
    evidence: tuple[Evidence, ...] = ()
    belongs: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class PostHeld:
    """A person holds a post of a state or an organisation, as a document says."""

    person: str
    post: str
    of: str = ""
    evidence: tuple[Evidence, ...] = ()
    belongs: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class Meeting:
    """An occasion that is told apart by its number, its day, its place or who met.

    `body` is whose meeting it is ("Astana process", "Constitutional Committee", "Russia-Kazakhstan
    Interregional Cooperation Forum"). `dating` is the day that it was held on, or is announced for;
    each evidence has the day that it gives itself.
    """

    kind: MeetingKind
    name: str = ""
    body: str = ""
    ordinal: int | None = None
    dating: Dating | None = None
    place: str = ""
    parties: tuple[str, ...] = ()
    status: Status = Status.SPOKEN_OF
    evidence: tuple[Evidence, ...] = ()
    belongs: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class Agreement:
    """An instrument or a decision; `dating` is the day on which it was signed or adopted."""

    kind: AgreementKind
    name: str = ""
    number: str = ""
    dating: Dating | None = None
    place: str = ""
    parties: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    belongs: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class Promise:
    """What an actor promises or announces, when it is due, and what later documents show of it.

    `what` are its words, `meeting` the id of the meeting that it announces, "" where it is none.
    `made` is the day of the promise. `outcome` is the evidence that the state stands on, `why` says
    how in a sentence.
    """

    actor: str
    what: str
    made: Dating | None = None
    due: Dating | None = None
    meeting: str = ""
    state: PromiseState = PromiseState.UNKNOWN
    why: str = ""
    outcome: tuple[Evidence, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    belongs: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class Position:
    """What a speaker holds of a theme of the process: their words, never scored as true or false.

    `leaning` is what the words themselves say: for, against, or "" where they say neither.
    """

    speaker: str
    theme: str
    leaning: str = ""
    evidence: tuple[Evidence, ...] = ()
    belongs: str = ""
    id: str = ""


Line = RoleHeld | PostHeld | Meeting | Agreement | Promise | Position


@dataclass(frozen=True, slots=True)
class Drawn:
    """All lines that one document gives."""

    document: str
    roles: tuple[RoleHeld, ...] = ()
    posts: tuple[PostHeld, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    promises: tuple[Promise, ...] = ()
    positions: tuple[Position, ...] = ()


@dataclass(frozen=True, slots=True)
class Named:
    """Something with a name, other names, what kind it is, and what says that it belongs here.

    `adjectives` are a state's ("Turkish"): they stand for it with a noun ("the Turkish side").
    `dating` is EDTF or "", `identifier` a Wikidata id or a document symbol ("S/RES/2254").
    """

    name: str
    aliases: tuple[str, ...] = ()
    kind: str = ""
    dating: str = ""
    identifier: str = ""
    according: str = ""
    adjectives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Confusable:
    """Words that look like the process and are not: what they are, and how they are told apart."""

    words: str
    means: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme of a process, and the words that speak of it."""

    name: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """What a process is called, who and what belongs to it, and what it must not be taken for.

    `names` are the process itself; a document with one of them belongs to it. `subject` are words
    of what it is about: with two of `parties`, `bodies` or `instruments` they do as well.
    """

    name: str
    title: str
    names: tuple[str, ...]
    subject: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    parties: tuple[Named, ...] = ()
    bodies: tuple[Named, ...] = ()
    instruments: tuple[Named, ...] = ()
    confusable: tuple[Confusable, ...] = ()
    themes: tuple[Theme, ...] = ()
    language: str = "en"


class DiscrepancyKind(StrEnum):
    """In what two documents differ."""

    DATE = "date"
    PLACE = "place"
    NAME = "name"
    FIGURE = "figure"
    ATTRIBUTION = "attribution"
    COUNT = "count"


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """Two documents say a thing differently.

    `explained` where both agree once they are resolved, and `why` says how; else it is flagged, and
    `likelier` is the one that more speaks for, with `why`; "" where nothing tells.
    """

    kind: DiscrepancyKind
    what: str
    said: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    explained: bool = False
    likelier: str = ""
    why: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class Shift:
    """A speaker's words on a theme changed in time; both are shown, none is judged."""

    speaker: str
    theme: str
    before: Evidence
    after: Evidence
    why: str


@dataclass(frozen=True, slots=True)
class Missing:
    """Something that is spoken of and that no document held is about: "a 5th round"."""

    what: str
    why: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Covered:
    """What a dossier was read from: the documents with their days, and what is missing.

    `documents` pairs each document with the words by which it belongs to the process.
    """

    documents: tuple[tuple[str, str], ...] = ()
    passed_over: int = 0
    earliest: date | None = None
    latest: date | None = None
    languages: tuple[str, ...] = ()
    missing: tuple[Missing, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """What a reader of a dossier has to know of a document that it cites."""

    id: str
    title: str = ""
    publisher: str = ""
    dated: str = ""
    url: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Amended:
    """What people corrected of one line, oldest first; of what is at odds the last is in force.

    `drafted` are the lines that it was made of, as they were drafted; several after a merge.
    """

    amendments: tuple[Amendment, ...]
    drafted: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """The sourced memory of one process, as of a day ("" all that is held).

    `documents` has every document that any line cites, by id. Lines whose `belongs` is "" stand
    beside the process: the same documents speak of them. `amended` says by the id of a line what
    people corrected of it; `rejected` are the lines that they left out, in `amended` as well, and
    `adrift` the corrections whose line is not found.
    """

    profile: Profile
    as_of: str = ""
    roles: tuple[RoleHeld, ...] = ()
    posts: tuple[PostHeld, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    promises: tuple[Promise, ...] = ()
    positions: tuple[Position, ...] = ()
    shifts: tuple[Shift, ...] = ()
    discrepancies: tuple[Discrepancy, ...] = ()
    covered: Covered = field(default_factory=Covered)
    documents: Mapping[str, DocumentLine] = field(default_factory=dict)
    amended: Mapping[str, Amended] = field(default_factory=dict)
    rejected: tuple[Line, ...] = ()
    adrift: tuple[Adrift, ...] = ()
