"""A whole database in another one: every row of every table, or none."""

import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.errors import InputError, StoreError
from onrecord.model import (
    Amendment,
    AmendmentKind,
    Anchor,
    Exchange,
    LineKind,
    Part,
    PartKind,
    Span,
    Target,
)
from onrecord.model.rulings import Doubt, Matter, Ruling, RulingKind, Sort, Spot
from onrecord.overlay import spot_of_statement
from onrecord.stores import (
    FeedState,
    Look,
    SeenEntry,
    Sought,
    TakenFailure,
    TakenFile,
    Unit,
    Verdict,
    Visit,
    Wanted,
    move,
    open_store,
)
from onrecord.stores.sql import moving

TEXT = "Ann said: we will mend the bridge at Orlo. Bo said: the piers are sound."
LATER = f"{TEXT} Nobody asked why."


@pytest.fixture(scope="session")
def anywhere(tmp_path_factory, request):
    """A function that names a place for a new database of a kind."""

    def place(kind):
        if kind == "sqlite":
            return tmp_path_factory.mktemp("moved") / "onrecord.db"
        return request.getfixturevalue("postgres").new_database()

    return place


@pytest.fixture
def full(make_reading, imported, day):
    """A function that puts something into every table of a store."""

    def fill(store):
        said = [("Ann", "we will mend the bridge at Orlo"), ("Bo", "the piers are sound")]
        url = "https://orlo.example/bridge"
        first = make_reading(TEXT, ref="d1", said=said, url=url, dating=day("2021-03-01"))
        store.add(first, b"first")
        second = make_reading(LATER, ref="d2", said=said, record=[("Ann", TEXT)], url=url)
        parts = (Part(PartKind.HEADING, Span(0, len(LATER))),)
        structure = replace(second.structure, parts=parts, exchanges=(Exchange(1, (2, 3)),))
        store.add(replace(second, structure=structure), b"2")
        store.add(make_reading("To be removed.", ref="d3"), b"3")
        store.remove("d3")
        reading = make_reading("A\0b \ufdd1 says so.", ref="d4", said=[("Bo\0", "says so")])
        store.add(reading, b"\0\xff")
        store.correct("d2", "title", "Another \0 title", by="ed")
        store.take_back("d2", "title")
        store.correct("d2", "publisher", "The Orlo Post", by="ed")
        store.amend(
            Amendment(
                id="aaaa11112222",
                kind=AmendmentKind.ACCEPT,
                process="lake",
                on=Target(LineKind.ROLE, "r", (("a", "A"),), (Anchor("d1", (Span(0, 3),), "ff"),)),
                by="ed",
                at="2026-01-01T00:00:00+00:00",
            )
        )
        spot = spot_of_statement(reading.document, reading.statements[0])
        ruling = Ruling("bbbb00000000", RulingKind.SPEAKER, Matter.STATEMENT, spot, speaker="Cy")
        store.rule(ruling)
        place = Spot("d4", (Span(0, 1),), "A")
        store.keep_doubts(
            Look.READING,
            "d4",
            [Doubt("cc00", Sort.SPEAKERS, Matter.STATEMENT, "two", "Two.", 0.7, place)],
            mark="1",
        )
        store.keep_roster("gazette", imported)
        store.decide(Verdict("Q1", "Q2", same=True, by="ed"))
        store.keep_visit(Visit(url, url))
        store.keep_feed(FeedState(url))
        store.keep_seen(SeenEntry(url, "k\0ey", "digest"))
        store.keep_taken(TakenFile("/a", 1, 2, 3))
        store.keep_failed(TakenFailure("/a", 1, "line 2", "no text"))

    return fill


def all_of(store):
    """What a store tells of what it holds."""
    documents = list(store.documents())
    sought = Sought(("bridge",))
    return {
        "documents": documents,
        "readings": [store.load(ref) for ref in ("d1", "d2", "d4")],
        "raws": [store.raw(ref) for ref in ("d1", "d2", "d4")],
        "original": store.original("d4"),
        "statements": list(store.statements(Wanted())),
        "corrections": store.corrections("d2"),
        "amendments": store.amendments(),
        "rulings": store.rulings(),
        "doubts": store.doubts(),
        "rosters": [(r.people, r.bodies, r.places, r.tenures) for r in store.rosters()],
        "verdicts": store.verdicts(),
        "visit": store.visit("https://orlo.example/bridge"),
        "seen": store.seen("https://orlo.example/bridge"),
        "taken": store.taken("/a"),
        "found": [one.id for one in store.search(sought)],
        "passages": sorted(store.ranked(sought, Wanted(), unit=Unit.PASSAGE).numbers),
        "places": sorted(place.number for place in store.places("mend the bridge at Orlo")),
        "indexed": store.indexed(),
    }


@pytest.mark.parametrize("kind", ["sqlite", "postgres"])
@pytest.mark.parametrize("between", ["sqlite", "postgres"])
def test_there_and_back_nothing_is_lost(kind, between, anywhere, full, make_reading):
    origin, middle, end = anywhere(kind), anywhere(between), anywhere(kind)
    with open_store(origin) as store:
        full(store)
        before = all_of(store)
    there = move(origin, middle)
    back = move(middle, end)
    assert there == back
    assert [one.table for one in there if not one.rows] == []
    for place in (middle, end):
        with open_store(place) as store:
            assert all_of(store) == before
            numbers = {one.id for one in store.statements(Wanted())}
            words = "what is added later goes on with new numbers"
            store.add(make_reading(words, ref="new", said=[("Ann", words)]), b"new")
            (added,) = store.statements(Wanted(document="new"))
            assert added.id not in numbers
            (found,) = store.places(words)
            assert found.number > max(place.number for place in store.places("mend the bridge"))
            assert [one.id for one in store.search(Sought(("new numbers",)))] == [added.id]


@settings(max_examples=5)
@given(data=st.data())
def test_any_reading_comes_through(data, readings, anywhere):
    reading = data.draw(readings)
    origin, middle, end = anywhere("sqlite"), anywhere("postgres"), anywhere("sqlite")
    with open_store(origin) as store:
        store.add(reading, b"raw")
    assert move(origin, middle) == move(middle, end)
    with open_store(end) as store:
        assert store.load(reading.document.id) == reading


@pytest.mark.parametrize("kind", ["sqlite", "postgres"])
def test_a_database_that_holds_anything_is_never_moved_into(kind, anywhere, full, make_reading):
    origin, target = anywhere("sqlite"), anywhere(kind)
    with open_store(origin) as store:
        full(store)
    with open_store(target) as store:
        store.keep_visit(Visit("https://a.example", "https://a.example"))
    with pytest.raises(InputError, match="empty"):
        move(origin, target)
    with open_store(target) as store:
        assert store.how_many() == 0


@pytest.mark.parametrize("kind", ["sqlite", "postgres"])
@pytest.mark.parametrize("table", ["turns", "statements", "visits"])
def test_where_anything_arrives_otherwise_nothing_is_moved(
    kind, table, anywhere, full, monkeypatch
):
    origin, target = anywhere("sqlite"), anywhere(kind)
    with open_store(origin) as store:
        full(store)

    def insert(self, name, columns, rows):
        rows = list(rows)
        kept(self, name, columns, rows[1:] if name == table else rows)

    with open_store(target) as store:
        connection = type(store._connection)
    kept = connection.insert_rows
    monkeypatch.setattr(connection, "insert_rows", insert)
    with pytest.raises(StoreError, match=rf"^{table}: .* nothing was moved$"):
        move(origin, target)
    monkeypatch.undo()
    with open_store(target) as store:
        assert store.how_many() == 0
        assert store.visit("https://orlo.example/bridge") is None


def test_every_table_that_there_is_is_moved(tmp_path):
    open_store(tmp_path / "a.db").close()
    with closing(sqlite3.connect(tmp_path / "a.db")) as connection:
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        tables = {name for (name,) in names if "_fts" not in name and "sqlite_" not in name}
    assert tables == moving.TABLES.keys() | moving.COMPARED.keys() | {"numbered", "gone"}


def test_rows_that_differ_in_anything_have_another_checksum():
    values = [None, 0, 1, "", "0", "n;", b"", b"0", 0.0, 0.1, "a;s1:b"]
    written = {moving._written(one) for one in values}
    assert len(written) == len(values)
    assert moving._written("a") + moving._written("b") != moving._written("as1:b")


def test_progress_is_told(anywhere, full, monkeypatch):
    origin, told = anywhere("sqlite"), []
    monkeypatch.setattr(moving, "_TOLD", 1)
    with open_store(origin) as store:
        full(store)
    moved = move(
        origin, anywhere("sqlite"), progress=lambda done, total: told.append((done, total))
    )
    total = 2 * sum(one.rows for one in moved)
    assert told == [(n, total) for n in range(1, total + 1)]
