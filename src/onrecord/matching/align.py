"""Lays the words of a quotation on the words of a passage.

The quotation is laid whole, the passage's ends are free, gaps cost by opening and length (affine
"glocal" alignment, after Gotoh 1982). Long passages are laid by anchors: runs of words that both
have are chained first, and only what lies between them is aligned word by word.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.matching.glocal import Pair, Terms
from onrecord.matching.laying import lay
from onrecord.matching.moving import moved
from onrecord.matching.runs import chained, runs_of

_MARKED = 4
"""How many times as far an ellipsis may reach as words left out in silence."""
_LONG = 5
"""Words in a row that have a place of their own, though what stands around them is elsewhere."""


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
    runs = runs_of(quote, record, terms)
    pairs = lay(quote, record, chained(runs, terms.cuts), terms)
    pieces = _parted(pairs, far, terms.cuts)
    long = [run for run in runs if run.size >= _LONG]
    return moved(pieces, quote, record, (terms, long))


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
