"""`onrecord doctor`: lines, JSON and an exit status that say how a database is."""

import json
import sqlite3
from contextlib import closing


def damage(database, statement):
    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        connection.execute(statement)


def test_a_line_for_each_check_says_that_it_holds(held):
    result = held("doctor")
    assert result.exit_code == 0
    *lines, last = result.stdout.splitlines()
    assert all(line.startswith("holds ") for line in lines)
    assert last.endswith(": whole")


def test_what_can_be_repaired_is_told_and_repaired(held, database):
    damage(database, "UPDATE statements SET content = 'other words' WHERE number = 1")
    result = held("doctor")
    assert result.exit_code == 1
    assert "repairable  structure and spans" in result.stdout
    assert "--repair" in result.stdout.splitlines()[-1]
    result = held("doctor", "--repair")
    assert result.exit_code == 1
    assert "done        read the documents again" in result.stdout
    assert result.stdout.splitlines()[-1].endswith("repaired, and whole")
    assert held("doctor").exit_code == 0


def test_what_cannot_be_repaired_says_what_to_do(held, database, papers):
    damage(database, "UPDATE raws SET zlib = x'00'")
    for paper in papers.rglob("*.*"):
        paper.write_text("another", "utf-8")
    result = held("doctor", "--repair")
    assert result.exit_code == 2
    assert "restore a backup" in result.stdout.splitlines()[-1]


def test_the_same_as_json(held, database):
    told = json.loads(held("doctor", "--json").stdout)
    assert (told["whole"], told["status"], told["database"]) == (True, 0, str(database))
    assert {check["state"] for check in told["checks"]} == {"holds"}


def test_there_must_be_a_database(onrecord):
    assert onrecord("doctor").exit_code == 2
