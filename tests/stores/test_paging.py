"""Pages follow each other whatever is added or removed meanwhile; together they are the whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Quotation
from onrecord.stores import Wanted

DAYS = ("2019-01-28", "2020-02-15", "2020-02-15", "", "2021-05", "2020-02-15", "")


@pytest.fixture
def filled(store, make_reading):
    for number, published in enumerate(DAYS):
        said = [(who, f"{who} said {number}") for who in ("Ann", "Bo", "Cy")]
        text = ". ".join(words for _, words in said)
        reading = make_reading(text, ref=f"d{number}", published=published, said=said)
        store.add(reading, str(number).encode())
    return store


def all_documents(store, limit):
    after, found = None, []
    while page := store.documents_after(after, limit=limit):
        found += page
        after = page[-1].dated, page[-1].id
    return found


def key(found):
    return found.dated, found.statement.document, found.position


def all_statements(store, wanted, limit):
    after, found = None, []
    while page := store.statements_after(wanted, after, limit=limit):
        assert len(page) <= limit
        found += page
        after = key(page[-1])
    return found


@pytest.mark.parametrize("limit", [1, 2, 3, 100])
def test_the_pages_of_documents_together_are_the_whole(filled, limit):
    assert all_documents(filled, limit) == list(filled.documents())


@pytest.mark.parametrize("limit", [1, 2, 5, 100])
@pytest.mark.parametrize(
    "wanted",
    [
        Wanted(),
        Wanted(speakers=("Ann", "Cy")),
        Wanted(speakers=()),
        Wanted(document="d3"),
        Wanted(quotation=Quotation.INDIRECT),
        Wanted(publisher="nobody"),
    ],
)
def test_the_pages_of_statements_together_are_the_whole(filled, wanted, limit):
    assert all_statements(filled, wanted, limit) == list(filled.statements(wanted))


def test_what_is_added_between_two_pages_moves_nothing(filled, make_reading):
    first = filled.documents_after(None, limit=3)
    held = [line.id for line in filled.documents()]
    for ref, published in (("early", "1999-01-01"), ("late", "2022-01-01")):
        filled.add(make_reading(ref, ref=ref, published=published), ref.encode())
    rest = []
    while page := filled.documents_after((first[-1].dated, first[-1].id), limit=2):
        rest += page
        first = [*first, *page]
    seen = [line.id for line in first]
    assert [ref for ref in seen if ref in held] == held
    assert "early" not in seen
    assert "late" in seen


def test_a_page_goes_on_behind_a_document_that_is_gone(filled):
    lines = list(filled.documents())
    filled.remove(lines[2].id)
    rest = filled.documents_after((lines[2].dated, lines[2].id), limit=100)
    assert [line.id for line in rest] == [line.id for line in lines[3:]]


@given(after=st.tuples(st.text(), st.text(), st.integers(-(2**63), 2**63 - 1)))
def test_any_key_is_a_place_in_the_order(filled_once, after):
    every = list(filled_once.statements(Wanted()))
    rest = filled_once.statements_after(Wanted(), after, limit=1000)
    assert rest == every[len(every) - len(rest) :]


@pytest.fixture(scope="module")
def filled_once(new_store, make_reading):
    store = new_store()
    for number, published in enumerate(DAYS):
        reading = make_reading(
            "It is so", ref=f"d{number}", published=published, said=[("A", "It")]
        )
        store.add(reading, str(number).encode())
    return store
