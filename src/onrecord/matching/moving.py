"""Stretches of a quotation that the record has elsewhere, out of their order."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.matching.glocal import Likeness, Pair, Terms, without_ends
from onrecord.matching.laying import lay
from onrecord.matching.runs import Run, chained, runs_of

_LEAST_MOVED = 4
"""Words that a stretch must have to be looked for out of its order."""
_UNLIKELY = 0.6
"""The most of such a row that may be on its first place all the same for it to be moved."""
_MOST_MOVED = 0.75
"""The most that it may be of the quotation; else it is not a stretch that was moved."""


def moved(
    pieces: list[list[Pair]],
    quote: Sequence[str],
    record: Sequence[str],
    given: tuple[Terms, list[Run]],
) -> list[list[Pair]]:
    """The pieces with stretches that the record has elsewhere, out of order, on their place."""
    terms = given[0]
    if not any(_unlike(piece, quote, record, given[1]) for piece in pieces):
        return pieces
    taken = {r for piece in pieces for _, r in piece if r is not None}
    found: list[list[Pair]] = []
    for piece in pieces:
        at = 0
        for start, end in _stretches(piece, quote, record, given):
            first, last = piece[start][0], piece[end - 1][0]
            if first is None or last is None or last + 1 - first < _LEAST_MOVED:
                continue
            if last + 1 - first > _MOST_MOVED * len(quote):
                continue
            words, within = quote[first : last + 1], terms.within(first, last + 1)
            chain = chained(runs_of(words, record, within), frozenset())
            pairs = lay(words, record, chain, within)
            if not _better(pairs, (words, record), taken):
                continue
            found += [p for p in (_trimmed(piece[at:start]),) if p]
            found.append([(None if q is None else q + first, r) for q, r in pairs])
            taken.update(r for _, r in pairs if r is not None)
            at = end
        found += [p for p in (_trimmed(piece[at:]),) if p]
    return found


def _unlike(
    piece: list[Pair], quote: Sequence[str], record: Sequence[str], long: list[Run]
) -> bool:
    """Whether a piece has enough words on unlike ones for any stretch of it to have been moved."""
    same = {q for q, r in piece if q is not None and r is not None and quote[q] == record[r]}
    words = sum(q is not None for q, _ in piece)
    if words - len(same) >= _LEAST_MOVED:
        return True
    return any(
        len(same.intersection(range(run.quote, run.quote + run.size))) <= _UNLIKELY * run.size
        for run in long
    )


def _trimmed(piece: list[Pair]) -> list[Pair]:
    return without_ends(piece, (True, True))


def _stretches(
    piece: list[Pair],
    quote: Sequence[str],
    record: Sequence[str],
    given: tuple[Terms, list[Run]],
) -> list[tuple[int, int]]:
    """Stretches of a piece that may have a better place: without a place, or on an unlike one."""
    terms, long = given
    found = _loose(piece, quote, record, terms.likeness)
    at = {q: number for number, (q, _) in enumerate(piece) if q is not None}
    exact = {q for q, r in piece if q is not None and r is not None and quote[q] == record[r]}
    for run in sorted(long, key=lambda run: -run.size):
        words = range(run.quote, run.quote + run.size)
        if words[0] not in at or words[-1] not in at:
            continue
        start, end = at[words[0]], at[words[-1]] + 1
        apart = all(end <= a or b <= start for a, b in found if b - a >= _LEAST_MOVED)
        if apart and sum(word in exact for word in words) <= _UNLIKELY * run.size:
            found = [(a, b) for a, b in found if end <= a or b <= start]
            found.append((start, end))
    return sorted(found)


def _loose(
    piece: list[Pair], quote: Sequence[str], record: Sequence[str], likeness: Likeness
) -> list[tuple[int, int]]:
    """Stretches of a piece, as pair numbers, whose words the record does not have there."""
    found: list[tuple[int, int]] = []
    start: int | None = None
    for at, (q, r) in enumerate(piece):
        held = q is None or (r is not None and likeness(quote[q], record[r]) > 0)
        if not held and start is None:
            start = at
        if q is not None and held and start is not None:
            found.append((start, at))
            start = None
    if start is not None:
        found.append((start, len(piece)))
    return [(a, _last_word(piece, a, b)) for a, b in found]


def _last_word(piece: list[Pair], start: int, end: int) -> int:
    while end > start and piece[end - 1][0] is None:
        end -= 1
    return end


def _better(
    pairs: list[Pair],
    texts: tuple[Sequence[str], Sequence[str]],
    taken: set[int],
) -> bool:
    """Whether a stretch has a place of its own: three in four words, none of them taken."""
    quote, record = texts
    same = [r for q, r in pairs if q is not None and r is not None and quote[q] == record[r]]
    return len(same) >= max(_LEAST_MOVED, 0.75 * len(quote)) and not taken.intersection(same)
