"""What follows a noun and belongs to it: of whom, on what, where and when."""

from __future__ import annotations

import re

from onrecord.drawing.scanning import Scan
from onrecord.languages import language
from onrecord.model import Span

_YEARS = re.compile(r"(?:19|20)\d\d(?:[-–−](?:19|20)?\d\d)?\Z")
_LONGEST = 40


def behind(scan: Scan, place: int) -> int:
    """The word after the last that belongs to a noun before `place`."""
    end, at = place, place
    while at < len(scan.read) and scan.beside(at):
        low = scan.read[at].low
        if scan.read[at].start in scan.dates:
            at = end = _after_date(scan, at)
        elif low in scan.words.days:
            at = end = at + 1
        elif low in scan.words.infinitive and _infinitive(scan, at):
            at += 2
        elif low in scan.words.links:
            reached = _object(scan, at + 1, listing=low in scan.words.listing)
            if reached == at + 1:
                break
            at = end = reached
        elif low in scan.words.participles:
            at += 1
        else:
            break
    return end


def _infinitive(scan: Scan, at: int) -> bool:
    """Whether "to be held" begins here."""
    after = [token.low for token in scan.read[at + 1 : at + 3]]
    data = scan.words
    return len(after) > 1 and after[0] in data.auxiliaries and after[1] in data.participles


def _after_date(scan: Scan, at: int) -> int:
    end = scan.dates[scan.read[at].start]
    while at < len(scan.read) and scan.read[at].start < end:
        at += 1
    return at


def _object(scan: Scan, start: int, *, listing: bool) -> int:
    """The word after the object of a preposition that begins at `start`; `start` for none."""
    at = end = start
    telling = False
    while at < len(scan.read) and at - start < _LONGEST:
        comma = at > start and scan.listed(at)
        if not (scan.beside(at) or (comma and listing and _goes_on(scan, at))):
            break
        token = scan.read[at]
        if token.start in scan.dates:
            return _after_date(scan, at)
        if scan.name(at) or token.low in scan.words.days or _YEARS.match(token.raw):
            telling, end = True, at + 1
        elif token.low in scan.words.fillers:
            telling = telling or token.low in scan.words.telling
            end = at + 1
        elif scan.name(at - 1) and _adjective(scan, at - 1) and _plain(scan, at):
            end = at + 1
        elif _parts(scan, at) or not (scan.fronting(at) or scan.joining(token.low)):
            break
        at += 1
    owns = end > start and scan.read[end - 1].owning
    return end if telling and not owns else start


def _adjective(scan: Scan, at: int) -> bool:
    """Whether a word is the adjective of a state, so that a noun has to follow."""
    return scan.read[at].low in language(scan.code).actors.adjectives


def _plain(scan: Scan, at: int) -> bool:
    """Whether a word can be the noun that an adjective stands with."""
    low, data = scan.read[at].low, scan.words
    small = data.links | data.joining | data.auxiliaries | data.determiners | data.participles
    return low.isalpha() and low not in small


def _parts(scan: Scan, at: int) -> bool:
    """Whether an "and" leads to another occasion or instrument, which is no part of this one."""
    if scan.read[at].low not in scan.words.closing:
        return False
    process = language(scan.code).process
    for ahead in range(at + 1, min(at + 5, len(scan.read))):
        low = scan.read[ahead].low
        if low in process.meetings.nouns or low in process.agreements.nouns:
            return True
        if not (scan.fronting(ahead) or low in scan.words.determiners):
            return False
    return False


def _goes_on(scan: Scan, at: int) -> bool:
    """Whether a list goes on behind a comma: names up to an "and" with one more."""
    for ahead in range(at, min(at + _LONGEST, len(scan.read))):
        if ahead > at and not (scan.beside(ahead) or scan.listed(ahead)):
            return False
        low = scan.read[ahead].low
        if low in scan.words.closing:
            return True
        known = scan.name(ahead) or scan.fronting(ahead) or scan.joining(low)
        if not known and low not in scan.words.fillers:
            return False
    return False


def told_of(scan: Scan, place: int) -> Span:
    """Where a predicate that follows goes on with when and where; empty where none does."""
    start = at = place
    while at < len(scan.read) and at - start < 8 and (scan.beside(at) or scan.listed(at)):
        low = scan.read[at].low
        if low in scan.words.participles and low not in scan.words.auxiliaries:
            end = behind(scan, at)
            if end == at:
                end = at + 1
            return Span(scan.read[start].start, scan.read[end - 1].end)
        if at > start and low in scan.words.placing:
            end = behind(scan, at)
            return Span(scan.read[start].start, scan.read[max(end, at) - 1].end)
        if low not in scan.words.auxiliaries:
            break
        at += 1
    edge = scan.read[place - 1].end if place else 0
    return Span(edge, edge)
