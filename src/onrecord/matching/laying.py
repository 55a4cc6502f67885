"""A quotation laid on a record along a chain of runs, word by word between them."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.matching.glocal import Likeness, Pair, Terms, glocal
from onrecord.matching.runs import Run

_REACH = 12
"""Words of the passage that are looked at past twice the words between two anchors."""


def lay(
    quote: Sequence[str],
    record: Sequence[str],
    chain: list[Run],
    terms: Terms,
) -> list[Pair]:
    """The chain's pairs with what lies before, between and after aligned word by word."""
    if not chain:
        window = (0, min(len(record), 2 * len(quote) + 200))
        return glocal(quote, record, (0, len(quote), *window), terms, free=(True, True))
    first, last = chain[0], chain[-1]
    reach = 2 * first.quote + _REACH
    pairs = glocal(
        quote,
        record,
        (0, first.quote, max(0, first.record - reach), first.record),
        terms,
        free=(True, False),
    )
    for place, run in enumerate(chain):
        pairs += [(run.quote + n, run.record + n) for n in range(run.size)]
        if place + 1 < len(chain):
            pairs += _between(quote, record, (run, chain[place + 1]), terms)
    ends = last.quote + last.size, last.record + last.size
    reach = 2 * (len(quote) - ends[0]) + _REACH
    area = (ends[0], len(quote), ends[1], min(len(record), ends[1] + reach))
    return pairs + glocal(quote, record, area, terms, free=(False, True))


def _between(
    quote: Sequence[str],
    record: Sequence[str],
    runs: tuple[Run, Run],
    terms: Terms,
) -> list[Pair]:
    """What lies between two runs; a wide gap in the record is looked at by its two ends."""
    start, end = runs[0].quote + runs[0].size, runs[1].quote
    left, right = runs[0].record + runs[0].size, runs[1].record
    reach = 2 * (end - start) + _REACH
    if right - left <= 2 * reach:
        return glocal(quote, record, (start, end, left, right), terms, free=(False, False))
    if start == end:
        return [(None, place) for place in range(left, right)]
    head = glocal(quote, record, (start, end, left, left + reach), terms, free=(False, True))
    tail = glocal(quote, record, (start, end, right - reach, right), terms, free=(True, False))
    cut = start + _cut(
        _gains(head, quote, record, terms.likeness), _gains(tail, quote, record, terms.likeness)
    )
    kept = _until(head, cut)
    rest = _from(tail, cut)
    last = max((r for _, r in kept if r is not None), default=left - 1)
    then = min((r for _, r in rest if r is not None), default=right)
    return [*kept, *((None, place) for place in range(last + 1, then)), *rest]


def _gains(
    pairs: list[Pair], quote: Sequence[str], record: Sequence[str], likeness: Likeness
) -> list[float]:
    """How well each of the quotation's words in `pairs` is said by the record, in order."""
    return [0.0 if r is None else likeness(quote[q], record[r]) for q, r in pairs if q is not None]


def _cut(head: list[float], tail: list[float]) -> int:
    """After how many words the far end of a wide gap says the quotation better than the near."""
    best, at, total = 0.0, 0, 0.0
    for place, (near, distant) in enumerate(zip(head, tail, strict=True)):
        total += near - distant
        if total > best:
            best, at = total, place + 1
    return at


def _until(pairs: list[Pair], cut: int) -> list[Pair]:
    found: list[Pair] = []
    for q, r in pairs:
        if q is not None and q >= cut:
            break
        found.append((q, r))
    while found and found[-1][0] is None:
        found.pop()
    return found


def _from(pairs: list[Pair], cut: int) -> list[Pair]:
    for place, (q, _) in enumerate(pairs):
        if q is not None and q >= cut:
            return pairs[place:]
    return []
