"""Roles and posts that several documents, or several places of one, speak of."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace

from onrecord.dossiers.identity import identify
from onrecord.dossiers.joining.canonical import Names
from onrecord.dossiers.joining.clusters import grouped
from onrecord.dossiers.joining.evidence import belongs, documents, merged
from onrecord.model import PostHeld, RoleHeld
from onrecord.naming import Office, read_office
from onrecord.people import same_name, surname


def join_roles(lines: Sequence[RoleHeld], names: Names) -> tuple[RoleHeld, ...]:
    """Each role once: the same actor, the same role, in the same thing.

    A role in nothing that is named joins the one of that actor that the same document names; else,
    where its own words belong to the process, the one held in the process itself.
    """

    def fit(line: RoleHeld, group: Sequence[RoleHeld]) -> int:
        things = {names.thing(other.of) for other in group if other.of}
        if line.of:
            return 3 if names.thing(line.of) in things else 0
        if not things:
            return 2
        if any(documents(line) & documents(other) for other in group):
            return 3
        return 1 if line.belongs and names.process in things else 0

    def keys(line: RoleHeld) -> Iterable[Hashable]:
        yield names.actor(line.actor), line.role

    groups = grouped(lines, sureness=lambda line: bool(line.of), keys=keys, fit=fit)
    return tuple(_role(group, names) for group in groups)


def _role(group: Sequence[RoleHeld], names: Names) -> RoleHeld:
    first = next((line for line in group if line.of), group[0])
    actor, of = names.actor(first.actor), names.thing(first.of) if first.of else ""
    id_ = identify("role", actor, first.role, of)
    return replace(first, evidence=merged(group), belongs=belongs(group), id=id_)


def join_posts(lines: Sequence[PostHeld], names: Names) -> tuple[PostHeld, ...]:
    """Each post of a person once; names are one person's as `people.same_name` says.

    Posts are one office as `naming.same_office` says: "Foreign Minister" and "Minister of Foreign
    Affairs". A post of nobody named joins that of the same name and office, if there is but one.
    """

    def fit(line: PostHeld, group: Sequence[PostHeld]) -> int:
        whose = {names.actor(other.of) for other in (line, *group) if other.of}
        if len(whose) > 1 or not all(same_name(line.person, other.person) for other in group):
            return 0
        return 2 if line.of else 1

    def keys(line: PostHeld) -> Iterable[Hashable]:
        yield _office(line).office, _office(line).ranks

    def sureness(line: PostHeld) -> int:
        return 10 * bool(line.of) + len(line.person.split())

    groups = grouped(lines, sureness=sureness, keys=keys, fit=fit)
    return tuple(_held(group, names) for group in groups)


def _held(group: Sequence[PostHeld], names: Names) -> PostHeld:
    first = max(group, key=lambda line: (bool(line.of), len(line.person.split())))
    office = _office(first)
    post = " ".join([office.office, *sorted(office.ranks)])
    id_ = identify("post", surname(first.person), post, names.actor(first.of))
    return replace(first, evidence=merged(group), belongs=belongs(group), id=id_)


def _office(line: PostHeld) -> Office:
    return read_office(line.post)
