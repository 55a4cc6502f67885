"""The parts of a story: headline, standfirst, dateline, byline, publisher, section headings."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from onrecord.dates import Mention, find_dates
from onrecord.languages._layout import Layout
from onrecord.model import Span

_CAPITALS = r"[A-Z][A-Z’'.\-]*[A-Z.](?:[ /][A-Z](?:[A-Z’'.\-]*[A-Z.])?){0,4}"
_REGION = r"(?:,\s[A-Z][A-Za-z.’']{0,20}(?:\s[A-Z][a-z.]{1,20})?)?"
_AGENCY = r"(?:/(?P<slash>[A-Za-z \-]{2,30})/\.?|\((?P<round>[A-Za-z ,\-]{2,30})\))"
_DASH = r"(?:(?<=\s)--?(?=\s)|[—–―]|(?<=\))\s*--?)"
_WORDS = re.compile(r"\S+")
_END = re.compile(r"[.!?…:;,][\"”’')\]]*$")
_LEAD_TIME = re.compile(
    r"\(?\s*(?:[01]?\d|2[0-3])[:.][0-5]\d\s*(?:[ap]\.?\s?m\.?)?\s*(?:[A-Z]{2,4}T?)?\s*\)?", re.I
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """Place, day and agency at the start of a story's lead; `span` ends before the lead itself."""

    span: Span
    place: str
    agency: str = ""
    day: Mention | None = None


@lru_cache(maxsize=8)
def _dateline(months: frozenset[str]) -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, months), key=len, reverse=True))
    day = (
        rf"(?P<day>(?:(?:{names})\b\.?\s\d{{1,2}}|\d{{1,2}}\s(?:{names})\b)(?:,?\s(?:19|20)\d\d)?)"
    )
    titled = r"[A-Z][a-z’'\-]+(?:[ /-][A-Z][a-z’'\-]+){0,3}"
    return re.compile(
        rf"(?:(?P<place>{_CAPITALS}{_REGION})(?:[,.]?\s{day})?[.,]?\s*"
        rf"(?:{_AGENCY}\s*{_DASH}?|{_DASH})\s*"
        rf"|(?P<titled>{titled}{_REGION})(?:[,.]?\s(?:{day.replace('<day>', '<day2>')}))?[.,]?\s*"
        rf"{_AGENCY.replace('<slash>', '<slash2>').replace('<round>', '<round2>')}\s*{_DASH}?\s*)"
    )


def read_dateline(text: str, span: Span, layout: Layout) -> Dateline | None:
    """The dateline at the start of a paragraph: `BEIRUT, Oct 3 (Reuters) -`, `ROME, May 2. /TASS/.`

    The place stands in capitals, or an agency that is known follows it.
    """
    months = frozenset(m.capitalize() for m in layout.months)
    match = _dateline(months).match(text, span.start, min(span.end, span.start + 160))
    if not match or match.end() >= span.end:
        return None
    group = match.groupdict()
    raw = group["slash"] or group["round"] or group["slash2"] or group["round2"] or ""
    agency = _agency(raw.strip(), sure=bool(group["slash"] or group["slash2"]), layout=layout)
    if group["titled"] and not agency:
        return None
    if not group["titled"] and not _is_place(group["place"], raw, layout):
        return None
    end = match.end()
    day = next(iter(find_dates(text[span.start : end])), None)
    if day:
        moved = Span(span.start + day.span.start, span.start + day.span.end)
        day = Mention(moved, day.month, day.day, day.year)
    stop = len(text[:end].rstrip())
    return Dateline(Span(span.start, stop), _place(group["place"] or group["titled"]), agency, day)


def _agency(raw: str, *, sure: bool, layout: Layout) -> str:
    """The agency's name; one in no list as it is written, if between slashes or in capitals."""
    return layout.agencies.get(raw.casefold(), raw if sure or raw.isupper() else "")


def _is_place(place: str, raw: str, layout: Layout) -> bool:
    """Whether capitals before a dash are a place: no letter or two, no "EXCLUSIVE"."""
    letters = [c for c in place if c.isalpha()]
    return len(letters) > 2 and len(raw) != 1 and place.casefold() not in layout.never_labels


def _place(raw: str) -> str:
    city, comma, region = raw.strip(" ,").partition(",")
    city = city.rstrip(".")
    city = city.title() if city.isupper() else city
    return re.sub(r"(?<=[’'])S\b", "s", city) + comma + region


def is_byline(line: str, layout: Layout) -> bool:
    """Whether a line names the writer: "By Anna Example", "(Reporting by Anna Example)"."""
    line = line.strip().strip("()")
    words = line.split()
    folded = line.casefold()
    if not any(folded.startswith(b) for b in layout.byline) or len(words) < 2:
        return False
    small = sum(w[0].islower() for w in words[1:])
    credits = ";" in line or folded.split()[0] != "by"
    return len(words) <= (40 if credits else 12) and small <= len(words) / (2 if credits else 4)


def is_publisher(line: str, layout: Layout) -> bool:
    """Whether a short line is the name of who put the story out: "Duvar English"."""
    words = line.split()
    return (
        1 <= len(words) <= 5
        and not _END.search(line)
        and all(w[0].isupper() or w[0].isdigit() or w in ("of", "the", "and") for w in words)
        and any(w.casefold().strip("/.") in layout.publisher_words for w in words)
    )


def is_heading(line: str) -> bool:
    """Whether a line may head a section: few words, a capital first, no stop at the end."""
    words = _WORDS.findall(line)
    return (
        1 <= len(words) <= 10
        and len(line) <= 90
        and line[0].isupper()
        and not _END.search(line)
        and not line.endswith(('"', "”", "»"))
        and sum(c.isalpha() for c in line) >= 3
    )


def is_sentence(line: str) -> bool:
    """Whether a line reads as prose: it ends as a sentence does and has several words."""
    return bool(_END.search(line.rstrip())) and len(line.split()) > 3


def is_date_line(line: str, layout: Layout) -> bool:
    """Whether a line holds a date, a time of day, or both, and nothing else of weight."""
    if len(line) > 60:
        return False
    rest = line
    for found in reversed(find_dates(line)):
        rest = rest[: found.span.start] + rest[found.span.end :]
    timeless = _LEAD_TIME.sub("", rest)
    words = [w.strip("(),.|·•-–—:") for w in timeless.split()]
    known = layout.date_words | frozenset(layout.weekdays) | {""}
    return timeless != line and all(w.casefold() in known for w in words)
