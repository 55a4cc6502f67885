"""Whatever is killed, at whatever moment: what was acknowledged is there, and it can go on.

The moments are drawn by a seed that a failure tells; `ONRECORD_SEED` brings the same ones again.
"""

import os
import random
import shutil
import sqlite3
from pathlib import Path

import pytest
from tests.soak import tasks
from tests.soak.crashing import run
from tests.soak.papers import write_papers

from onrecord.intake import read_again
from onrecord.stores import Remedy, State, examine, open_store, repair
from onrecord.stores import sqlite as sqlite_store
from onrecord.stores.sqlite.opening import APPLICATION

ACKNOWLEDGED = ("added ", "version ")
CORRECTED = (
    "SELECT d.id, c.value FROM documents d JOIN corrections_in_force c ON c.document = d.number"
)
MIGRATIONS = sorted((Path(sqlite_store.__file__).parent / "migrations").glob("*.sql"))


@pytest.fixture
def chance(request):
    """The draws of a test; what fails says how to have them again."""
    seed = int(os.environ.get("ONRECORD_SEED", random.SystemRandom().randrange(1 << 32)))
    print(f"ONRECORD_SEED={seed}")
    return random.Random(f"{seed} {request.node.name}")


@pytest.fixture(scope="module")
def papers(tmp_path_factory, times):
    """Some papers."""
    return write_papers(tmp_path_factory.mktemp("papers"), times(12, 30))


@pytest.fixture(scope="module")
def filled(papers, tmp_path_factory):
    """A database that holds them, made once."""
    path = tmp_path_factory.mktemp("filled") / "onrecord.db"
    unkilled(tasks.add, path, papers)
    return path


@pytest.fixture
def database(tmp_path):
    """Where the database of a test is."""
    return tmp_path / "onrecord.db"


@pytest.fixture
def copy(filled, database):
    """A function that puts a fresh copy of the filled database in its place."""

    def put():
        for left in database.parent.iterdir():
            shutil.rmtree(left) if left.is_dir() else left.unlink()
        shutil.copytree(filled.parent, database.parent, dirs_exist_ok=True)
        return database

    return put


def sound(database):
    """Nothing is wrong but what a killed process left, which is mended."""
    health = examine(database)
    wrong = [check for check in health.checks if check.state is not State.HOLDS]
    assert all(check.remedy is Remedy.LEFTOVERS for check in wrong), wrong
    if wrong:
        assert repair(database, read_again).whole
    return True


def held(database):
    """The ids of all documents, each as often as it is there."""
    if not database.exists() or database.stat().st_size == 0:
        return []
    return [row[0] for row in tasks.rows(database, "SELECT id FROM documents ORDER BY id")]


def unkilled(task, *args):
    """A run of a task that nobody kills."""
    outcome = run(task, *args, folder=args[0].parent)
    assert not outcome.killed
    return outcome


def killed(chance, task, *args, like, kills):
    """Runs of a task until so many were killed, half of them from outside, half at a step.

    `like` is a run that nobody killed, by which the moments are drawn.
    """
    done = 0
    while done < kills:
        step = chance.randint(1, like.steps) if chance.random() < 0.5 else None
        after = None if step else chance.uniform(0, like.seconds)
        outcome = run(task, *args, folder=args[0].parent, after=after, at_step=step)
        done += outcome.killed
        yield outcome


@pytest.mark.parametrize(("jobs", "kills"), [(0, (3, 68)), (2, (1, 12))])
def test_documents_that_were_acknowledged_are_there_once(
    chance, papers, filled, tmp_path, times, jobs, kills
):
    """Taking in, by one process and by three, killed again and again, going on each time."""
    every = held(filled)
    place, told = 0, set()

    def fresh():
        nonlocal place
        place += 1
        told.clear()
        (tmp_path / str(place)).mkdir()
        return tmp_path / str(place) / "onrecord.db"

    like = unkilled(tasks.add, fresh(), papers, jobs)
    database, done = fresh(), 0
    while done < times(*kills):
        for outcome in killed(chance, tasks.add, database, papers, jobs, like=like, kills=1):
            told |= {line.split()[1] for line in outcome.said if line.startswith(ACKNOWLEDGED)}
            here = held(database)
            assert told <= set(here)
            assert len(here) == len(set(here))
            assert not here or sound(database)
        done += 1
        if here == every:
            database = fresh()
    unkilled(tasks.add, database, papers, jobs)
    assert held(database) == every
    assert examine(database).whole


@pytest.mark.parametrize(
    ("task", "kills"), [(tasks.reindex, (2, 30)), (tasks.remove_and_index, (2, 20))]
)
def test_the_index_agrees_with_the_store(chance, copy, times, task, kills):
    """The index made anew, and told of what was removed."""
    database = copy()
    like = unkilled(task, database)
    copy()
    for outcome in killed(chance, task, database, like=like, kills=times(*kills)):
        assert not set(outcome.said) & set(held(database))
        assert sound(database)
        with open_store(database) as store:
            store.reindex()
            searched = "SELECT count(*) FROM passages WHERE searched = 1"
            assert [(store.indexed()[0],)] == tasks.rows(database, searched)
        if task is tasks.remove_and_index:
            copy()


def older(database, filled, version):
    """The documents of a filled database in one as an older Onrecord left it."""
    database.unlink(missing_ok=True)
    connection = sqlite3.connect(database, isolation_level=None)
    for step in MIGRATIONS[:version]:
        connection.executescript(step.read_text("utf-8"))
    connection.execute("ATTACH ? AS now", (str(filled),))
    connection.execute("BEGIN")
    for table in _TABLES:
        _take_over(connection, table)
    if version >= NUMBERED:
        connection.execute("UPDATE numbered SET last_passage = (SELECT max(number) FROM passages)")
    connection.execute(f"PRAGMA application_id = {APPLICATION}")
    connection.execute(f"PRAGMA user_version = {version}")
    connection.execute("COMMIT")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.close()


_TABLES = (
    "raws",
    "documents",
    "structures",
    "parts",
    "turns",
    "exchanges",
    "statements",
    "passages",
)


NUMBERED = 4
"""From this version on it is kept how many passages were numbered."""


def _take_over(connection, table):
    """The rows of a table, by the columns that both have; what has no value there is empty."""
    there = {row[1] for row in connection.execute(f"PRAGMA now.table_info({table})")}
    here = [row[1] for row in connection.execute(f"PRAGMA main.table_info({table})")]
    values = ", ".join(name if name in there else "x''" for name in here)
    connection.execute(f"INSERT INTO main.{table} SELECT {values} FROM now.{table}")


def test_a_database_of_an_older_version_is_brought_up_to_date_or_as_it_was(
    chance, filled, database, times
):
    """Every older version, one after the other."""
    every = held(filled)
    for _ in range(times(2, 30)):
        version = chance.randint(1, len(MIGRATIONS) - 1)
        older(database, filled, version)
        like = unkilled(tasks.open_once, database)
        older(database, filled, version)
        for _ in killed(chance, tasks.open_once, database, like=like, kills=1):
            assert tasks.rows(database, "PRAGMA integrity_check") == [("ok",)]
            (now,) = tasks.rows(database, "PRAGMA user_version")[0]
            assert now in {version, len(MIGRATIONS)}
            assert held(database) == every
        run(tasks.open_once, database, folder=database.parent)
        assert sound(database)
        assert held(database) == every
        shutil.rmtree(f"{database}.index", ignore_errors=True)


def test_corrections_that_were_acknowledged_stand_in_their_order(chance, copy, times):
    """Titles corrected one after the other, with all that is derived again."""
    database = copy()
    like = unkilled(tasks.correct, database, 0)
    told: dict[str, int] = {}
    start = 1000
    for outcome in killed(chance, tasks.correct, database, start, like=like, kills=times(2, 20)):
        for line in outcome.said:
            ref, number = line.split()
            told[ref] = max(int(number), told.get(ref, 0))
        stands = dict(tasks.rows(database, CORRECTED))
        for ref, number in told.items():
            assert int(stands[ref].removeprefix("Title ")) >= number
        assert sound(database)


def test_rulings_that_were_acknowledged_lie_on_their_words(chance, copy, times):
    """Rulings one after the other; those that are there are not made again."""
    database = copy()
    like = unkilled(tasks.rule, database)
    copy()
    told: set[str] = set()
    for outcome in killed(chance, tasks.rule, database, like=like, kills=times(1, 10)):
        told |= set(outcome.said)
        with open_store(database) as store:
            lying = {r.spot.document for ref in told for r in store.lying_on(ref)}
        assert told <= lying
        assert sound(database)
        if not outcome.killed:
            copy()
            told.clear()


def test_amendments_that_were_acknowledged_are_kept_once(chance, copy, times):
    """Amendments one after the other, numbered on from what is held."""
    database = copy()
    like = unkilled(tasks.amend, database, 0, 40)
    told: set[str] = set()
    ids = "SELECT id FROM amendments ORDER BY number"
    for number in range(times(1, 10)):
        for outcome in killed(chance, tasks.amend, database, 100 * number, 90, like=like, kills=1):
            told |= set(outcome.said)
            kept = [row[0] for row in tasks.rows(database, ids)]
            assert told <= set(kept)
            assert len(kept) == len(set(kept))
            assert sound(database)


def test_a_backup_is_whole_or_not_there(chance, copy, times):
    """The database kept in a file, over the one before."""
    database = copy()
    file = database.with_name("kept.db")
    like = unkilled(tasks.back_up, database, file)
    file.unlink()
    for _ in killed(chance, tasks.back_up, database, file, like=like, kills=times(1, 20)):
        if file.exists():
            assert tasks.rows(file, "PRAGMA integrity_check") == [("ok",)]
            assert held(file) == held(database)
        assert sound(database)
    unkilled(tasks.back_up, database, file)
    assert not list(database.parent.glob("*.partial*"))


def test_a_database_is_the_one_before_or_the_one_put_back(chance, copy, times):
    """The backup of fewer documents in the place of more."""
    database = copy()
    every = held(database)
    file = database.with_name("kept.db")
    tasks_done = run(tasks.remove_and_index, database, folder=database.parent)
    assert tasks_done.said
    fewer = held(database)
    unkilled(tasks.back_up, database, file)
    kept = file.read_bytes()
    copy()
    file.write_bytes(kept)
    like = unkilled(tasks.restore, database, file)
    for _ in range(times(2, 20)):
        copy()
        file.write_bytes(kept)
        for outcome in killed(chance, tasks.restore, database, file, like=like, kills=1):
            assert held(database) == fewer or (outcome.killed and held(database) == every)
            assert sound(database)
        unkilled(tasks.restore, database, file)
        assert held(database) == fewer
        assert examine(database).whole
