"""Names that are nearly the same, and may be one person's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from rapidfuzz import fuzz

from onrecord.model.rulings import NOWHERE, Doubt, Matter, Ruling, Sort
from onrecord.naming import clean_name, folded, parts_of, same_name, surname_key
from onrecord.reviewing.raising import raised

_LIKE = 84.0
"""Likeness of two names, of 100, from which on they are nearly the same."""
_BLOCK = 400
"""Names under one key; more are a word that is no name, and are not compared."""


def doubtful_people(names: Iterable[str], rulings: Iterable[Ruling] = ()) -> Iterator[Doubt]:
    """Pairs of persons' names that differ by little and that no rule takes for one person's.

    Compared are names with the same surname or the same beginning. What was ruled is left out.
    """
    ruled = {
        frozenset((one.speaker, one.other))
        for one in rulings
        if one.matter is Matter.PEOPLE and not one.taken_back
    }
    persons = sorted({one for name in names for one in name.split("; ") if _person(one)})
    seen: set[frozenset[str]] = set()
    for block in _blocks(persons):
        for pair in combinations(block, 2):
            if (both := frozenset(pair)) in seen or both in ruled:
                continue
            seen.add(both)
            if (like := _likeness(*pair)) >= _LIKE and not same_name(*pair):
                yield _raised(*_fuller_first(*pair), like)


def nearly_same(one: str, other: str) -> bool:
    """Whether two names differ by so little that somebody should look; the same name does not."""
    return not same_name(one, other) and _likeness(one, other) >= _LIKE


def _raised(one: str, other: str, like: float) -> Doubt:
    why = f"“{one}” and “{other}” are nearly the same name, and are held as two people."
    score = round(0.4 + (like - _LIKE) / (100 - _LIKE) * 0.4, 3)
    found = Doubt("", Sort.PEOPLE, Matter.PEOPLE, "names", why, score, NOWHERE, one, other)
    return raised(found)


def _person(name: str) -> bool:
    return len(name.split()) > 1 and bool(clean_name(name))


def _blocks(names: list[str]) -> Iterator[list[str]]:
    blocks: dict[str, list[str]] = defaultdict(list)
    for name in names:
        parts = parts_of(clean_name(name))
        blocks[f"surname {surname_key(name)}"].append(name)
        if parts:
            blocks[f"given {parts[0]} {parts[-1][:2]}"].append(name)
    return (block for block in blocks.values() if 1 < len(block) <= _BLOCK)


def _likeness(one: str, other: str) -> float:
    return fuzz.ratio(*(" ".join(map(folded, name.split())) for name in (one, other)))


def _fuller_first(one: str, other: str) -> tuple[str, str]:
    return (one, other) if len(one) >= len(other) else (other, one)
