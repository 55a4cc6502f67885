"""A Spark session as this work wants it: small batches, no listening to the network by itself."""

from __future__ import annotations

import os
import sys
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

from onrecord.errors import InputError, MissingLibraryError, OnrecordError
from onrecord.spark.finding_java import find_java

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

_OWN: Mapping[str, str] = {
    # A document is much work and many bytes: few of them make a batch, and a file many parts.
    "spark.sql.execution.arrow.maxRecordsPerBatch": "500",
    "spark.sql.files.maxPartitionBytes": "16m",
    "spark.sql.files.openCostInBytes": "64k",
    "spark.sql.execution.pyspark.udf.simplifiedTraceback.enabled": "true",
    "spark.sql.session.timeZone": "UTC",
    # What a task writes is seen when the whole job is done, and not before.
    "spark.hadoop.mapreduce.fileoutputcommitter.algorithm.version": "1",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.log.level": "ERROR",
}
_ALONE: Mapping[str, str] = {
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.host": "127.0.0.1",
}
"""On one machine nothing listens beyond it."""


@contextmanager
def session_for(master: str, conf: Mapping[str, str]) -> Iterator[SparkSession]:
    """The session that `open_session` gives, stopped at the end unless it was open before.

    What goes wrong on Spark inside is an `OnrecordError` of one line.
    """
    before = _active()
    session = open_session(master, conf=conf)
    from py4j.protocol import Py4JError
    from pyspark.errors import PySparkException

    try:
        yield session
    except (PySparkException, Py4JError) as fault:
        words = " ".join(str(fault).split())
        raise OnrecordError(f"the work on Spark has stopped: {words[:400]}") from fault
    finally:
        if before is None:
            session.stop()


def open_session(
    master: str = "local[*]", *, conf: Mapping[str, str] | None = None
) -> SparkSession:
    """A Spark session on `master`; `conf` goes before what is set here.

    Where one is open in this process it is that one, with these settings laid over as far as Spark
    lets them. `MissingLibraryError` where pyspark or a Java of version 17 or later is missing,
    `InputError` where Spark cannot be started with these settings.
    """
    if _active() is None:
        os.environ["JAVA_HOME"] = str(find_java())
    from pyspark.sql import SparkSession

    alone = master.startswith("local")
    if alone:  # workers are processes of this machine: the same Python and packages
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
        os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
    builder = SparkSession.builder.master(master).appName("onrecord")
    for key, value in {**_OWN, **(_ALONE if alone else {}), **(conf or {})}.items():
        builder = builder.config(key, value)
    try:
        return builder.getOrCreate()
    except Exception as fault:
        words = " ".join(str(fault).split())
        raise InputError(f"Spark cannot be started on {master}: {words[:300]}") from fault


def _active() -> SparkSession | None:
    """The session that is open in this process."""
    try:
        from pyspark.sql import SparkSession
    except ImportError:
        raise MissingLibraryError.of("pyspark", "spark") from None
    # Of pandas, which it asks for, nothing is used here.
    warnings.filterwarnings("ignore", message="PySpark does not yet fully support pandas")
    return SparkSession.getActiveSession()
