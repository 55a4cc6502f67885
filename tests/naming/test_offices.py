import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.naming import read_office, same_office

SAME = [
    ("Foreign Minister", "the Minister of Foreign Affairs"),
    ("foreign minister", "Minister for Europe and Foreign Affairs"),
    ("foreign minister", "Minister of External Affairs"),
    ("Minister of Foreign Affairs and Expatriates", "Federal Minister for Foreign Affairs"),
    ("Deputy Foreign Minister", "Deputy Minister of Foreign Affairs"),
    ("Prime Minister", "Premier"),
    ("PM", "Chairman of the Government"),
    ("Secretary-General", "Secretary General"),
    ("Sec State", "Secretary of State"),
    ("Minister of Defence", "Defense Minister"),
    ("President of the Republic", "President"),
    ("acting Foreign Minister", "Foreign Minister"),
    ("Foreign Ministry spokeswoman", "Foreign Ministry spokesman"),
]
DIFFERENT = [
    ("Foreign Minister", "Deputy Foreign Minister"),
    ("Foreign Minister", "Minister of State for Foreign Affairs"),
    ("Foreign Minister", "Minister of Foreign Trade"),
    ("Foreign Minister", "Foreign Ministry spokesman"),
    ("President", "Vice President"),
    ("President", "Prime Minister"),
    ("Secretary of State", "Under Secretary of State"),
    ("", ""),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_one_office_in_other_words_is_one(one, other):
    assert same_office(read_office(one), read_office(other))


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_other_offices_and_other_ranks_are_not(one, other):
    assert not same_office(read_office(one), read_office(other))


def test_a_former_holder_holds_nothing_and_an_acting_one_does():
    assert not read_office("former Foreign Minister").now
    assert read_office("acting Prime Minister").now
    assert read_office("acting Prime Minister").acting


@given(st.text(max_size=60))
def test_any_words_can_be_read(words):
    assert isinstance(read_office(words).office, str)
