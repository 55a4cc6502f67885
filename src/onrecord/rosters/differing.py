"""In what the sources of a roster differ: the dates of a tenure, who holds a post, two at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations

from onrecord.model import ONGOING, Disagreement, DisagreementKind, Person, Roster, Tenure
from onrecord.rosters.days import bounds, overlap
from onrecord.rosters.holding import held_by_several
from onrecord.rosters.looking_up import Lookup, lookup_of

# Terms of a source that follow each other within so many days are one tenure.
_NEXT = timedelta(days=4)
# Two posts of one person that overlap for longer than this are held side by side on purpose.
_CHANGE = 366


def disagreements(roster: Roster, person: Person | None = None) -> tuple[Disagreement, ...]:
    """What cannot all be right, of one person or of everybody: each with its tenures and why.

    Dates differ where no day fits both, so that "2004" and "2004-03-09" agree; two holders differ
    where both hold a post for more than a day; two posts at once are told where the overlap is the
    smaller part of both. Posts that are only a code are not compared.
    """
    lookup = lookup_of(roster)
    people = [person] if person else roster.people
    found: dict[Disagreement, None] = {}
    for one in people:
        claims = [t for t in lookup.of_person(one.id) if not _coded(t)]
        for group in _by_post(claims, lookup):
            found |= dict.fromkeys(_dates(group))
            found |= dict.fromkeys(_holders(group, lookup))
        found |= dict.fromkeys(_at_once(claims, lookup))
    return tuple(found)


def _coded(tenure: Tenure) -> bool:
    return tenure.post.isupper() and " " not in tenure.post and len(tenure.post) > 3


def _by_post(claims: Iterable[Tenure], lookup: Lookup) -> list[list[Tenure]]:
    """Tenures of one post together, terms that follow each other in one source as one."""
    groups: dict[object, list[Tenure]] = defaultdict(list)
    for claim in claims:
        asked = lookup.asked(claim.post)
        key = lookup.keys(asked.office, claim.of, ())[-1]
        groups[key, claim.of, asked.bodies].append(claim)
    return [_runs(group) for group in groups.values()]


def _runs(claims: Sequence[Tenure]) -> list[Tenure]:
    found: list[Tenure] = []
    for claim in sorted(claims, key=lambda one: (one.according, one.start)):
        last = found[-1] if found else None
        if last is not None and last.according == claim.according and _follows(last, claim):
            found[-1] = replace(last, end=claim.end)
        else:
            found.append(claim)
    return found


def _follows(last: Tenure, claim: Tenure) -> bool:
    end, start = bounds(last.end)[1], bounds(claim.start)[0]
    return end is not None and start is not None and start - end <= _NEXT


def _dates(claims: Sequence[Tenure]) -> Iterator[Disagreement]:
    for one, other in combinations(claims, 2):
        if one.according == other.according or overlap(one, other) is None:
            continue
        ways = [
            f"{one.according} has it {word} {_shown(a)}, {other.according} {word} {_shown(b)}"
            for word, a, b, differ in (
                ("from", one.start, other.start, _apart(one.start, other.start)),
                ("until", one.end, other.end, _ends_apart(one, other)),
            )
            if differ
        ]
        if ways:
            yield Disagreement(DisagreementKind.DATES, (one, other), "; ".join(ways))


def _apart(a: str, b: str) -> bool:
    """Whether no day fits both dates."""
    (first, last), (first2, last2) = bounds(a), bounds(b)
    if not (first and last and first2 and last2):
        return False
    return max(first, first2) > min(last, last2)


def _ends_apart(one: Tenure, other: Tenure) -> bool:
    if ONGOING not in {one.end, other.end}:
        return _apart(one.end, other.end)
    going, ended = (one, other) if one.end == ONGOING else (other, one)
    end, spoken = bounds(ended.end)[1], bounds(going.as_of)[0] or date.max
    return ended.end != ONGOING and end is not None and end < spoken


def _shown(edtf: str) -> str:
    return {"": "an unknown day", ONGOING: "today"}.get(edtf, edtf)


def _holders(claims: Sequence[Tenure], lookup: Lookup) -> Iterator[Disagreement]:
    for claim in claims:
        asked = replace(lookup.asked(claim.post))
        asked = replace(asked, bodies=asked.bodies | ({claim.of} - {""}))
        theirs = [t for t in lookup.of_post(asked) if not _coded(t)]
        if held_by_several(asked, theirs):
            continue
        for other in theirs:
            both = overlap(claim, other) if other.person != claim.person else None
            if both and (both[1] - both[0]).days > 1:
                pair = sorted((claim, other), key=lambda one: (bounds(one.start)[0], one.person))
                sources = " and ".join(dict.fromkeys(one.according for one in pair))
                why = f"both from {both[0]} to {_day(both[1])}, according to {sources}"
                yield Disagreement(DisagreementKind.HOLDERS, tuple(pair), why)


def _at_once(claims: Sequence[Tenure], lookup: Lookup) -> Iterator[Disagreement]:
    for one, other in combinations(claims, 2):
        both = overlap(one, other) if one.according == other.according else None
        if both is None or lookup.asked(one.post).office == lookup.asked(other.post).office:
            continue
        days = (both[1] - both[0]).days
        if days <= _CHANGE and all(2 * days < _length(tenure) for tenure in (one, other)):
            why = (
                f"two posts at once from {both[0]} to {_day(both[1])} according to {one.according}"
            )
            yield Disagreement(DisagreementKind.AT_ONCE, (one, other), why)


def _length(tenure: Tenure) -> int:
    whole = overlap(tenure, tenure)
    return (whole[1] - whole[0]).days if whole else 0


def _day(day: date) -> str:
    return "today" if day == date.max else str(day)
