"""Lines to groups of lines that are one, the surest first."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TypeVar

T = TypeVar("T")

# How well a line fits a group: 0 for not at all. The group is the lines that it has so far.
Fit = Callable[[T, Sequence[T]], int]


def grouped(
    items: Sequence[T],
    *,
    sureness: Callable[[T], int],
    keys: Callable[[T], Iterable[Hashable]],
    fit: Fit[T],
) -> list[list[T]]:
    """The items in groups: each joins the group that it fits best, else it begins one.

    The surest items come first, so that they are what the others are held against. Only groups
    that share one of `keys` are looked at. An item that fits two groups as well as each other
    begins one of its own: two things are kept apart rather than mixed up. Items keep their order
    within a group, groups that of their first items.
    """
    order = sorted(range(len(items)), key=lambda place: (-sureness(items[place]), place))
    groups: list[list[int]] = []
    by_key: dict[Hashable, dict[int, None]] = {}
    for place in order:
        item = items[place]
        near = dict.fromkeys(g for key in keys(item) for g in by_key.get(key, ()))
        number = _best(near, lambda g: fit(item, [items[i] for i in groups[g]]))  # noqa: B023
        if number is None:
            number = len(groups)
            groups.append([])
        groups[number].append(place)
        for key in keys(item):
            by_key.setdefault(key, {})[number] = None
    return [[items[i] for i in group] for group in sorted(sorted(group) for group in groups)]


def _best(near: Iterable[int], fit: Callable[[int], int]) -> int | None:
    """The group with the highest fit above 0, None where two share it."""
    fits = sorted(((fit(number), number) for number in near), reverse=True)
    if not fits or fits[0][0] <= 0:
        return None
    if len(fits) > 1 and fits[1][0] == fits[0][0]:
        return None
    return fits[0][1]
