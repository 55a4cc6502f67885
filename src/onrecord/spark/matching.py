"""Utterances that several documents of a DataFrame have, each with the way it took."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.errors import InputError
from onrecord.spark.confirming import confirmed
from onrecord.spark.grouping import OPENING, labelled, told
from onrecord.spark.holding import BITS, held_rows, schema
from onrecord.spark.numbering import numbered
from onrecord.spark.reading import SECONDS, Using
from onrecord.spark.seeding import keys_of, pairs_among, pairs_between
from onrecord.spark.tables import cut, kept, known_columns, mapped
from onrecord.spark.weighing import worth_in
from onrecord.tracing.pairing import stock

if TYPE_CHECKING:
    from pyspark.sql import Column, DataFrame

_AGAIN = "another document has this id, in other words; one of them is matched"


def match(
    documents: DataFrame,
    *,
    engine: str | None = None,
    model: str | Path | None = None,
    seconds: float = SECONDS,
) -> DataFrame:
    """The utterances that several documents render, a row each, in their order.

    `utterance` is one line of JSON, as `onrecord renderings --json` writes it; `number` counts them
    from 1. A document that fails, or has the id of another, is a row in which `document` and
    `failure` alone are filled. `documents`, `engine`, `model` and `seconds` are as in `extract`.

    Keys of three words and places are shuffled, words of passages that have a key in common, texts
    of those that are renderings. Which of them belong together is found on the driver, by 16 bytes
    a rendering. What is needed again is kept on the workers' disks until the session ends.
    `InputError` where there is no column to be read.
    """
    using = Using(engine, str(model) if model else None, seconds)
    read = mapped(known_columns(documents), partial(held_rows, using=using), schema())
    table = _once(kept(read))
    heads, passages = _placed(table)
    spark = documents.sparkSession.sparkContext
    worth = spark.broadcast(worth_in(passages))
    keys = cut(keys_of(passages, worth))
    most = stock(heads.where("held > 0").count())
    among, between = cut(pairs_among(keys)), cut(pairs_between(keys, documents=most))
    pairs = cut(confirmed(among, between, passages, worth))
    found = told(pairs, labelled(pairs), passages, heads)
    return _numbered(found).unionByName(_failures(table, heads))


def _once(table: DataFrame) -> DataFrame:
    """The table with each document in it once, however often it was given."""
    heads = table.where("failure IS NULL AND position < 0")
    if heads.count() == heads.select("document", "digest").distinct().count():
        return table
    return kept(table.dropDuplicates(["document", "digest", "position", "failure"]))


def _placed(table: DataFrame) -> tuple[DataFrame, DataFrame]:
    """The documents in order, each with its `rank`, and the passages, each with its `place`.

    Ranks are sent to every worker, 16 bytes a document, so that no text has to be moved for them.
    Of several documents of one id it is the one whose digest is least.
    """
    from pyspark.sql import functions as f

    heads = table.where("failure IS NULL AND position < 0")
    first = heads.groupBy("document").agg(f.min("digest").alias("digest"))
    chosen = heads.join(first, ["document", "digest"], "left_semi")
    order = (f.col("dated") == "", f.col("dated"), f.col("document"))
    ranked = numbered(chosen.drop("failure", "position"), order).withColumnRenamed("number", "rank")
    ranks = ranked.select(_name().alias("name"), "rank")
    if ranks.groupBy("name").count().where("count > 1").head():
        raise InputError("two ids have one hash of 64 bits: give one of the documents another id")
    passages = table.where("position >= 0").withColumn("name", _name())
    passages = passages.join(f.broadcast(ranks), "name").drop("name")
    place = f.shiftleft("rank", BITS).bitwiseOR(f.col("position"))
    return ranked, passages.withColumn("place", place)


def _name() -> Column:
    from pyspark.sql import functions as f

    return f.xxhash64("document", "digest")


def _numbered(found: DataFrame) -> DataFrame:
    from pyspark.sql import functions as f

    order = (f.col("day"), f.col("document"), f.col("start"), f.col("label"))
    lines = numbered(found, order, first=1)
    number = f.col("number").cast("string")
    line = f.concat(f.lit(OPENING[:-1]), number, f.lit('"'), f.col("rest"))
    nothing = f.lit(None).cast("string")
    return lines.select(
        "number",
        line.alias("utterance"),
        nothing.alias("document"),
        nothing.alias("failure"),
    )


def _failures(table: DataFrame, heads: DataFrame) -> DataFrame:
    """The documents that failed, and those of which another with their id is matched."""
    from pyspark.sql import functions as f

    failed = table.where("failure IS NOT NULL").select("document", "failure")
    others = table.where("failure IS NULL AND position < 0")
    others = others.join(heads.select("document", "digest"), ["document", "digest"], "left_anti")
    both = failed.union(others.select("document", f.lit(_AGAIN).alias("failure")))
    return both.select(
        f.lit(None).cast("bigint").alias("number"),
        f.lit(None).cast("string").alias("utterance"),
        "document",
        "failure",
    )
