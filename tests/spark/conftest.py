"""A Spark session for the tests, and documents made up for them."""

import json
import os

import pytest

from onrecord.errors import MissingLibraryError

_QUICK = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
SMALL = {
    "spark.driver.memory": "512m",
    "spark.executor.memory": "512m",
    "spark.sql.shuffle.partitions": "3",
    "spark.default.parallelism": "2",
    # Little is worth being compiled for a few rows.
    "spark.driver.extraJavaOptions": _QUICK,
    "spark.executor.extraJavaOptions": _QUICK,
    "spark.sql.codegen.wholeStage": "false",
    "spark.sql.codegen.factoryMode": "NO_CODEGEN",
}
NAMES = "Orla Venn", "Tamsin Roe", "Ilvo Marsh", "Neda Quill", "Perrin Oake"
THINGS = (
    "open 318 wells in the upper valley before the harvest begins",
    "close the northern crossing until every lantern has been counted",
    "pay the ferrymen of Dunvarrel what the old council promised them",
    "rebuild the granary walls with stone from the Ossimere quarries",
    "send no rider beyond the marsh while the river is in flood",
)


def documents(many=10):
    """Stories that quote one another's people, a few of them in the same words."""
    for number in range(many):
        name, thing = NAMES[number % 5], THINGS[number * 3 % 5]
        yield {
            "id": f"story-{number:03}",
            "title": f"Story {number}",
            "publisher": f"The {name.split()[1]} Courier",
            "published": f"2021-05-{1 + number % 28:02}",
            "text": f'"We will {thing}," {name} said on Monday.\n\n'
            f"{NAMES[(number + 1) % 5]} said that it would not happen this year.\n",
        }


def lines(rows):
    """Rows as lines of JSON."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def find_java_or_skip():
    """The Java for Spark: clearly skipped where there is none, and a failure in CI."""
    from onrecord.spark import find_java

    pytest.importorskip("pyspark", reason="pyspark is not installed")
    try:
        return find_java()
    except MissingLibraryError as error:
        if os.environ.get("CI"):
            raise
        pytest.skip(str(error))


@pytest.fixture(scope="session")
def session(tmp_path_factory):
    """A session on two cores of this machine."""
    find_java_or_skip()
    from onrecord.spark import open_session

    scratch = str(tmp_path_factory.mktemp("spark"))
    opened = open_session("local[2]", conf={**SMALL, "spark.local.dir": scratch})
    yield opened
    opened.stop()
