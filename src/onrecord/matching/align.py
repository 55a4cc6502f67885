"""Lays the words of a quotation on the words of a passage.

The quotation is laid whole, the passage's ends are free, gaps cost by opening and length (affine
"glocal" alignment, after Gotoh 1982). Long passages are laid by anchors: runs of words that both
have are chained first, and only what lies between them is aligned word by word.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

Pair = tuple[int | None, int | None]
Likeness = Callable[[str, str], float]

_OPEN = 1.2
_PAST_QUOTE = 0.6
_PAST_RECORD = 0.25
_UNLIKE = -1.0
_REACH = 12
"""Words of the passage that are looked at past twice the words between two anchors."""
_JUMP = 6.0
"""The most that a gap in the passage costs: a far run of four words is still worth having."""
_PLACES = 60
"""Places in the passage that one pair of words may anchor; commoner pairs anchor nothing."""
_MARKED = 4
"""How many times as far an ellipsis may reach as words left out in silence."""
_LEAST_MOVED = 4
"""Words that a stretch must have to be looked for out of its order."""


@dataclass(frozen=True, slots=True)
class Run:
    """`size` words that both sides have, from `quote` and from `record`."""

    quote: int
    record: int
    size: int


def align(
    quote: Sequence[str],
    record: Sequence[str],
    likeness: Likeness,
    *,
    cuts: frozenset[int] = frozenset(),
    far: int = 50,
) -> list[list[Pair]]:
    """Pieces of `quote` on `record`, each a list of pairs of word numbers, None where one side has
    no word; in the order of the quotation.

    A new piece begins where more than `far` words of the record are passed over (four times as many
    under an ellipsis), and where words stand in the record before those they follow in the
    quotation. `cuts` are the word numbers before which the quotation has an ellipsis: passing over
    words there costs nothing.
    """
    if not quote or not record:
        return [[(place, None) for place in range(len(quote))]] if quote else []
    chain = _chain(_runs(quote, record), cuts)
    pairs = _fill(quote, record, chain, (likeness, cuts))
    pieces = _parted(pairs, far, cuts)
    return _moved(pieces, quote, record, (likeness, cuts))


def _runs(quote: Sequence[str], record: Sequence[str]) -> list[Run]:
    """Maximal runs of two or more words; of single words where there are no others."""
    size = 2 if len(quote) > 1 else 1
    found = _runs_of(quote, record, size)
    if size == 2 and not any(run.size > 2 for run in found):
        found += [run for run in _runs_of(quote, record, 1) if run.size == 1]
    if len(found) > 500:
        found = sorted(found, key=lambda run: -run.size)[:500]
    return found


def _runs_of(quote: Sequence[str], record: Sequence[str], size: int) -> list[Run]:
    wanted: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at in range(len(quote) - size + 1):
        wanted[tuple(quote[at : at + size])].append(at)
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    if size == 2:
        for at, pair in enumerate(pairwise(record)):
            if pair in wanted:
                places[pair].append(at)
    else:
        for at, form in enumerate(record):
            if (form,) in wanted:
                places[(form,)].append(at)
    hits: set[tuple[int, int]] = set()
    for key, starts in wanted.items():
        held = places.get(key, ())
        if len(held) <= _PLACES or len(wanted) == 1:
            hits.update((i, j) for i in starts for j in held)
    return [_grown(i, j, hits, size) for i, j in hits if (i - 1, j - 1) not in hits]


def _grown(i: int, j: int, hits: set[tuple[int, int]], size: int) -> Run:
    length = 1
    while (i + length, j + length) in hits:
        length += 1
    return Run(i, j, length + size - 1)


def _chain(runs: list[Run], cuts: frozenset[int]) -> list[Run]:
    """The runs, cut where they overlap, that together say most of the quotation in order."""
    runs = sorted(runs, key=lambda run: (run.record, run.quote))
    best: list[float] = []
    back: list[int] = []
    for at, run in enumerate(runs):
        value, source = 2.0 * run.size, -1
        for before in range(at):
            gained = best[before] + _joined(runs[before], run, cuts)
            if gained > value:
                value, source = gained, before
        best.append(value)
        back.append(source)
    if not best:
        return []
    at = max(range(len(best)), key=best.__getitem__)
    chain: list[Run] = []
    while at >= 0:
        chain.append(runs[at])
        at = back[at]
    return _disjoint(chain[::-1])


def _joined(before: Run, run: Run, cuts: frozenset[int]) -> float:
    """What `run` adds after `before`; less than nothing where they don't fit."""
    over = max(0, before.quote + before.size - run.quote, before.record + before.size - run.record)
    if over >= run.size or run.quote <= before.quote or run.record <= before.record:
        return -1e9
    quote_gap = run.quote + over - before.quote - before.size
    record_gap = run.record + over - before.record - before.size
    cost = 0.5 * quote_gap
    extra = record_gap - quote_gap
    if extra > 0 and not any(before.quote + before.size <= cut <= run.quote for cut in cuts):
        cost += min(1.0 + 0.1 * extra, _JUMP)
    elif extra > 0:
        cost += min(0.01 * extra, _JUMP)
    elif extra < 0:
        cost += 1.0
    return 2.0 * (run.size - over) - cost


def _disjoint(chain: list[Run]) -> list[Run]:
    found: list[Run] = []
    for run in chain:
        if found:
            last = found[-1]
            over = max(0, last.quote + last.size - run.quote, last.record + last.size - run.record)
            run = Run(run.quote + over, run.record + over, run.size - over)  # noqa: PLW2901
        found.append(run)
    return found


def _fill(
    quote: Sequence[str],
    record: Sequence[str],
    chain: list[Run],
    terms: tuple[Likeness, frozenset[int]],
) -> list[Pair]:
    """The chain's pairs with what lies before, between and after aligned word by word."""
    if not chain:
        window = (0, min(len(record), 2 * len(quote) + 200))
        return _glocal(quote, record, (0, len(quote), *window), terms, free=(True, True))
    first, last = chain[0], chain[-1]
    reach = 2 * first.quote + _REACH
    pairs = _glocal(
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
    return pairs + _glocal(quote, record, area, terms, free=(False, True))


def _between(
    quote: Sequence[str],
    record: Sequence[str],
    runs: tuple[Run, Run],
    terms: tuple[Likeness, frozenset[int]],
) -> list[Pair]:
    """What lies between two runs; a wide gap in the record is looked at by its two ends."""
    start, end = runs[0].quote + runs[0].size, runs[1].quote
    left, right = runs[0].record + runs[0].size, runs[1].record
    reach = 2 * (end - start) + _REACH
    if right - left <= 2 * reach:
        return _glocal(quote, record, (start, end, left, right), terms, free=(False, False))
    if start == end:
        return [(None, place) for place in range(left, right)]
    head = _glocal(quote, record, (start, end, left, left + reach), terms, free=(False, True))
    tail = _glocal(quote, record, (start, end, right - reach, right), terms, free=(True, False))
    cut = start + _cut(_gains(head, quote, record, terms[0]), _gains(tail, quote, record, terms[0]))
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


def _glocal(
    quote: Sequence[str],
    record: Sequence[str],
    area: tuple[int, int, int, int],
    terms: tuple[Likeness, frozenset[int]],
    *,
    free: tuple[bool, bool],
) -> list[Pair]:
    """The best pairs of quote[a:b] and record[c:d]; the record's ends cost nothing where `free`."""
    a, b, c, d = area
    rows, columns = b - a, d - c
    if rows == 0:
        return [] if any(free) else [(None, place) for place in range(c, d)]
    if columns == 0:
        return [(place, None) for place in range(a, b)]
    trace = _scored(quote, record, area, terms, free=free)
    return _walked(trace, area, free)


def _scored(
    quote: Sequence[str],
    record: Sequence[str],
    area: tuple[int, int, int, int],
    terms: tuple[Likeness, frozenset[int]],
    *,
    free: tuple[bool, bool],
) -> tuple[list[list[int]], list[float]]:
    """Gotoh's three matrices: which state each cell's best came from, and the last row's scores.

    States: 0 a pair, 1 a word of the quotation alone, 2 a word of the record alone.
    """
    a, b, c, d = area
    likeness, cuts = terms
    columns = d - c
    low = -1e9
    pair = [0.0] + [low] * columns
    alone = [low] * (columns + 1)
    past = [low] + [
        0.0 if free[0] or a in cuts else -_OPEN - _PAST_RECORD * n for n in range(1, columns + 1)
    ]
    came: list[list[int]] = [[0] + [2 * 9 + 2 * 3] * columns]
    for i in range(a, b):
        word = quote[i]
        open_record = 0.0 if i + 1 in cuts else _OPEN
        step_record = 0.0 if i + 1 in cuts else _PAST_RECORD
        if i + 1 == b and free[1]:
            open_record = step_record = 0.0
        new_pair, new_alone, new_past = [low], [low], [low]
        from_row = [0]
        up = _three(pair[0] - _OPEN, alone[0], past[0] - _OPEN)
        new_alone[0] = up[0] - _PAST_QUOTE
        from_row[0] = up[1] * 3
        for n in range(1, columns + 1):
            same = likeness(word, record[c + n - 1])
            score = 2.0 * same if same > 0 else _UNLIKE
            slant = _three(pair[n - 1], alone[n - 1], past[n - 1])
            up = _three(pair[n] - _OPEN, alone[n], past[n] - _OPEN)
            left = _three(
                new_pair[n - 1] - open_record, new_alone[n - 1] - open_record, new_past[n - 1]
            )
            new_pair.append(slant[0] + score)
            new_alone.append(up[0] - _PAST_QUOTE)
            new_past.append(left[0] - step_record)
            from_row.append(slant[1] + 3 * up[1] + 9 * left[1])
        pair, alone, past = new_pair, new_alone, new_past
        came.append(from_row)
    return came, [pair[-1], alone[-1], past[-1]]


def _three(pair: float, alone: float, past: float) -> tuple[float, int]:
    if pair >= alone:
        return (pair, 0) if pair >= past else (past, 2)
    return (alone, 1) if alone >= past else (past, 2)


def _walked(
    trace: tuple[list[list[int]], list[float]],
    area: tuple[int, int, int, int],
    free: tuple[bool, bool],
) -> list[Pair]:
    a, b, c, d = area
    came, ends = trace
    row, column = b - a, d - c
    state = max(range(3), key=ends.__getitem__)
    found: list[Pair] = []
    while row > 0 or column > 0:
        if row == 0:
            found.append((None, c + column - 1))
            column -= 1
            continue
        if column == 0:
            found.append((a + row - 1, None))
            row -= 1
            continue
        codes = came[row][column]
        if state == 0:
            found.append((a + row - 1, c + column - 1))
            state, row, column = codes % 3, row - 1, column - 1
        elif state == 1:
            found.append((a + row - 1, None))
            state, row = codes // 3 % 3, row - 1
        else:
            found.append((None, c + column - 1))
            state, column = codes // 9, column - 1
    found.reverse()
    return _without_ends(found, free)


def _without_ends(pairs: list[Pair], free: tuple[bool, bool]) -> list[Pair]:
    """The pairs without the record's words that lie outside the quotation."""
    start, end = 0, len(pairs)
    while free[0] and start < end and pairs[start][0] is None:
        start += 1
    while free[1] and end > start and pairs[end - 1][0] is None:
        end -= 1
    return pairs[start:end]


def _parted(pairs: list[Pair], far: int, cuts: frozenset[int]) -> list[list[Pair]]:
    """Pieces, parted where more than `far` words of the record are passed over."""
    pieces: list[list[Pair]] = [[]]
    gap: list[Pair] = []
    for pair in pairs:
        if pair[0] is None:
            gap.append(pair)
            continue
        if len(gap) > (_MARKED * far if pair[0] in cuts else far):
            pieces.append([])
        else:
            pieces[-1] += gap
        gap = []
        pieces[-1].append(pair)
    return [piece for piece in pieces if piece]


def _moved(
    pieces: list[list[Pair]],
    quote: Sequence[str],
    record: Sequence[str],
    terms: tuple[Likeness, frozenset[int]],
) -> list[list[Pair]]:
    """The pieces with stretches that the record has elsewhere, out of order, on their place."""
    likeness = terms[0]
    taken = {r for piece in pieces for _, r in piece if r is not None}
    found: list[list[Pair]] = []
    for piece in pieces:
        at = 0
        for start, end in _loose(piece, quote, record, likeness):
            first, last = piece[start][0], piece[end - 1][0]
            if first is None or last is None or last + 1 - first < _LEAST_MOVED:
                continue
            words = quote[first : last + 1]
            chain = _chain(_runs(words, record), frozenset())
            pairs = _fill(words, record, chain, (likeness, frozenset()))
            if not _better(pairs, (words, record), taken):
                continue
            found += [p for p in (_trimmed(piece[at:start]),) if p]
            found.append([(None if q is None else q + first, r) for q, r in pairs])
            taken.update(r for _, r in pairs if r is not None)
            at = end
        found += [p for p in (_trimmed(piece[at:]),) if p]
    return found


def _trimmed(piece: list[Pair]) -> list[Pair]:
    return _without_ends(piece, (True, True))


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
