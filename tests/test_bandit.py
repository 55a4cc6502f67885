"""What Bandit finds in the source: nothing that has not been looked at, each with the reason."""

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
_TYPES = "tells the type checker what holds already; nothing that is given is checked by it"
_OWN = "what is unpickled was pickled by a process that this one started, and comes by its pipe"
_CALLED = "a program of a fixed name is started, without a shell"
REVIEWED: Mapping[tuple[str, str], str] = {
    ("cli/extracting.py", "B101"): _TYPES,
    ("dates/", "B101"): _TYPES,
    ("listening/workers.py", "B101"): _TYPES,
    ("spacy.py", "B101"): _TYPES,
    ("structure/reported_day.py", "B101"): _TYPES,
    ("web/problems.py", "B101"): _TYPES,
    ("crews/", "B301"): _OWN,
    ("crews/", "B403"): _OWN,
    ("crews/", "B404"): _CALLED,
    ("crews/", "B603"): _CALLED,
    ("spark/finding_java.py", "B404"): _CALLED,
    ("spark/finding_java.py", "B603"): _CALLED,
    ("unpacking/parquet_file.py", "B404"): _CALLED,
    ("unpacking/parquet_file.py", "B603"): _CALLED,
    ("exports/documents/xml_text.py", "B406"): "`escape` writes XML, and reads none",
    ("naming/names.py", "B105"): "a sign between names",
    ("people/several.py", "B105"): "a sign between names",
    ("structure/names.py", "B105"): "a sign between names",
    ("web/pages/sign_in.py", "B107"): "a form without a token",
    ("rosters/congress.py", "B506"): "the loader is the safe one, in C where it is there",
    ("training/fitting.py", "B311"): "the order in which examples are learned",
    ("web/templating.py", "B704"): "markup of our own drawing, of a type of its own",
    ("stores/", "B608"): "each statement is read by tests/test_sql.py",
}
"""Findings by path and test that have been looked at; a path with / at its end is a folder."""


@pytest.fixture(scope="module")
def found() -> set[tuple[str, str, int]]:
    """What Bandit finds: path within the package, test, line."""
    command = [
        sys.executable,
        "-m",
        "bandit",
        "-q",
        "-r",
        "src",
        "-c",
        "pyproject.toml",
        "-f",
        "json",
    ]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    told = json.loads(done.stdout)
    assert told["errors"] == []
    assert told["metrics"]["_totals"]["nosec"] == 0
    return {
        (one["filename"].removeprefix("src/onrecord/"), one["test_id"], one["line_number"])
        for one in told["results"]
    }


def _fits(path: str, test: str, reviewed: tuple[str, str]) -> bool:
    where, what = reviewed
    return test == what and (path == where or (where.endswith("/") and path.startswith(where)))


def test_bandit_finds_nothing_that_has_not_been_looked_at(found) -> None:
    new = [one for one in sorted(found) if not any(_fits(one[0], one[1], of) for of in REVIEWED)]
    assert new == []


def test_what_has_been_looked_at_is_still_there(found) -> None:
    gone = [of for of in REVIEWED if not any(_fits(one[0], one[1], of) for one in found)]
    assert gone == []
