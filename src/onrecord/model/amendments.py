"""What people correct of the lines of a dossier: an overlay, beside which what was drafted stands.

An amendment is laid on a line (`Target`). It finds the line again by what told it apart and by the
words that it stood on (`Anchor`), so that it outlives documents that are read again, with other
ids of lines and other offsets.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onrecord.model.documents import Spans


class LineKind(StrEnum):
    """Which of the lines of a dossier a line is."""

    ROLE = "role"
    POST = "post"
    MEETING = "meeting"
    AGREEMENT = "agreement"
    PROMISE = "promise"
    POSITION = "position"


class AmendmentKind(StrEnum):
    """What a person does with a line.

    Accept: it is right as it stands. Change: one of its fields has another value. Merge: other
    lines are the same thing. Split: some of its evidence is about something else. Reject: it is
    wrong, and left out.
    """

    ACCEPT = "accept"
    CHANGE = "change"
    MERGE = "merge"
    SPLIT = "split"
    REJECT = "reject"


@dataclass(frozen=True, slots=True)
class Anchor:
    """One piece of evidence that a line stood on when it was amended.

    `words` is the beginning of the SHA-256 of its words in one form (letters and digits, case
    folded), "" where it has none. `sha256` is of the raw bytes of its document, "" where unknown.
    """

    document: str
    spans: Spans
    words: str = ""
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Target:
    """The line that an amendment is laid on, as it was then.

    `naming` are the fields that told it apart as it was drafted, by name. `made_by` is the id of
    the amendment (a merge or a split) that made the line, "" where it was drafted: without that
    amendment there is no such line.
    """

    kind: LineKind
    id: str
    naming: tuple[tuple[str, str], ...] = ()
    anchors: tuple[Anchor, ...] = ()
    made_by: str = ""


@dataclass(frozen=True, slots=True)
class Amendment:
    """A person's correction of one line of a process.

    `field` and `value` are of a change, `others` the further lines of a merge, `parted` the
    evidence that a split takes away. Times are UTC, ISO 8601; `taken_back` is "" while it stands.
    """

    id: str
    kind: AmendmentKind
    process: str
    on: Target
    field: str = ""
    value: str = ""
    others: tuple[Target, ...] = ()
    parted: tuple[Anchor, ...] = ()
    by: str = ""
    at: str = ""
    note: str = ""
    taken_back: str = ""


@dataclass(frozen=True, slots=True)
class Adrift:
    """An amendment that is kept and finds no line to lie on, or several, and why."""

    amendment: Amendment
    why: str
