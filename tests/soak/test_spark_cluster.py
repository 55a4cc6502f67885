"""Two workers, one of which loses its executor in the middle, give what one process gives."""

import json
import os
import signal
import subprocess
import sys
import time

import pyarrow.parquet as pq
import pytest
from tests.soak.cluster import cluster
from tests.soak.test_spark_matching import in_one_process
from tests.spark.conftest import SMALL, documents, find_java_or_skip, lines

from onrecord.exports.accounts import Account
from onrecord.exports.tables import rows
from onrecord.pipeline import read_document
from onrecord.readers import read

MADE = list(documents(60))
LOOPBACK = {"spark.driver.bindAddress": "127.0.0.1", "spark.driver.host": "127.0.0.1"}
DRIVER = """
import json, sys
from onrecord.spark import *
master, given, out, settings = sys.argv[1:]
with session_for(master, json.loads(settings)) as session:
    held = read_input(session, given)
    write_statements(extract(held, engine="rules"), out + "/extracted")
    write_utterances(match(held, engine="rules"), out + "/matched")
"""


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """What a driver wrote while the executor of a worker was killed."""
    java = find_java_or_skip()
    folder = tmp_path_factory.mktemp("cluster")
    for part in range(3):
        (folder / f"in-{part}.jsonl").write_text(lines(MADE[part::3]))
    with cluster(java, folder) as held:
        settings = json.dumps({**SMALL, **LOOPBACK})
        given = [held.url, str(folder / "in-*.jsonl"), str(folder), settings]
        driver = subprocess.Popen(
            [sys.executable, "-c", DRIVER, *given],
            env=held.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        killed = kill_one(held, driver)
        said = driver.communicate(timeout=600)[0].decode()
        assert driver.returncode == 0, said
        after = sorted(one.name for one in (folder / "work").glob("app-*/*"))
    assert killed
    assert len(after) > 2, "no executor took the place of the one that was killed"
    return folder


def kill_one(held, driver):
    """Kill an executor that has begun with the work, as a machine that is lost would."""
    while driver.poll() is None:
        for executor, own in held.executors().items():
            if own:  # its processes of Python: it is in the middle of something
                os.kill(executor, signal.SIGKILL)
                return executor
        time.sleep(0.1)
    return 0


def test_statements_are_those_of_one_process(written):
    found = pq.read_table(written / "extracted" / "statements").to_pylist()
    expected = [
        row
        for document in read(lines(MADE).encode(), form="jsonl")
        for row in rows(Account(read_document(document, engine="rules")), "statements")
    ]
    assert told(found) == told(expected)


def test_utterances_are_those_of_one_process_in_their_order(written, tmp_path):
    parts = sorted((written / "matched" / "utterances").glob("part-*"))
    found = [line for part in parts for line in part.read_text("utf-8").splitlines()]
    assert found == in_one_process(tmp_path / "made.db", MADE)
    assert len(found) > 3


def told(table):
    return sorted(json.dumps(row, default=str, sort_keys=True, ensure_ascii=False) for row in table)
