"""Onrecord on Spark, for corpora beyond one machine, by the functions of one process.

    rows of documents -> extract -> statements, a row each
                      -> match   -> utterances: who has the same words, and how they travelled

    session = onrecord.spark.open_session("local[*]")
    statements = onrecord.spark.extract(session.read.parquet("pages"))

There is no algorithm here: readers, pipeline and tracing do the work, in Arrow batches. Spark 4 and
Java 17 are needed (the extra `spark`); workers need the same Onrecord as the driver.
"""

from onrecord.spark.extracting import extract
from onrecord.spark.finding_java import find_java
from onrecord.spark.keeping import (
    read_input,
    refuse_existing,
    write_statements,
    write_utterances,
)
from onrecord.spark.matching import match
from onrecord.spark.sessions import open_session, session_for

__all__ = [
    "extract",
    "find_java",
    "match",
    "open_session",
    "read_input",
    "refuse_existing",
    "session_for",
    "write_statements",
    "write_utterances",
]
