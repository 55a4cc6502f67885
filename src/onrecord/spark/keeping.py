"""Files to DataFrames, and results to files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from onrecord.errors import InputError, MissingLibraryError
from onrecord.spark.extracting import FAILURE
from onrecord.spark.reading import LINE
from onrecord.spark.tables import kept

if TYPE_CHECKING:
    import pyarrow as pa
    from pyspark.sql import DataFrame, SparkSession

_JSONL = (".jsonl", ".ndjson", ".json")
_BLANK = b" \t\r\n\f\v"


class Written(NamedTuple):
    """How many rows of results, and of documents that failed, were written."""

    rows: int
    failures: int


def read_input(session: SparkSession, path: str) -> DataFrame:
    """The documents of Parquet or JSON Lines (plain, .gz, .zst), a row each.

    `path` is a file, a folder of files of one form, or a pattern with `*`, on any file system that
    Spark reads; files ending in .zst are read by Python, so that every worker must see them by this
    path. A large .gz or .zst is read by one task, whatever its size. `InputError` where nothing is
    there.
    """
    names = _files(session, path)
    ends = {_ending(name) for name in names}
    if len(ends) != 1:
        raise InputError(f"{path}: holds files of several forms: {', '.join(sorted(ends))}")
    end = ends.pop()
    if end == "parquet":
        return _spread(session.read.parquet(*names))
    if end == "jsonl.zst":
        return _spread(_lines_of_zst(session, names))
    lines = session.read.text(names).selectExpr(f"CAST(value AS BINARY) AS {LINE}")
    return _spread(lines.where(f"length(trim(CAST({LINE} AS STRING))) > 0"))


def refuse_existing(session: SparkSession, path: str, *, overwrite: bool = False) -> None:
    """`InputError` where there is something at `path` already that is not to be written over."""
    place, files = _file_system(session, path)
    if not overwrite and files.exists(place):
        raise InputError(f"{path}: is there already; --overwrite writes it anew")


def write_statements(found: DataFrame, path: str, *, overwrite: bool = False) -> Written:
    """What `extract` gave as Parquet: PATH/statements, and PATH/failures with id and reason.

    Each folder is whole once it has `_SUCCESS`, and before that empty. `InputError` where there is
    something at `path` and `overwrite` does not say that it may go.
    """
    refuse_existing(found.sparkSession, path, overwrite=overwrite)
    mode = "overwrite" if overwrite else "errorifexists"
    told = kept(found)
    try:
        statements = told.where("failure IS NULL").drop(FAILURE)
        failures = told.where("failure IS NOT NULL")
        failures = failures.selectExpr("document AS id", "failure AS reason")
        statements.write.mode(mode).parquet(f"{path}/statements", compression="zstd")
        failures.coalesce(1).write.mode(mode).parquet(f"{path}/failures")
        return Written(statements.count(), failures.count())
    finally:
        told.unpersist()


def write_utterances(found: DataFrame, path: str, *, overwrite: bool = False) -> Written:
    """What `match` gave: PATH/utterances, lines of JSON in order, and PATH/failures (Parquet).

    Otherwise as `write_statements`.
    """
    refuse_existing(found.sparkSession, path, overwrite=overwrite)
    mode = "overwrite" if overwrite else "errorifexists"
    told = kept(found)
    lines = told.where("failure IS NULL").select("utterance")
    failures = told.where("failure IS NOT NULL").selectExpr("document AS id", "failure AS reason")
    lines.write.mode(mode).text(f"{path}/utterances")
    failures.coalesce(1).write.mode(mode).parquet(f"{path}/failures")
    return Written(lines.count(), failures.count())


def _file_system(session: SparkSession, path: str) -> tuple[Any, Any]:
    """A path as Hadoop has it, and the file system that it is on."""
    jvm: Any = session.sparkContext._jvm
    place = jvm.org.apache.hadoop.fs.Path(path)
    return place, place.getFileSystem(session.sparkContext._jsc.hadoopConfiguration())


def _files(session: SparkSession, path: str) -> list[str]:
    """The files at a path, in order; those whose names begin with a mark are no data."""
    place, files = _file_system(session, path)
    found: list[str] = []
    for status in files.globStatus(place) or ():
        walk = files.listFiles(status.getPath(), True)
        while walk.hasNext():
            inner = walk.next().getPath()
            if not inner.getName().startswith(("_", ".")):
                found.append(inner.toString())
    if not found:
        raise InputError(f"{path}: no file is there")
    return sorted(found)


def _ending(name: str) -> str:
    """The form of a file by its name."""
    packed = name.removesuffix(".gz").removesuffix(".zst")
    if name.endswith(".parquet"):
        return "parquet"
    if packed.endswith(_JSONL):
        return "jsonl.zst" if name.endswith(".zst") else "jsonl"
    raise InputError(f"{name}: neither Parquet nor JSON Lines by its name")


def _spread(documents: DataFrame) -> DataFrame:
    """The documents in as many parts as there are hands for, or more."""
    hands = documents.sparkSession.sparkContext.defaultParallelism
    few = documents.rdd.getNumPartitions() < hands
    return documents.repartition(hands) if few else documents


def _lines_of_zst(session: SparkSession, names: list[str]) -> DataFrame:
    try:
        import zstandard  # noqa: F401
    except ImportError:
        raise MissingLibraryError.of("zstandard", "archives") from None
    schema = f"{LINE} binary"
    places = session.createDataFrame([(name,) for name in names], "path string")
    return places.repartition(len(names), "path").mapInArrow(_unpacked, schema)


def _unpacked(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """The lines of the files that are named, some at once."""
    import pyarrow as pa

    for batch in batches:
        for (name,) in zip(*batch.to_pydict().values(), strict=True):
            for lines in _some(_zst_lines(name.removeprefix("file:"))):
                yield pa.RecordBatch.from_pydict({LINE: pa.array(lines, pa.binary())})


def _zst_lines(path: str) -> Iterator[bytes]:
    import io

    import zstandard

    with open(path, "rb") as packed:
        stream = zstandard.ZstdDecompressor().stream_reader(packed, read_across_frames=True)
        yield from (line for line in io.BufferedReader(stream) if line.strip(_BLANK))


def _some(lines: Iterator[bytes]) -> Iterator[list[bytes]]:
    held: list[bytes] = []
    for line in lines:
        held.append(line)
        if len(held) >= 200:
            yield held
            held = []
    if held:
        yield held
