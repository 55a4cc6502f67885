"""Pairs to utterances: which belong together, and how the words of each group travelled."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import numpy as np

from onrecord import answers
from onrecord.model import Utterance
from onrecord.spark.confirming import STRETCH
from onrecord.spark.holding import BITS, FULL, HEADING, hit_of, imprint_of
from onrecord.spark.reading import Row
from onrecord.spark.tables import cut
from onrecord.tracing.drawing_out import Stretch
from onrecord.tracing.gathering import held_in, order, utterance
from onrecord.tracing.grouping import grouped, overlapping
from onrecord.tracing.linking import linked
from onrecord.tracing.pairing import Pair, Pairs
from onrecord.tracing.rendered import Imprints

if TYPE_CHECKING:
    import pyarrow as pa
    from pyspark.sql import DataFrame

_FEW = 5_000_000
"""Passages of groups that are sent to every worker; more are joined."""
OPENING = '{"id": ""'
"""How an utterance without a number begins."""
_LINKS = "one bigint, other bigint"
_TOLD = "day date, document string, start bigint, label bigint, rest string"
_LEAST = 2
"""In how many documents an utterance stands."""


def labelled(pairs: DataFrame) -> DataFrame:
    """Each rendering's `place` with the `label` of its group, the least place in it.

    What is linked in one part of the pairs is put together there; the rest, a link a rendering and
    part at most, on the driver.
    """
    import pyarrow as pa
    from pyspark.sql import functions as f

    within = pairs.where(~f.col("upon")).select("one", "other")
    upon = pairs.where("upon").select("one", "other", f.explode("stretches").alias("s"))
    lies = f.struct("s.other_first", "s.other_last", "one").alias("lies")
    by_text = upon.select("other", lies).groupBy("other").agg(f.collect_list("lies").alias("lies"))
    alone = upon.select("one", f.col("one").alias("other"))
    links = within.union(alone).union(by_text.mapInArrow(_on_one_stretch, _LINKS))
    found = links.mapInArrow(_forest, _LINKS).toArrow()
    numbers, labels = linked(*(found.column(name).to_numpy() for name in ("one", "other")))
    return pairs.sparkSession.createDataFrame(pa.table({"place": numbers, "label": labels}))


def told(pairs: DataFrame, labels: DataFrame, passages: DataFrame, heads: DataFrame) -> DataFrame:
    """The utterances of labelled groups, as JSON without its number, with what they go by.

    Texts are fetched of those passages alone that are in a group.
    """
    from pyspark.sql import functions as f

    inside = cut(pairs.join(labels.withColumnRenamed("place", "one"), "one"))
    places = f.explode(f.array("one", "other")).alias("place")
    needed = cut(inside.select(f.col("label").alias("group"), places).distinct())
    few = needed.count() <= _FEW
    texts = passages.select("place", *FULL)
    texts = texts.join(f.broadcast(needed) if few else needed, "place")
    texts = texts.withColumn("rank", f.shiftright("place", BITS))
    texts = texts.join(heads.select("rank", *HEADING), "rank").drop("rank")
    texts = texts.join(labels.select("place", f.lit(True).alias("quoting")), "place", "left")
    both = inside.groupBy("label").cogroup(texts.groupBy("group"))
    return both.applyInArrow(_utterances, _TOLD)


def _on_one_stretch(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """Renderings that lie on the same stretch of one longer text."""
    for batch in batches:
        for lies in batch.column("lies").to_pylist():
            places = [(lie["other_first"], lie["other_last"], lie["one"]) for lie in lies]
            yield _links(overlapping(places))


def _forest(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """Each number in one part of the links, with the least that it is linked to there."""
    import pyarrow as pa

    held = [[column.to_numpy() for column in batch.columns] for batch in batches]
    if held:
        one, other = (np.concatenate(side) for side in zip(*held, strict=True))
        columns = map(pa.array, linked(one, other))
        yield pa.RecordBatch.from_arrays(list(columns), ["one", "other"])


def _links(links: Iterable[tuple[int, int]]) -> pa.RecordBatch:
    import pyarrow as pa

    held = list(links)
    columns = [pa.array([link[side] for link in held], pa.int64()) for side in (0, 1)]
    return pa.RecordBatch.from_arrays(columns, ["one", "other"])


def _utterances(pairs: pa.Table, texts: pa.Table) -> pa.Table:
    """The utterance of a group, of its pairs and passages; none where one document alone has it.

    What is in it comes in the order in which one process gives it.
    """
    import pyarrow as pa

    rows = texts.sort_by("place").to_pylist()
    hits = {row["place"]: hit_of(row, row["place"]) for row in rows}
    quoting = tuple(row["place"] for row in rows if row["quoting"])
    heads = {row["document"]: row for row in rows}
    imprints = Imprints(lambda document: imprint_of(heads[document]))
    groups = grouped(_pairs(pairs.to_pylist(), quoting), hits)
    found = (utterance(one, hits, imprints) for one in groups)
    told = [_row(one, quoting[0]) for one in found if held_in(one) >= _LEAST]
    kinds = (pa.date32(), pa.string(), pa.int64(), pa.int64(), pa.string())
    columns = zip(*told, strict=True) if told else ((),) * len(kinds)
    return pa.table(
        [pa.array(column, kind) for column, kind in zip(columns, kinds, strict=True)],
        ["day", "document", "start", "label", "rest"],
    )


def _pairs(rows: list[Row], quoting: tuple[int, ...]) -> Pairs:
    """Pairs as one process has them: the one with the best stretch first, then by their places."""
    found: tuple[dict[tuple[int, int], Pair], dict[tuple[int, int], Pair]] = ({}, {})
    for row in sorted(rows, key=lambda r: (-r["stretches"][0]["bits"], r["one"], r["other"])):
        one, other = row["one"], row["other"]
        stretches = [
            Stretch(one=one, other=other, **{name: s[name] for name in STRETCH})
            for s in row["stretches"]
        ]
        found[row["upon"]][one, other] = Pair(row["shared"], row["bits"], stretches)
    return Pairs(quoting, *found)


def _row(one: Utterance, label: int) -> tuple[Any, ...]:
    said = json.dumps(answers.plain(answers.utterance(one)), ensure_ascii=False)
    return *order(one), label, said.removeprefix(OPENING)
