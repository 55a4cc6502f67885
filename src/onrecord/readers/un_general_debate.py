"""Speeches of the UN General Debate, one plain text each, told by the name of the file.

The UN General Debate Corpus (Jankin, Baturo and Dasandi 2017) names its files by state, session and
year: `RUS_72_2017.txt`. Nothing in the text says who speaks or when.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from onrecord.languages import STATES
from onrecord.model import Document, Failure, Kind
from onrecord.readers.inputs import Input, told_by
from onrecord.readers.plain_text import read_plain_text

_NAME = re.compile(r"([A-Z]{3})_(\d{1,3})_((?:19|20)\d\d)")
_FIRST = 1945
"""The year before that of the first session: a session's number tells its year."""


def is_general_debate(path: str) -> bool:
    """Whether a file is named as a speech of the General Debate, its state and session known."""
    return bool(_told(path))


def read_general_debate(entry: Input) -> Iterator[Document | Failure]:
    """One speech, of the state that the name of its file gives; what the caller gave goes before.

    The debate is held in the second half of September, and now and then into October: this is all
    that is said of its day.
    """
    given = {**_told(entry.path), **entry.given}
    yield from read_plain_text(replace(entry, given=given))


def _told(path: str) -> Mapping[str, str]:
    named = _NAME.fullmatch(told_by(path).stem)
    if not named or named[1] not in STATES or int(named[3]) != _FIRST + int(named[2]):
        return {}
    state, session, year = STATES[named[1]], named[2], named[3]
    return {
        "title": f"{state} in the UN General Debate, session {session}, {year}",
        "published": f"{year}-09/{year}-10",
        "publisher": "United Nations",
        "speaker": state,
        "kind": Kind.TRANSCRIPT.value,
    }
