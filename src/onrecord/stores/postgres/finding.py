"""Where phrases stand in a run of words, by their stems."""

from __future__ import annotations

from collections.abc import Sequence

_Run = tuple[int, int]


def found_in(
    stems: Sequence[str], phrases: Sequence[Sequence[str]], near: int | None = None
) -> list[_Run]:
    """The runs of words that phrases are, as first and end, in order; those that overlap are one.

    With `near` only those count that stand in one stretch with one of each phrase, with no more
    than so many words between the end of the first and the start of the last.
    """
    places = [_places(stems, phrase) for phrase in phrases if phrase]
    if near is not None:
        places = _near(places, near)
    merged: list[_Run] = []
    for first, end in sorted(run for runs in places for run in runs):
        if merged and first < merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((first, end))
    return merged


def _places(stems: Sequence[str], phrase: Sequence[str]) -> list[_Run]:
    size, wanted = len(phrase), list(phrase)
    return [
        (at, at + size)
        for at, stem in enumerate(stems)
        if stem == wanted[0] and list(stems[at : at + size]) == wanted
    ]


def _near(places: Sequence[Sequence[_Run]], near: int) -> list[list[_Run]]:
    """Of each phrase the runs that stand in such a stretch."""
    kept: list[set[_Run]] = [set() for _ in places]
    for last, _ in (run for runs in places for run in runs):
        stretch = [
            [(first, end) for first, end in runs if first <= last <= end + near] for runs in places
        ]
        if all(stretch):
            for held, runs in zip(kept, stretch, strict=True):
                held.update(runs)
    return [sorted(runs) for runs in kept]
