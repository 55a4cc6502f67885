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
_LONG = 5
"""Words in a row that have a place of their own, though what stands around them is elsewhere."""
_UNLIKELY = 0.6
"""The most of such a row that may be on its first place all the same for it to be moved."""
_MOST_MOVED = 0.75
"""The most that it may be of the quotation; else it is not a stretch that was moved."""


@dataclass(frozen=True, slots=True)
class Run:
    """`size` words that both sides have, from `quote` and from `record`."""

    quote: int
    record: int
    size: int


@dataclass(frozen=True, slots=True)
class Terms:
    """How words are compared, before which an ellipsis stands, which are the editor's."""

    likeness: Likeness
    cuts: frozenset[int] = frozenset()
    editors: frozenset[int] = frozenset()

    def within(self, start: int, end: int) -> Terms:
        """The terms of a stretch of the quotation by itself."""
        inside = frozenset(place - start for place in self.editors if start <= place < end)
        return Terms(self.likeness, editors=inside)


def align(
    quote: Sequence[str],
    record: Sequence[str],
    terms: Terms,
    *,
    far: int = 50,
) -> list[list[Pair]]:
    """Pieces of `quote` on `record`, each a list of pairs of word numbers, None where one side has
    no word; in the order of the quotation.

    A new piece begins where more than `far` words of the record are passed over (four times as many
    under an ellipsis), and where words stand in the record before those they follow in the
    quotation. Passing over words under an ellipsis costs nothing; the editor's words are laid on
    the record's only where they don't take the place of others.
    """
    if not quote or not record:
        return [[(place, None) for place in range(len(quote))]] if quote else []
    runs = _runs(quote, record, terms)
    pairs = _fill(quote, record, _chain(runs, terms.cuts), terms)
    pieces = _parted(pairs, far, terms.cuts)
    long = [run for run in runs if run.size >= _LONG]
    return _moved(pieces, quote, record, (terms, long))


def _runs(quote: Sequence[str], record: Sequence[str], terms: Terms) -> list[Run]:
    """Maximal runs of two or more words; of single words where there are no others."""
    size = 2 if len(quote) > 1 else 1
    found = _runs_of(quote, record, size, terms)
    if size == 2 and not any(run.size > 2 for run in found):
        found += [run for run in _runs_of(quote, record, 1, terms) if run.size == 1]
    if len(found) > 500:
        found = sorted(found, key=lambda run: -run.size)[:500]
    return found


def _runs_of(quote: Sequence[str], record: Sequence[str], size: int, terms: Terms) -> list[Run]:
    wanted: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at in range(len(quote) - size + 1):
        if size == 2 and at + 1 in terms.cuts:
            continue
        if terms.editors and not terms.editors.isdisjoint(range(at, at + size)):
            continue
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
    terms: Terms,
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
    terms: Terms,
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


def _glocal(
    quote: Sequence[str],
    record: Sequence[str],
    area: tuple[int, int, int, int],
    terms: Terms,
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
    terms: Terms,
    *,
    free: tuple[bool, bool],
) -> tuple[list[list[int]], list[float]]:
    """Gotoh's three matrices: which state each cell's best came from, and the last row's scores.

    States: 0 a pair, 1 a word of the quotation alone, 2 a word of the record alone.
    """
    a, b, c, d = area
    columns = d - c
    low = -1e9
    pair = [0.0] + [low] * columns
    alone = [low] * (columns + 1)
    step = 0.0 if free[0] or a in terms.cuts else _PAST_RECORD
    first = _OPEN if step else 0.0
    past = [low] + [-first - step * n for n in range(1, columns + 1)]
    came: list[list[int]] = [[0] * (columns + 1)]
    for i in range(a, b):
        freely = i + 1 in terms.cuts or (i + 1 == b and free[1])
        rows = (pair, alone, past)
        costs = (0.0, 0.0) if freely else (_OPEN, _PAST_RECORD)
        scores = _scores(quote[i], record[c:d], terms.likeness, editors=i in terms.editors)
        (pair, alone, past), codes = _row(rows, scores, costs)
        came.append(codes)
    return came, [pair[-1], alone[-1], past[-1]]


def _scores(word: str, record: Sequence[str], likeness: Likeness, *, editors: bool) -> list[float]:
    """What it is worth to lay `word` on each word of the record."""
    known: dict[str, float] = {}
    for form in record:
        if form not in known:
            same = likeness(word, form)
            known[form] = (1.8 if editors else 2.0) * same if same > 0 else _UNLIKE
    return [known[form] for form in record]


_Rows = tuple[list[float], list[float], list[float]]


def _row(rows: _Rows, scores: list[float], costs: tuple[float, float]) -> tuple[_Rows, list[int]]:
    """The next row of the three matrices and, in one number a cell, where each came from."""
    pair, alone, past = rows
    opened, step = costs
    low = -1e9
    here_pair, here_past = low, low
    above = max(pair[0] - _OPEN, alone[0], past[0] - _OPEN)
    here_alone = above - _PAST_QUOTE
    new_pair, new_alone, new_past, codes = [low], [here_alone], [low], [0]
    for n, score in enumerate(scores, 1):
        p, q, r = here_pair - opened, here_alone - opened, here_past
        left, best = (0, p) if p >= q and p >= r else (1, q) if q >= r else (2, r)
        here_past = best - step
        p, q, r = pair[n - 1], alone[n - 1], past[n - 1]
        slant, best = (0, p) if p >= q and p >= r else (1, q) if q >= r else (2, r)
        here_pair = best + score
        p, q, r = pair[n] - _OPEN, alone[n], past[n] - _OPEN
        up, best = (0, p) if p >= q and p >= r else (1, q) if q >= r else (2, r)
        here_alone = best - _PAST_QUOTE
        new_pair.append(here_pair)
        new_alone.append(here_alone)
        new_past.append(here_past)
        codes.append(slant + 3 * up + 9 * left)
    return (new_pair, new_alone, new_past), codes


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
    given: tuple[Terms, list[Run]],
) -> list[list[Pair]]:
    """The pieces with stretches that the record has elsewhere, out of order, on their place."""
    terms = given[0]
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
            chain = _chain(_runs(words, record, within), frozenset())
            pairs = _fill(words, record, chain, within)
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
