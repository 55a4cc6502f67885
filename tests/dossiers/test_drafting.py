"""A first profile out of a corpus."""

import pytest

from onrecord.dossiers import draft, read_profile
from onrecord.errors import InputError

_ONE = "Russia and Turkey spoke of the Lake process. The Charter Committee met with Turkey."
_TWO = "The Charter Committee belongs to the Lake process, as the Ferry Memorandum says of Turkey."
_OTHER = "The Grain Committee met in Vale."


@pytest.fixture
def store(held):
    with held((_ONE, "2020-03-01"), (_TWO, "2020-03-02"), (_OTHER, "2020-03-03")) as opened:
        yield opened


def test_a_draft_is_a_profile_that_says_which_documents_it_is_according_to(store):
    profile = read_profile(draft(store, "lake", ["Lake process"]))
    assert profile.name == "lake"
    assert "Lake process" in profile.names
    (body,) = profile.bodies
    assert (body.name, body.according) == ("Charter Committee", "2 documents: d1, d2")
    assert profile.parties[0].name == "Turkey"


def test_a_bare_name_brings_the_nouns_that_stand_with_it(store):
    assert "Lake process" in read_profile(draft(store, "lake", ["Lake"])).names


def test_words_that_no_document_has_give_no_draft(store):
    with pytest.raises(InputError, match="no document held has 'River process'"):
        draft(store, "river", ["River process"])


@pytest.mark.parametrize(("name", "words"), [("lake", [" "]), ("Lake talks", ["Lake"])])
def test_without_words_or_with_a_name_that_is_none_there_is_no_draft(store, name, words):
    with pytest.raises(InputError):
        draft(store, name, words)


def test_marks_in_words_are_no_patterns(store):
    with pytest.raises(InputError, match="no document"):
        draft(store, "lake", ["Lake (process"])
