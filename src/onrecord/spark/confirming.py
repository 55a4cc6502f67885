"""Pairs that have seeds in common to pairs that share enough, with the stretches they share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np

from onrecord.spark.holding import LIGHT, QUOTES, hit_of
from onrecord.spark.tables import mapped
from onrecord.spark.weighing import Worth, words_of
from onrecord.stores import Hit
from onrecord.tracing.drawing_out import Stretch, stretches
from onrecord.tracing.hashed import Ints, Words
from onrecord.tracing.pairing import UPON, WITHIN, Pair, pairs_upon, pairs_within

if TYPE_CHECKING:
    import pyarrow as pa
    from pyspark import Broadcast
    from pyspark.sql import DataFrame

_FEW = 5_000_000
"""Places that are sent to every worker; more are joined."""
STRETCH = tuple(name for name in Stretch._fields if name not in ("one", "other"))
"""What a stretch says beside the two passages."""
_Kept = Callable[
    [Iterable[Stretch], Mapping[int, Hit], Mapping[int, int]], dict[tuple[int, int], Pair]
]


def schema() -> pa.Schema:
    """A pair of places, what they share in all, and stretch by stretch."""
    import pyarrow as pa

    stretch = [(name, pa.float64() if name == "bits" else pa.int64()) for name in STRETCH]
    return pa.schema(
        [
            ("upon", pa.bool_()),
            ("one", pa.int64()),
            ("other", pa.int64()),
            ("shared", pa.int64()),
            ("bits", pa.float64()),
            ("stretches", pa.list_(pa.struct(stretch))),
        ]
    )


def confirmed(
    among: DataFrame, between: DataFrame, passages: DataFrame, worth: Broadcast[Worth]
) -> DataFrame:
    """The pairs of one utterance among those with seeds; `passages` are looked at if in one."""
    wanted = _wanted(among, between)
    light = passages.select("place", *LIGHT).join(wanted, "place", "left_semi")
    found = [
        mapped(_with_words(pairs, light), partial(_kept, upon=upon, worth=worth), schema())
        for upon, pairs in ((False, among), (True, between))
    ]
    return found[0].union(found[1])


def _wanted(among: DataFrame, between: DataFrame) -> DataFrame:
    """The places that are in any pair."""
    from pyspark.sql import functions as f

    sides = [p.select(p[name].alias("place")) for p in (among, between) for name in _SIDES]
    wanted = sides[0]
    for more in sides[1:]:
        wanted = wanted.union(more)
    wanted = wanted.distinct()
    return f.broadcast(wanted) if wanted.count() <= _FEW else wanted


_SIDES = ("one", "other")


def _with_words(pairs: DataFrame, light: DataFrame) -> DataFrame:
    for name in _SIDES:
        side = light.select(*(light[column].alias(f"{name}_{column}") for column in light.columns))
        pairs = pairs.join(side, pairs[name] == side[f"{name}_place"]).drop(f"{name}_place")
    return pairs


def _kept(
    batches: Iterable[pa.RecordBatch], *, upon: bool, worth: Broadcast[Worth]
) -> Iterator[dict[str, Any]]:
    keep: _Kept = pairs_upon if upon else pairs_within
    for batch in batches:
        hits, sizes = _known(batch)
        for (one, other), pair in keep(_shared(batch, worth.value, upon), hits, sizes).items():
            yield {
                "upon": upon,
                "one": one,
                "other": other,
                "shared": pair.shared,
                "bits": pair.bits,
                "stretches": [s._asdict() for s in pair.stretches],
            }


def _shared(batch: pa.RecordBatch, worth: Worth, upon: bool) -> Iterator[Stretch]:
    """The stretches of the pairs in a batch: each row's two passages are a pair of their own."""
    sides = (_words(batch, "one"), _words(batch, "other"))
    rows = np.repeat(np.arange(batch.num_rows), _sizes(batch.column("at")))
    left, right = (
        side.starts[rows] + batch.column(name).flatten().to_numpy()
        for side, name in zip(sides, ("at", "there"), strict=True)
    )
    bits, least = (worth.upon, UPON) if upon else (worth.within, WITHIN)
    one, other = (batch.column(name).to_pylist() for name in _SIDES)
    for found in stretches((left, right), sides, bits, least=least):
        yield found._replace(one=one[found.one], other=other[found.other])


def _words(batch: pa.RecordBatch, side: str) -> Words:
    hashes, starts = words_of(batch.column(f"{side}_words"))
    rows = np.arange(batch.num_rows)
    return Words(hashes, starts, rows, rows)


def _sizes(column: pa.Array) -> Ints:
    offsets: Ints = column.offsets.to_numpy().astype(np.int64)
    return offsets[1:] - offsets[:-1]


def _known(batch: pa.RecordBatch) -> tuple[dict[int, Hit], dict[int, int]]:
    """The passages of a batch by place, and how many words renderings by themselves have."""
    hits: dict[int, Hit] = {}
    sizes: dict[int, int] = {}
    for side in _SIDES:
        names = [name for name in LIGHT if name != "words"]
        rows = batch.select([f"{side}_{name}" for name in names]).rename_columns(names).to_pylist()
        many = np.diff(words_of(batch.column(f"{side}_words"))[1]).tolist()
        for place, row, size in zip(batch.column(side).to_pylist(), rows, many, strict=True):
            hits[place] = hit_of(row, place)
            if row["side"] & QUOTES:
                sizes[place] = size
    return hits, sizes
