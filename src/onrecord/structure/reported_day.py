"""The day of the event that a report tells of, worked out from its dateline and its lead."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from onrecord.dates import Mention, find_dates
from onrecord.languages import language
from onrecord.model import Dating, Span

_CLAUSE = re.compile(r"[.!?;:\n“”\"]")
_WORD = re.compile(r"[\w’']+")
_REPORT_WITHIN = 1  # days between an event and a wire's dateline that names its weekday
_NEAR = 40  # characters between a verb of saying and the day it was said on
_YEARS_AFTER = 1  # a first fit later than this after the latest past year proves nothing
_YEARS_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Past:
    """A time that the text speaks of as past: the event is not before `bound`."""

    bound: date
    year: int
    words: str
    span: Span


@dataclass(frozen=True, slots=True)
class Weekday:
    """A weekday named in the lead: Monday is 0."""

    number: int
    name: str
    span: Span


def day_of_report(
    text: str,
    lead: Span,
    *,
    dateline: Mention | None = None,
    published: Dating | None = None,
    code: str = "en",
) -> Dating | None:
    """The day of what `lead` reports, as far as dateline, lead and text give it; else None.

    A day named in the lead wins; else the weekday named there, on or just before the dateline's
    day; else the dateline's day. A year that is not named comes from `published`, else, where a
    weekday can be tested against it, it is the first year that fits and is not before the latest
    time that the text speaks of as past, if that is the same year or the next: with a gap of years
    the weekday would be a guess. Where nothing fixes the year it stays open (`XXXX`).
    """
    weekday = _weekday(text, lead, code)
    named = _named_day(text, lead, dateline, loose=weekday is None, code=code)
    if named and named.day:
        return _of_named(text, named, weekday=weekday, published=published, code=code)
    if dateline and dateline.day:
        return _of_dateline(text, dateline, weekday=weekday, published=published, code=code)
    if weekday and published and published.earliest and published.earliest == published.latest:
        return _of_weekday(weekday, published.earliest, published.edtf, "the day of publication")
    return None


def _named_day(
    text: str, lead: Span, dateline: Mention | None, *, loose: bool, code: str
) -> Mention | None:
    """The day that the lead puts the event on: "said on Feb. 15", else, `loose`, "on Feb. 15".

    The second only without a year: reports give a year to days long past. A day ahead is none.
    """
    layout = language(code).layout
    second: Mention | None = None
    first_ahead = _first_ahead(lead.of(text), code)
    for found in find_dates(lead.of(text), code):
        span = Span(lead.start + found.span.start, lead.start + found.span.end)
        before = text[max(lead.start, span.start - 2 * _NEAR) : span.start].casefold()
        if not found.day or not before.endswith("on ") or (dateline and span.meets(dateline.span)):
            continue
        here = Mention(span, found.month, found.day, found.year)
        if not layout.reporting.isdisjoint(_WORD.findall(before[-_NEAR:])):
            return here
        ahead = first_ahead <= found.span.start
        if not second and not ahead and (found.year is None or before == "on "):
            second = here
    return second if loose else None


def _first_ahead(lead: str, code: str) -> int:
    """Where the first words of plan or forecast in a lead end; beyond it where there are none."""
    found = (re.search(pattern, lead, re.I) for pattern in language(code).layout.ahead)
    return min((match.end() for match in found if match), default=len(lead) + 1)


def _of_named(
    text: str, day: Mention, *, weekday: Weekday | None, published: Dating | None, code: str
) -> Dating:
    words = day.span.of(text)
    if day.year:
        exact = date(day.year, day.month, day.day or 1)
        return Dating(day.edtf, exact, exact, words, (day.span,), how="The lead names the day.")
    if published and published.latest:
        return _before(day, words, published)
    if weekday:
        return _by_years(text, day, weekday=weekday, gaps=(0,), code=code) or _open(day, words)
    return _open(day, words)


def _of_dateline(
    text: str, dateline: Mention, *, weekday: Weekday | None, published: Dating | None, code: str
) -> Dating:
    words = dateline.span.of(text)
    if not dateline.year and published and published.latest:
        anchor = _before(dateline, words, published)
    elif dateline.year:
        exact = date(dateline.year, dateline.month, dateline.day or 1)
        anchor = Dating(dateline.edtf, exact, exact, words, (dateline.span,))
    elif weekday:
        gaps = tuple(range(_REPORT_WITHIN + 1))
        found = _by_years(text, dateline, weekday=weekday, gaps=gaps, code=code)
        return found or _open_week(dateline, weekday, words)
    else:
        return _open(dateline, words, how=f"The dateline's day, “{words}”; no year is given.")
    if weekday and anchor.earliest:
        found = _of_weekday(weekday, anchor.earliest, anchor.edtf, "the dateline's day")
        how = f"{anchor.how} {found.how}".strip()
        spans = (dateline.span, weekday.span)
        return Dating(
            found.edtf,
            found.earliest,
            found.latest,
            f"{words}; {weekday.name}",
            spans,
            anchor.edtf,
            how,
            True,
        )
    how = f"{anchor.how} The dateline's day: the lead names no other.".strip()
    return Dating(anchor.edtf, anchor.earliest, anchor.latest, words, anchor.spans, "", how, True)


def _of_weekday(weekday: Weekday, anchor: date, edtf: str, what: str) -> Dating:
    day = anchor - timedelta((anchor.weekday() - weekday.number) % 7)
    how = f"“{weekday.name}” is the one on or just before {what}, {anchor.isoformat()}."
    return Dating(day.isoformat(), day, day, weekday.name, (weekday.span,), edtf, how, True)


def _before(day: Mention, words: str, published: Dating) -> Dating:
    """The last such day not after the day of publication."""
    latest = published.latest
    assert latest is not None
    for year in range(latest.year, latest.year - 9, -1):
        found = _day(year, day)
        if found and found <= latest:
            how = f"“{words}” without a year is the last one not after {published.edtf}."
            spans = (day.span,)
            return Dating(
                found.isoformat(), found, found, words, spans, published.edtf, how, inferred=True
            )
    return _open(day, words)


def _by_years(
    text: str, day: Mention, *, weekday: Weekday, gaps: tuple[int, ...], code: str
) -> Dating | None:
    """The first year in which the weekday fits and that is not before the latest past time."""
    past = latest_past(text, code)
    if past is None:
        return None
    fits: list[tuple[date, date]] = []
    for year in range(past.year, past.year + _YEARS_SHOWN):
        anchor = _day(year, day)
        gap = (anchor.weekday() - weekday.number) % 7 if anchor else -1
        if anchor and gap in gaps:
            fits.append((anchor - timedelta(gap), anchor))
    held = [(event, anchor) for event, anchor in fits if event > past.bound]
    if not held or held[0][0].year > past.year + _YEARS_AFTER:
        return None
    event, anchor = held[0]
    too_early = [e.isoformat() for e, _ in fits if e <= past.bound]
    how = _explained(text, day, weekday, past=past, event=event, anchor=anchor)
    if too_early:
        how += f" {', '.join(too_early)} would fit the weekday and is too early."
    if len(held) > 1:
        how += f" {held[1][0].isoformat()} would fit too: the first that fits is taken."
    spans = (day.span, weekday.span, past.span)
    words = f"{day.span.of(text)}; {weekday.name}; {past.words}"
    edtf = event.isoformat()
    return Dating(edtf, event, event, words, spans, anchor.isoformat(), how, inferred=True)


def _explained(
    text: str, day: Mention, weekday: Weekday, *, past: Past, event: date, anchor: date
) -> str:
    return (
        f"“{day.span.of(text)}” names no year. “{weekday.name}” is on that day or just before it."
        f" “{past.words}” is spoken of as past, so the event is after"
        f" {past.bound.isoformat()}. The first year that fits is {event.year}:"
        f" {anchor.isoformat()} is a {_name(anchor)}, so the event was on {_name(event)},"
        f" {event.isoformat()}."
    )


def _name(day: date) -> str:
    names = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
    return names[day.weekday()]


def _open(day: Mention, words: str, *, how: str = "") -> Dating:
    how = how or f"“{words}”: no year is given and nothing in the text fixes it."
    return Dating(day.edtf, None, None, words, (day.span,), how=how)


def _open_week(day: Mention, weekday: Weekday, words: str) -> Dating:
    """The week up to the dateline's day: without a year the weekday cannot be placed in it."""
    last = date(2001, day.month, min(day.day or 1, 28))
    first = last - timedelta(6)
    edtf = f"XXXX-{first:%m-%d}/{day.edtf}"
    how = (
        f"“{words}” names no year, and no time spoken of as past is near enough to fix one, so"
        f" the {weekday.name} on or just before it cannot be placed."
    )
    return Dating(edtf, None, None, f"{words}; {weekday.name}", (day.span, weekday.span), how=how)


def _day(year: int, mention: Mention) -> date | None:
    try:
        return date(year, mention.month, mention.day or 1)
    except ValueError:  # 29 February
        return None


@lru_cache(maxsize=8)
def _weekdays(code: str) -> re.Pattern[str]:
    names = "|".join(n for n in language(code).layout.weekdays if len(n) > 5)
    kept = "".join(rf"(?<!\b{re.escape(w)} )" for w in language(code).layout.not_this_week)
    return re.compile(rf"{kept}\b({names})\b", re.I)


@lru_cache(maxsize=8)
def _years(code: str) -> re.Pattern[str]:
    ends = "|".join(re.escape(e).replace(r"\ ", r"\s+") for e in language(code).layout.year_ends)
    return re.compile(rf"\b(?:(?P<end>{ends})\s+)?(?P<year>(?:19|20)\d\d)\b(?![\w-])", re.I)


def _weekday(text: str, lead: Span, code: str) -> Weekday | None:
    """The first weekday of the lead that stands outside quotation marks."""
    for match in _weekdays(code).finditer(text, lead.start, lead.end):
        before = text[lead.start : match.start()]
        if before.count("“") > before.count("”") or before.count('"') % 2:
            continue
        number = language(code).layout.weekdays[match.group().casefold()]
        return Weekday(number, match.group(), Span(match.start(), match.end()))
    return None


def latest_past(text: str, code: str = "en") -> Past | None:
    """The latest year that the text plainly speaks of as past, with the day that it bounds.

    "at the end of 2019" puts the event after November of that year; a year alone puts it after the
    last day of the year before. A year beside words of plan or forecast bounds nothing.
    """
    best: Past | None = None
    for match in _years(code).finditer(text):
        year = int(match.group("year"))
        if best and year < best.year:
            continue
        if not _spoken_as_past(text, match.start(), match.end(), code):
            continue
        at_end = bool(match.group("end"))
        bound = date(year, 12, 1) if at_end else date(year - 1, 12, 31)
        if best is None or bound > best.bound:
            best = Past(bound, year, match.group(), Span(match.start(), match.end()))
    return best


def _spoken_as_past(text: str, start: int, end: int, code: str) -> bool:
    """Whether the clause around a year has a verb in the past and no word of plan or forecast."""
    layout = language(code).layout
    before = text[max(0, start - 120) : start]
    breaks = list(_CLAUSE.finditer(before))
    before = before[breaks[-1].end() :] if breaks else before
    after = _CLAUSE.split(text[end : end + 60], maxsplit=1)[0].split(",")[0]
    clause = f"{before}{text[start:end]}{after}".casefold()
    if any(re.search(p, clause) or re.search(p, before.casefold()) for p in layout.ahead):
        return False
    told = [w for w in _WORD.findall(clause) if w not in layout.reporting]
    return any(w in layout.past or (w.endswith("ed") and len(w) > 4) for w in told) or any(
        phrase in clause for phrase in layout.past_phrases
    )
