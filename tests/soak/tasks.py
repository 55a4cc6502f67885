"""What children do until they are killed; each says a line for what it was told is kept."""

import resource
import sqlite3
from dataclasses import replace
from pathlib import Path

from tests.soak.papers import conference, story

from onrecord.cli import main
from onrecord.cli.house import REFUSED
from onrecord.errors import StoreError
from onrecord.index import merging, writing
from onrecord.intake import gathering, take_in
from onrecord.model import Amendment, AmendmentKind, LineKind, Target
from onrecord.model.rulings import Matter, Ruling, RulingKind
from onrecord.overlay import spot_of_statement
from onrecord.stores import open_store


def onrecord(*arguments: object) -> None:
    """A command of the command line."""
    main([str(argument) for argument in arguments])


def small_files() -> None:
    """Segments of some hundred words, so that little text makes many files and merges."""
    writing.MOST, writing.CHUNK, writing._BATCH = 400, 1200, 20
    merging._STRETCH, merging._SAMPLE = 256, 16


def add(database: Path, papers: Path, jobs: int = 0) -> None:
    """Every paper into the database; a line for each. So many processes read them, or this one."""
    small_files()
    if jobs:
        onrecord("add", papers, "--jobs", jobs, "--db", database)
    else:
        gathering.FEW = 1_000
        onrecord("add", papers, "--db", database)


def add_within(database: Path, papers: Path, size: int) -> None:
    """The same, where no file may be larger than so many bytes; it is refused at some paper."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    add_on_a_full_disk(database, papers)


def add_on_a_full_disk(database: Path, papers: Path) -> None:
    """The same, where it is refused at some paper."""
    try:
        onrecord("add", papers, "--db", database)
    except SystemExit as ended:
        if ended.code != REFUSED:
            raise


def add_after_a_full_disk(database: Path) -> None:
    """A paper that cannot be written; then another one, by the same store, when there is space."""
    with open_store(database) as store:
        _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (database.stat().st_size, hard))
        try:
            list(take_in(store, (conference(3) * 200).encode(), path="large.txt"))
        except StoreError as error:
            print(f"refused: {error}")
        resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
        (taken,) = take_in(store, story(1).encode(), path="1.md")
        print(taken.ref)


def reindex(database: Path) -> None:
    """The passage index made anew."""
    small_files()
    onrecord("reindex", "--db", database)


def remove_and_index(database: Path) -> None:
    """Documents removed one by one, the index told of each."""
    small_files()
    with open_store(database, create=False) as store:
        store.reindex()
        for line in list(store.documents())[::2]:
            print(store.remove(line.id))
            store.reindex()


def open_once(database: Path) -> None:
    """The database brought up to date."""
    open_store(database, create=False).close()


def correct(database: Path, start: int) -> None:
    """Corrections of titles with what is derived again, one after the other, numbered."""
    with open_store(database, create=False) as store:
        for number, line in enumerate(store.documents(), start):
            with store.together():
                store.correct(line.id, "title", f"Title {number}", by="Ann")
                store.replace(store.load(line.id))
            print(line.id, number)


def rule(database: Path) -> None:
    """A ruling on the first statement of each story that has none."""
    with open_store(database, create=False) as store:
        ruled = {ruling.spot.document for ruling in store.rulings()}
        for line in [line for line in store.documents() if line.statements]:
            if line.id not in ruled:
                store.rule(_ruling(store.load(line.id)))
                print(line.id)


def _ruling(reading) -> Ruling:
    spot = spot_of_statement(reading.document, reading.statements[0])
    return Ruling(
        id=f"r-{reading.document.id}",
        kind=RulingKind.SPEAKER,
        matter=Matter.STATEMENT,
        spot=spot,
        speaker="Gus Hale",
        at="2021-03-03T10:00:00+00:00",
    )


def amend(database: Path, start: int, count: int) -> None:
    """So many amendments of a process, numbered on."""
    first = Amendment(
        id="", kind=AmendmentKind.CHANGE, process="p", on=Target(LineKind.ROLE, "l1"), field="role"
    )
    with open_store(database, create=False) as store:
        for number in range(start, start + count):
            at = f"2021-03-03T10:00:{number % 60:02}+00:00"
            store.amend(replace(first, id=f"a{number:05}", value=f"role {number}", at=at))
            print(f"a{number:05}")


def back_up(database: Path, file: Path) -> None:
    """The database kept in a file, over the one that is there."""
    onrecord("db", "backup", file, "--force", "--db", database)


def restore(database: Path, file: Path) -> None:
    """The database put back from a file."""
    small_files()
    onrecord("db", "restore", file, "--db", database)


def rows(database: Path, sql: str) -> list[tuple]:
    """What a query gives, asked of SQLite alone."""
    connection = sqlite3.connect(database)
    try:
        return connection.execute(sql).fetchall()
    finally:
        connection.close()
