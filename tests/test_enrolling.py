import pytest

from onrecord.enrolling import enrolled, names_in
from onrecord.model import Document, Provenance, Reading, Structure
from onrecord.pipeline import read_document
from onrecord.rosters import holders, people_named, read_roster, shipped
from onrecord.stores import Verdict, open_store

LINES = """person,id,post,of,start,end,according
Sergei Lavrov,a:1,Foreign Minister,Russia,2004-03-09,..,Almanac
Serge Lavroff,a:2,Foreign Minister,Russia,2004-03-09,..,Register
"""


@pytest.fixture
def store(tmp_path):
    with open_store(tmp_path / "onrecord.db") as opened:
        yield opened


def imported(lines=LINES):
    return read_roster(lines.encode())


def test_an_empty_store_has_the_shipped_roster(store):
    assert enrolled(store) is shipped()


def test_what_is_imported_stands_beside_what_ships(store):
    store.keep_roster("almanac", imported(LINES.rsplit("Serge Lavroff", maxsplit=1)[0]))
    (holder,) = holders(enrolled(store), "Russian Foreign Minister", day="2019-02-01")
    assert {"Almanac", "Wikidata", "Onrecord"} <= set(holder.according)


def test_a_merge_makes_two_one_and_taking_it_back_undoes_it(store):
    store.keep_roster("almanac", imported())
    before = {one.id for one in enrolled(store).people}
    assert {"Q58217", "a:2"} <= before
    number = store.decide(Verdict("Q58217", "a:2", same=True, by="Tam"))
    merged = enrolled(store)
    assert "a:2" not in {one.id for one in merged.people}
    (lavrov,) = people_named(merged, "a:2")
    assert lavrov.id == "Q58217"
    store.take_back_verdict(number)
    assert {one.id for one in enrolled(store).people} == before


def test_a_split_keeps_two_apart_that_would_be_one(store):
    store.keep_roster("almanac", imported(LINES.rsplit("Serge Lavroff", maxsplit=1)[0]))
    assert "a:1" not in {one.id for one in enrolled(store).people}
    store.decide(Verdict("Q58217", "a:1", same=False))
    assert {"Q58217", "a:1"} <= {one.id for one in enrolled(store).people}
    found = holders(enrolled(store), "Russian Foreign Minister", day="2019-02-01")
    assert len(found) == 2
    assert not any(holder.certain for holder in found)


def test_the_names_of_a_person_in_the_store(store):
    text = 'It is so, Sergei Lavrov said. "No," Ann Bell said.'
    held = Provenance(sha256="0" * 64, reader="plain", reader_version="1")
    reading = read_document(Document("d1", text, held, language="en"), engine="rules")
    assert isinstance(reading, Reading)
    assert isinstance(reading.structure, Structure)
    store.add(reading, text.encode())
    (lavrov,) = people_named(shipped(), "Sergey Lavrov")
    assert names_in(store, lavrov) == ("Sergei Lavrov",)
