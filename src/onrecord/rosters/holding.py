"""Who holds a post on a day, which posts a person holds, and in what the sources differ."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations

from onrecord.languages import language
from onrecord.model import Fit, Holder, Person, Roster, Tenure
from onrecord.naming import clean_name, names_fit, parts_of
from onrecord.rosters.days import day_of, fit, overlap
from onrecord.rosters.looking_up import Asked, Lookup, lookup_of

# A source in which two people hold one post for longer than this has several holders of it.
_SEVERAL = 366


def holders(roster: Roster, post: str, *, day: date | str, of: str = "") -> tuple[Holder, ...]:
    """Who holds a post on a day, each with who says so and what speaks against it.

    `post` is in anybody's words ("Kazakh Foreign Minister", "the Minister of Foreign Affairs of the
    Republic of Kazakhstan"); `of` names the state or the organisation where the words do not.
    Nobody is left out because sources differ: on the day of a change both are there, and whoever
    only may hold it comes last. Empty where the roster has nobody. `InputError` for no day.
    """
    when, lookup = day_of(day), lookup_of(roster)
    asked = asked_of(lookup, post, of)
    if asked is None or not asked.office.now:
        return ()
    claims = lookup.of_post(asked)
    fitting = [(claim, how) for claim in claims if (how := fit(claim, when))]
    by_person: dict[str, list[tuple[Tenure, Fit]]] = defaultdict(list)
    for claim, how in fitting:
        by_person[claim.person].append((claim, how))
    several = held_by_several(asked, claims)
    found = [
        _holder(lookup.people[person], held, claims, day=when, several=several)
        for person, held in by_person.items()
    ]
    return tuple(sorted(found, key=_order))


def asked_of(lookup: Lookup, post: str, of: str = "") -> Asked | None:
    """The words of a post taken apart; None where `of` is no body of the roster."""
    asked = lookup.asked(post)
    if not of:
        return asked
    body = lookup.body(of)
    return replace(asked, bodies=asked.bodies | {body.id}) if body else None


def post_on(roster: Roster, person: str, *, day: date | str) -> tuple[Tenure, ...]:
    """The posts that a person, by id or name, holds on a day, those that are sure first.

    Where several people bear the name, the posts of all of them; a tenure says whose it is.
    """
    when, lookup = day_of(day), lookup_of(roster)
    held = [
        (tenure, how)
        for one in people_named(roster, person)
        for tenure in lookup.of_person(one.id)
        if (how := fit(tenure, when))
    ]
    return tuple(t for t, how in sorted(held, key=lambda pair: pair[1] is Fit.PERHAPS))


def people_named(roster: Roster, name: str) -> tuple[Person, ...]:
    """The people whom an id or a name can mean, by the rules of `naming.same_name`.

    Those whose usual name it is, word for word, go before all others and shut them out.
    """
    lookup = lookup_of(roster)
    if name in lookup.people:
        return (lookup.people[name],)
    if known := lookup.also.get(name):
        return (lookup.people[known],)
    found = _fitting(lookup, name) or _fitting(lookup, clean_name(name))
    exact = [one for one in found if parts_of(one.name) == parts_of(name)]
    return tuple(exact or found)


def _fitting(lookup: Lookup, name: str) -> list[Person]:
    return [one for one in lookup.bearing(name) if any(names_fit(name, n) for n in one.names)]


def held_by_several(asked: Asked, claims: Iterable[Tenure]) -> bool:
    """Whether one source has two people hold the post for longer than any change takes.

    Never of a post that is one person's at a time by what it is, unless it has a rank.
    """
    if not asked.office.ranks and asked.office.office in language("en").offices.single:
        return False
    by_source: dict[str, list[Tenure]] = defaultdict(list)
    for claim in claims:
        by_source[claim.according].append(claim)
    return any(
        one.person != other.person
        and (both := overlap(one, other)) is not None
        and (both[1] - both[0]).days > _SEVERAL
        for of_source in by_source.values()
        for one, other in combinations(of_source[:60], 2)
    )


def _holder(
    person: Person,
    held: Sequence[tuple[Tenure, Fit]],
    claims: Sequence[Tenure],
    *,
    day: date,
    several: bool,
) -> Holder:
    tenures = tuple(tenure for tenure, _ in held)
    fits = tuple(how for _, how in held)
    denying = _denied(person, tenures, claims)
    others = [] if several or Fit.COVERS not in fits else _others(person, claims, day)
    why = _why(fits, denying, others, day)
    return Holder(person, tenures, fits, (*denying, *others), why)


def _denied(
    person: Person, tenures: Sequence[Tenure], claims: Sequence[Tenure]
) -> tuple[Tenure, ...]:
    """What other sources have of the same person in the same post, where none is of that day."""
    saying = {tenure.according for tenure in tenures}
    theirs = [c for c in claims if c.person == person.id and c.according not in saying]
    near = [c for c in theirs if any(_same_time(c, tenure) for tenure in tenures)]
    return tuple(near)


def _same_time(one: Tenure, other: Tenure) -> bool:
    """Whether two claims are of one tenure: they overlap."""
    return overlap(one, other) is not None


def _others(person: Person, claims: Sequence[Tenure], day: date) -> list[Tenure]:
    return [c for c in claims if c.person != person.id and fit(c, day) is Fit.COVERS]


def _why(
    fits: Sequence[Fit], denying: Sequence[Tenure], others: Sequence[Tenure], day: date
) -> str:
    reasons: list[str] = []
    if others:
        names = ", ".join(sorted({one.according for one in others}))
        reasons.append(f"on {day} another holds it according to {names}")
    if denying:
        names = ", ".join(sorted({one.according for one in denying}))
        reasons.append(f"not on {day} according to {names}")
    if Fit.COVERS not in fits:
        edge = Fit.EDGE in fits
        reasons.append("the day of a change" if edge else "the dates leave this day open")
    return "; ".join(reasons)


def _order(holder: Holder) -> tuple[bool, bool, int, str]:
    return (
        Fit.COVERS not in holder.fits,
        Fit.EDGE not in holder.fits,
        len(holder.against),
        holder.person.name,
    )
