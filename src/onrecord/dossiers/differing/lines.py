"""The same meeting or agreement in two documents: what the two say differently of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import TypeVar

from onrecord import dates
from onrecord.dossiers.differing.hearing import Heard
from onrecord.dossiers.differing.telling import discrepancy
from onrecord.dossiers.differing.weighing import weigh
from onrecord.dossiers.joining import agree
from onrecord.dossiers.joining.canonical import Names, place_name
from onrecord.dossiers.joining.times import width
from onrecord.languages import language
from onrecord.model import (
    Agreement,
    Dating,
    Discrepancy,
    DiscrepancyKind,
    Evidence,
    Meeting,
    Profile,
    Status,
)
from onrecord.text import words

K = DiscrepancyKind
_Line = TypeVar("_Line", Meeting, Agreement)
_WEEKS, _FEW_DAYS = 62, 4


def among_lines(
    meetings: Mapping[str, Sequence[Meeting]],
    agreements: Mapping[str, Sequence[Agreement]],
    *,
    profile: Profile,
    heard: Mapping[str, Heard],
) -> tuple[Discrepancy, ...]:
    """What the lines that became one line say differently, by the id of the joined one.

    Dates of which one lies in the other, and places of which one is the other's name of the time,
    are explained; others are flagged. Also flagged are two numbers for the meetings of one body on
    one day, a higher number on an earlier day, and a count of sessions that does not fit the
    number of the next.
    """
    found: dict[str, Discrepancy] = {}
    names = Names(profile)
    made: list[Discrepancy] = []
    for held in meetings.values():
        lines = [line for line in held if line.status is not Status.ANNOUNCED]
        made += [*_dates(lines), *_places(lines), *_named(held, names, heard)]
    for agreed in agreements.values():
        made += [*_dates(agreed), *_places(agreed)]
    every = [line for held in meetings.values() for line in held]
    made += [*_numbers(every, names), *_counts(every, profile, names)]
    for one in made:
        found.setdefault(one.id, one)
    return tuple(found.values())


def _dates(lines: Sequence[_Line]) -> Iterator[Discrepancy]:
    """The date that says most against each other one."""
    dated = sorted((one for one in lines if one.dating), key=lambda one: width(one.dating))
    for other in dated[1:]:
        first = dated[0]
        a, b = first.dating, other.dating
        if a is None or b is None or a.edtf == b.edtf or not _two(first, other):
            continue
        said, evidence = (a.edtf, b.edtf), (first.evidence[0], other.evidence[0])
        what = f"the date of {_called(first)}"
        agreement = dates.agree(a, b)
        explained = agreement.why if agreement.agrees else ""
        yield discrepancy(K.DATE, what, said, evidence, explained=explained, why=agreement.why)


def _places(lines: Sequence[_Line]) -> Iterator[Discrepancy]:
    placed = [one for one in lines if one.place]
    for other in placed[1:]:
        first = placed[0]
        if first.place == other.place or not _two(first, other):
            continue
        said, evidence = (first.place, other.place), (first.evidence[0], other.evidence[0])
        what = f"the place of {_called(first)}"
        if place_name(first.place) == place_name(other.place):
            why = f"{first.place} and {other.place} are names of one place"
            yield discrepancy(K.PLACE, what, said, evidence, explained=why)
        else:
            yield discrepancy(K.PLACE, what, said, evidence, why="these are two places")


def _named(
    lines: Sequence[Meeting], names: Names, heard: Mapping[str, Heard]
) -> Iterator[Discrepancy]:
    """Proper names of one meeting of which one word differs, once each."""
    seen: set[frozenset[str]] = set()
    for first, other in combinations([line for line in lines if line.name], 2):
        one, two = names.telling(first.name), names.telling(other.name)
        differing = one ^ two
        evidence = first.evidence[0], other.evidence[0]
        if not (len(one & two) > 1 and len(one - two) == len(two - one) == 1) or differing in seen:
            continue
        proper = all(_capital(word, first.name, other.name) for word in differing)
        if not (proper and _two(first, other) and all(e.document in heard for e in evidence)):
            continue
        seen.add(differing)
        weighed = weigh(*evidence, heard)
        likelier = {evidence[0].words: first.name, evidence[1].words: other.name}
        yield discrepancy(
            K.NAME,
            "the name of a meeting",
            (first.name, other.name),
            evidence,
            likelier=likelier.get(weighed.likelier, ""),
            why=weighed.why,
        )


def _capital(form: str, *names: str) -> bool:
    """Whether a word is written with a capital in the name that has it."""
    return any(
        word.span.of(n)[0].isupper() for n in names for word in words(n) if word.form == form
    )


def _numbers(lines: Sequence[Meeting], names: Names) -> Iterator[Discrepancy]:
    """Numbers of one body's meetings of one kind that their days contradict."""
    series: dict[tuple[str, str], list[tuple[int, Dating, Meeting]]] = {}
    for line in lines:
        body = names.thing(line.body) if line.body else names.whose(line.name)
        held = body and line.status is Status.HELD and width(line.dating) <= _FEW_DAYS
        if held and line.ordinal and line.dating:
            series.setdefault((body, line.kind), []).append((line.ordinal, line.dating, line))
    for (body, _), numbered in series.items():
        for (low, early, a), (high, late, b) in combinations(sorted(numbered, key=_number), 2):
            if low == high:
                continue
            why = ""
            if agree(early, late):
                why = "two numbers are given to one day" if _two(a, b) else ""
            elif early.earliest and late.latest and early.earliest > late.latest:
                why = "the higher number is of the earlier day"
            if why:
                said = f"{low}: {early.edtf}", f"{high}: {late.edtf}"
                evidence = a.evidence[0], b.evidence[0]
                yield discrepancy(K.COUNT, f"the number of {body}", said, evidence, why=why)


def _number(numbered: tuple[int, Dating, Meeting]) -> int:
    return numbered[0]


def _counts(lines: Sequence[Meeting], profile: Profile, names: Names) -> Iterator[Discrepancy]:
    """How many are said to have been held against the number of the next one."""
    for one in lines:
        many = _counted(one.evidence[0].words, profile.language)
        if not many or one.status is not Status.HELD:
            continue
        for other in lines:
            if other.ordinal is None or other.status is not Status.ANNOUNCED:
                continue
            if not _one_series(one, other, names) or not _near(one.evidence[0], other.evidence[0]):
                continue
            said = (f"{many} held", f"number {other.ordinal} to come")
            evidence = one.evidence[0], other.evidence[0]
            what = "how many were held"
            if other.ordinal == many + 1:
                why = f"{many} were held and number {other.ordinal} is to come: both agree"
                yield discrepancy(K.COUNT, what, said, evidence, explained=why)
            else:
                why = f"after {many} the next would be number {many + 1}"
                yield discrepancy(K.COUNT, what, said, evidence, why=why)


def _counted(said: str, code: str) -> int:
    """The number in "has held two sessions", 0 where none is said."""
    data = language(code).comparing
    found = [word.form for word in words(said)]
    for place, word in enumerate(found[:-1]):
        number = data.cardinals.get(word, int(word) if word.isdigit() and len(word) < 3 else 0)
        if number and set(found[place + 1 : place + 3]) & data.sessions:
            return number
    return 0


def _one_series(a: Meeting, b: Meeting, names: Names) -> bool:
    if a.body and b.body:
        return names.thing(a.body) == names.thing(b.body)
    return a.kind == b.kind and a.evidence[0].document == b.evidence[0].document


def _near(a: Evidence, b: Evidence) -> bool:
    """Whether two things were said within some weeks."""
    days = [one.said.earliest for one in (a, b) if one.said and one.said.earliest]
    return a.document == b.document or (len(days) == 2 and abs((days[0] - days[1]).days) <= _WEEKS)


def _two(a: _Line, b: _Line) -> bool:
    """Whether two lines stand in two documents."""
    return a.evidence[0].document != b.evidence[0].document


def _called(line: Meeting | Agreement) -> str:
    if line.name or isinstance(line, Agreement):
        return line.name or line.kind
    return f"{line.body or line.kind}{f' {line.ordinal}' if line.ordinal else ''}"
