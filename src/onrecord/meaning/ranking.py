"""Which stretches of passages are nearest to a quotation."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

import numpy as np

from onrecord.meaning.embedding import unit
from onrecord.meaning.opening import SHIPPED, embed, encode, open_embedding
from onrecord.model import Span
from onrecord.text import sentences
from onrecord.weights.arrays import Floats

_REMEMBERED = 1_024  # passages
_BESIDE = 5
_ELSEWHERE = 0.36
"""A stretch is set against the five that are likest elsewhere; of fewer, the missing count as what
is usual."""
_MORE = 0.03
"""What two sentences must be likelier than one of them."""


@dataclass(frozen=True, slots=True)
class Near:
    """A sentence, or two that stand together, of one of the passages given.

    `passage` is its number among them, `span` counts in it; `likeness` is the cosine of its vector
    and the quotation's, -1 to 1. `standing` is that and, once more, how far it is above what else
    of these passages is likest: what a speaker comes back to all the time does not stand out.
    """

    passage: int
    span: Span
    text: str
    likeness: float
    standing: float = 0.0


def rank(quote: str, passages: Sequence[str], *, limit: int = 20) -> list[Near]:
    """The stretches nearest to a quotation by the static embedding, best first.

    Order of words and negation are not seen.
    """
    asked = embed([quote])[0]
    found = []
    for number, passage in enumerate(passages):
        spans, vectors = _stretches(passage)
        likeness = vectors @ asked
        best = np.argsort(-likeness, kind="stable")[:limit]
        found += [(float(likeness[at]), number, spans[at]) for at in best.tolist()]
    found.sort(key=lambda one: -one[0])
    return [
        Near(number, span, span.of(passages[number]), likeness)
        for likeness, number, span in found[:limit]
    ]


def rerank(quote: str, found: Iterable[Near]) -> list[Near]:
    """The stretches found with their likeness by MiniLM, best first; a few milliseconds each.

    Beside one sentence, two stay only where they are clearly likelier than one of them alone.
    `MissingExtraError` where onnxruntime is not installed.
    """
    asked = encode(_plain(quote))
    seen = [replace(one, likeness=float(encode(_plain(one.text)) @ asked)) for one in found]
    seen.sort(key=lambda one: -one.likeness)
    single = len(sentences(quote)) < 2
    kept = [one for one in seen if not (single and any(_enough(other, one) for other in seen))]
    return [replace(one, standing=2 * one.likeness - _beside(one, seen)) for one in kept]


def likeness(one: str, other: str) -> float:
    """The cosine of two texts' vectors by MiniLM, -1 to 1; it does not see negation."""
    return float(encode(_plain(one)) @ encode(_plain(other)))


def _enough(one: Near, two: Near) -> bool:
    """Whether a sentence says as much as two that it is one of."""
    inside = one.passage == two.passage and two.span.holds(one.span) and one.span != two.span
    return inside and one.likeness > two.likeness - _MORE


def _beside(one: Near, seen: list[Near]) -> float:
    """How like the quotation the likest stretches are that share nothing with this one."""
    others = [
        other.likeness
        for other in seen
        if other.passage != one.passage or not other.span.meets(one.span)
    ]
    return sum((others + [_ELSEWHERE] * _BESIDE)[:_BESIDE]) / _BESIDE


def _plain(text: str) -> str:
    return " ".join(text.split())


@lru_cache(maxsize=_REMEMBERED)
def _stretches(passage: str) -> tuple[tuple[Span, ...], Floats]:
    """Each sentence of a passage, each two that stand together, and their vectors."""
    spans = tuple(sentences(passage))
    sums = open_embedding(SHIPPED).sums([span.of(passage) for span in spans])
    pairs = tuple(Span(a.start, b.end) for a, b in pairwise(spans))
    return (*spans, *pairs), unit(np.concatenate([sums, sums[:-1] + sums[1:]]))
