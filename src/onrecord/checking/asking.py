"""What is asked: a quotation, and what is said of where it comes from."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache

from onrecord.errors import InputError
from onrecord.matching import bare, worth
from onrecord.model import Passage
from onrecord.model.rulings import Spot
from onrecord.people import each_of, is_group, same_name
from onrecord.text import as_latin

SHORT = 4
"""Fewer words than this are looked up only within the speaker and the date given."""
_DAY = timedelta(days=1)
_WIDEST = timedelta(days=3)
"""A date that leaves more days open than this does not name an occasion."""
_LETTERS = re.compile(r"\[(\w{1,2})\](?=\w)")
_BRACKETS = re.compile(r"\[[^\[\]]*\]")


@dataclass(frozen=True, slots=True)
class Asked:
    """A quotation as it was given and without its marks, who is said to have said it, and when.

    `earliest` and `latest` are a day wider than the date given: what was said late in the evening
    is reported the next day. `shift` is where `bare` starts in `quote`. `ruled_out` are words that
    people ruled to be another utterance.
    """

    quote: str
    bare: str
    shift: int
    words: int
    content: int
    speaker: str
    dated: str
    earliest: datetime.date | None
    latest: datetime.date | None
    document: str
    leave_out: frozenset[str]
    ruled_out: tuple[Spot, ...] = ()

    def passes(self, passage: Passage) -> bool:
        """Whether a passage is looked at: nobody left it, or its document, out."""
        if passage.document in self.leave_out or self.document not in ("", passage.document):
            return False
        return not any(
            spot.document == passage.document and any(passage.span.meets(s) for s in spot.spans)
            for spot in self.ruled_out
        )

    @property
    def short(self) -> bool:
        """Whether it has too few words to be looked up everywhere."""
        return self.words < SHORT

    @property
    def occasion(self) -> bool:
        """Whether the date names an occasion: a few days, not a month or a year."""
        if not self.earliest or not self.latest:
            return False
        return self.latest - self.earliest - 2 * _DAY < _WIDEST

    def when(self, earliest: datetime.date | None, latest: datetime.date | None) -> bool:
        """Whether a document of these days can be of the time given; unknown days never are."""
        if not (self.earliest and self.latest and earliest and latest):
            return False
        return earliest <= self.latest and self.earliest <= latest and latest - earliest < _WIDEST

    @property
    def first_days(self) -> tuple[datetime.date | None, datetime.date | None]:
        """Between which days a document begins that `when` lets pass."""
        return self.earliest - _WIDEST if self.earliest else None, self.latest

    def who(self, speaker: str) -> bool:
        """Whether this name can be that of the speaker given, or of one of several."""
        return bool(self.speaker and speaker) and _same(self.speaker, speaker)

    def unsure(self, speaker: str) -> bool:
        """Whether the names only look the same: letters of another alphabet stand in one of them.

        Nobody can tell then whether it is the speaker's name misspelt or somebody else's.
        """
        if not (self.speaker and speaker) or (self.speaker + speaker).isascii():
            return False
        return not self.who(speaker) and _same(as_latin(self.speaker), as_latin(speaker))

    @property
    def own(self) -> str:
        """The quotation's own words: what an editor put in brackets is left out."""
        return _BRACKETS.sub(" ", _LETTERS.sub(r"\1", self.bare))

    @property
    def group(self) -> bool:
        """Whether the speaker given is an organisation, a group or several people."""
        return is_group(self.speaker)


def ask(
    quote: str, *, speaker: str = "", date: str = "", document: str = "", leave_out: str = ""
) -> Asked:
    """A quotation made ready to be checked; `InputError` where it has no word or no such date."""
    inner = bare(quote)
    if not any(c.isalnum() for c in inner):
        raise InputError("there is no word in this quotation")
    words, content = worth(inner)
    if not words:
        raise InputError("there is no word in this quotation but stage directions")
    earliest, latest = _days(date)
    return Asked(
        quote,
        inner,
        quote.find(inner),
        words,
        content,
        speaker.strip(),
        date.strip(),
        earliest - _DAY if earliest else None,
        latest + _DAY if latest else None,
        document,
        frozenset({leave_out} if leave_out else ()),
    )


@lru_cache(maxsize=4_096)
def _same(one: str, other: str) -> bool:
    """Whether any of those whom one name stands for can be any of the other's."""
    return any(same_name(a, b) for a in each_of(one) for b in each_of(other))


@lru_cache(maxsize=4_096)
def _days(edtf: str) -> tuple[datetime.date | None, datetime.date | None]:
    if not edtf.strip():
        return None, None
    from onrecord.dates import read_edtf

    dating = read_edtf(edtf)
    return dating.earliest, dating.latest
