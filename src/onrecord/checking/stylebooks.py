"""What each stylebook lets an editor do to a quotation: data with its name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from onrecord.model import Edit, EditKind, Finding, Outcome


class Practice(StrEnum):
    """What editors do to a quotation, as far as stylebooks allow any of it."""

    FIRST_LETTER = "the first letter's case changed in silence"
    FINAL_STOP = "the final stop changed or left out"
    QUOTATION_MARKS = "double marks inside made single, or single double"
    BARE_ENDS = "begun or ended inside a sentence without an ellipsis"
    ELLIPSIS = "words left out under an ellipsis"
    BRACKETS = "words put in or changed between brackets"


@dataclass(frozen=True, slots=True)
class Stylebook:
    """A stylebook: `key` as it is asked for, its name, its title, what it allows."""

    key: str
    name: str
    title: str
    allows: frozenset[Practice]

    def permits(self, practice: Practice | None) -> bool:
        """Whether it allows a practice; what is no practice of any stylebook is never allowed."""
        return practice in self.allows


_ALWAYS = frozenset(
    {Practice.FINAL_STOP, Practice.QUOTATION_MARKS, Practice.BARE_ENDS, Practice.ELLIPSIS}
)
STYLEBOOKS = (
    Stylebook(
        "apa",
        "APA",
        "Publication Manual of the American Psychological Association",
        _ALWAYS | {Practice.FIRST_LETTER, Practice.BRACKETS},
    ),
    Stylebook(
        "chicago",
        "Chicago",
        "The Chicago Manual of Style",
        _ALWAYS | {Practice.FIRST_LETTER, Practice.BRACKETS},
    ),
    Stylebook("ap", "AP", "The Associated Press Stylebook", _ALWAYS),
    Stylebook("reuters", "Reuters", "Reuters Handbook of Journalism", _ALWAYS),
)
"""All of them let the stop at the end follow the sentence around it, turn double marks inside into
single ones, and want no ellipsis at either end. AP and Reuters alter nothing else and may only
leave out, with a mark. None cleans up fillers, spelling, contractions or numbers in silence."""
_OF_KIND = {EditKind.BRACKET: Practice.BRACKETS, EditKind.ELLIPSIS: Practice.ELLIPSIS}
_OF_OUTER = {EditKind.CASE: Practice.FIRST_LETTER, EditKind.BRACKET: Practice.BRACKETS}
_WHOLE = frozenset({Outcome.VERBATIM, Outcome.EDITED})


def stylebook(key: str) -> Stylebook:
    """The stylebook of a name or key in any case; `KeyError` where there is none."""
    return {book.key: book for book in STYLEBOOKS}[key.casefold()]


def practice_of(edit: Edit, *, outer: bool = False) -> Practice | None:
    """What an edit is to stylebooks, None where no stylebook allows it.

    `outer` says that it is one of a finding's outer differences, which are looser.
    """
    if not outer:
        return _OF_KIND.get(edit.kind)
    if edit.kind is EditKind.PUNCTUATION:
        stops = not set(edit.quote + edit.record) - set(".,;:?!")
        return Practice.FINAL_STOP if stops else Practice.QUOTATION_MARKS
    return _OF_OUTER.get(edit.kind)


def books_for(edit: Edit, *, outer: bool = False) -> tuple[str, ...]:
    """The names of the stylebooks that allow this edit."""
    practice = practice_of(edit, outer=outer)
    return tuple(book.name for book in STYLEBOOKS if book.permits(practice))


def allowing(
    outcome: Outcome, edits: Sequence[Edit], outer: Sequence[Edit], *, partial: bool
) -> tuple[str, ...]:
    """The names of the stylebooks that allow all that was done to a quotation.

    None does where the finding is graver than `edited`.
    """
    if outcome not in _WHOLE:
        return ()
    done = [practice_of(edit) for edit in edits]
    done += [practice_of(edit, outer=True) for edit in outer]
    done += [Practice.BARE_ENDS] if partial else []
    return tuple(book.name for book in STYLEBOOKS if all(map(book.permits, done)))


def disallowed(finding: Finding, book: Stylebook) -> tuple[Edit, ...]:
    """The edits of a finding, outer ones too, that a stylebook does not allow, in order."""
    found = [e for e in finding.edits if not book.permits(practice_of(e))]
    found += [e for e in finding.outer if not book.permits(practice_of(e, outer=True))]
    return tuple(sorted(found, key=lambda e: e.quote_span))
