"""Roles and posts that several documents, or several places of one, speak of."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace

from onrecord.dossiers.identity import identify
from onrecord.dossiers.joining.canonical import Names
from onrecord.dossiers.joining.clusters import grouped
from onrecord.dossiers.joining.evidence import belongs, documents, merged
from onrecord.model import PostHeld, RoleHeld
from onrecord.people import same_name, surname


def join_roles(lines: Sequence[RoleHeld], names: Names) -> tuple[RoleHeld, ...]:
    """Each role once: the same actor, the same role, in the same thing.

    A role in nothing that is named joins the one of that actor that the same document names.
    """

    def fit(line: RoleHeld, group: Sequence[RoleHeld]) -> int:
        same = [other.of and names.thing(other.of) == names.thing(line.of) for other in group]
        if line.of:
            return 2 if any(same) else 0
        if not any(other.of for other in group):
            return 1
        return 2 if any(documents(line) & documents(other) for other in group) else 0

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

    A post is the same where one of its names has all the words of the other: "Foreign Minister"
    and "Minister of Foreign Affairs".
    """

    def fit(line: PostHeld, group: Sequence[PostHeld]) -> int:
        post = names.telling(line.post)
        others = [names.telling(other.post) for other in group]
        if not all(post <= other or other <= post for other in others):
            return 0
        return int(all(same_name(line.person, other.person) for other in group))

    def keys(line: PostHeld) -> Iterable[Hashable]:
        yield names.actor(line.of)

    def sureness(line: PostHeld) -> int:
        return 10 * len(line.person.split()) + len(names.telling(line.post))

    groups = grouped(lines, sureness=sureness, keys=keys, fit=fit)
    return tuple(_held(group, names) for group in groups)


def _held(group: Sequence[PostHeld], names: Names) -> PostHeld:
    first = max(group, key=lambda line: len(line.person.split()))
    post = min(
        (names.telling(line.post) for line in group), key=lambda words: (len(words), sorted(words))
    )
    id_ = identify("post", surname(first.person), " ".join(sorted(post)), names.actor(first.of))
    return replace(first, evidence=merged(group), belongs=belongs(group), id=id_)
