"""Copies of one story stand together in every store, whatever was added and removed when."""

import random
import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest
from tests.copies.test_copies import STORY, text, words

from onrecord.dates import read_edtf
from onrecord.model import Kind, Part, PartKind, Span, Structure
from onrecord.stores import Added, open_store

COPY = text(["Harbour of Ellery is shut", *STORY[1:-1]])
OTHER = words(90, 5)


@pytest.fixture
def add(store, make_reading):
    """A function that adds a text under an id; the same text under two ids has other bytes."""

    def added(ref, content, *, day="", **given):
        dating = read_edtf(day) if day else None
        reading = make_reading(content, ref=ref, dating=dating, **given)
        return store.add(reading, f"{ref}:{content}".encode())[1]

    return added


def groups(store):
    return {frozenset(several) for several in store.groups()}


def test_copies_stand_together_and_are_all_kept(store, add):
    for ref, content in (("one", text(STORY)), ("other", OTHER), ("two", COPY)):
        assert add(ref, content) is Added.NEW
    assert store.copies_of("two") == store.copies_of("one") == ("one", "two")
    assert store.copies_of("other") == ("other",)
    assert groups(store) == {frozenset(["one", "two"])}
    assert {line.id: line.copies for line in store.documents()} == {"one": 1, "other": 0, "two": 1}
    assert store.listed("two").copies == 1
    assert store.first_copies(["two", "other", "gone"]) == {"two": "one"}


def test_the_earliest_by_date_stands_first_then_the_first_added(store, add):
    add("undated", text(STORY))
    add("later", COPY, day="2026-03-05")
    add("earlier", text(STORY[1:]), day="2026-03-04")
    add("last", COPY + " ")
    assert store.copies_of("last") == ("earlier", "later", "undated", "last")


@pytest.mark.parametrize("seed", range(4))
def test_groups_do_not_hang_on_the_order_of_adding(new_store, make_reading, seed):
    store = new_store()
    chain = [text(STORY[n:] + [words(24, seed) for seed in range(n)]) for n in range(3)]
    texts = {f"c{n}": content for n, content in enumerate(chain)}
    texts |= {f"o{n}": words(80, n) for n in range(3)} | {"s1": "It is shut.", "s2": "it is SHUT"}
    mixed = list(texts.items())
    random.Random(seed).shuffle(mixed)
    for ref, content in mixed:
        store.add(make_reading(content, ref=ref), f"{ref}:{content}".encode())
    assert groups(store) == {frozenset(["c0", "c1", "c2"]), frozenset(["s1", "s2"])}


def test_a_group_falls_apart_where_the_one_between_is_removed(store, add):
    pieces = [words(60, seed) for seed in range(6)]
    for n in range(3):
        add(f"c{n}", text(pieces[n : n + 4]))
    assert groups(store) == {frozenset(["c0", "c1", "c2"])}
    store.remove("c1")
    assert groups(store) == set()
    assert store.copies_of("c0") == ("c0",)


def test_what_is_removed_is_no_copy_and_the_others_stay_together(store, add):
    for ref, content in (("one", text(STORY)), ("two", COPY), ("three", COPY), ("four", COPY)):
        add(ref, content)
    store.remove("one")
    assert store.copies_of("three") == ("two", "three", "four")
    store.remove("two")
    assert store.copies_of("four") == ("three", "four")
    add("five", text(STORY))
    assert store.copies_of("five") == ("three", "four", "five")


def test_a_newer_version_takes_the_place_of_the_older_one(store, add):
    url = "https://orlo.example/1"
    add("one", text(STORY))
    add("two", COPY, url=url)
    assert add("three", OTHER, url=url) is Added.VERSION
    assert groups(store) == set()
    assert store.copies_of("two") == ("two",)
    assert add("four", COPY + ".", url=url) is Added.VERSION
    assert groups(store) == {frozenset(["one", "four"])}


def test_a_text_that_is_read_again_is_looked_at_again(store, add, make_reading):
    add("one", text(STORY))
    add("two", OTHER)
    store.replace(make_reading(COPY, ref="two"))
    assert groups(store) == {frozenset(["one", "two"])}
    store.replace(make_reading(OTHER, ref="two"))
    assert groups(store) == set()


def test_the_furniture_of_a_page_is_no_part_of_its_story(store, make_reading):
    menu = " ".join(f"Section {n} of the paper" for n in range(60))
    for ref, content in (("one", words(70, 1)), ("two", words(70, 2))):
        reading = make_reading(f"{menu}\n\n{content}", ref=ref)
        part = Part(PartKind.FURNITURE, Span(0, len(menu)))
        found = Structure(Kind.OTHER, "made", parts=(part,))
        store.add(replace(reading, structure=found), ref.encode())
    assert groups(store) == set()


def test_what_is_taken_back_is_not_grouped(store, add):
    def half_way():
        with store.together():
            add("one", text(STORY))
            add("two", COPY)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        half_way()
    add("three", COPY)
    assert store.copies_of("three") == ("three",)


def test_an_older_database_is_looked_through_when_it_is_asked_for(tmp_path, make_reading):
    path = tmp_path / "held.db"
    with open_store(path) as store:
        for ref, content in (("one", text(STORY)), ("two", COPY), ("other", OTHER)):
            store.add(make_reading(content, ref=ref), ref.encode())
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DELETE FROM sketches")
        connection.execute("DELETE FROM sketch_keys")
    with open_store(path) as store:
        assert store.copies_of("one") == ("one",)
        told = []
        assert store.group_copies(lambda *step: told.append(step)) == 3
        assert (told, store.group_copies()) == ([(3, 3)], 0)
        assert store.copies_of("two") == ("one", "two")
