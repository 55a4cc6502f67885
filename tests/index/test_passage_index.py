"""What goes into the index is found again, and what is forgotten is not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.errors import DamagedIndexError
from onrecord.index import Place, open_index, stretch, writing
from onrecord.index.tokens import words

HARBOUR = (
    "The harbour will open again in spring, when the ice has gone and the pilots are back at work."
)
BRIDGE = "We shall not rebuild the old bridge, because nobody has asked for it and nobody will pay."
MARKET = "Traders at the market said that prices had doubled since the road was closed to lorries."


@pytest.fixture
def index(tmp_path):
    held = open_index(tmp_path / "index")
    held.take([(1, HARBOUR), (2, BRIDGE), (7, MARKET)])
    return held


def test_a_quotation_is_found_where_it_stands(index):
    (best, *_) = index.find("rebuild the old bridge because nobody has asked")
    assert best == Place(2, 3, 11, 1.0)
    assert stretch(BRIDGE, best.first, best.last).of(BRIDGE) == (
        "rebuild the old bridge, because nobody has asked"
    )


def test_typography_and_case_do_not_matter(index):
    assert index.find("“NOBODY has asked for it – and nobody will pay”")[0].number == 2


def test_changed_words_are_passed_over(index):
    (best, *_) = index.find("the harbour must close again in autumn, when the ice has come")
    assert best.number == 1
    assert best.coverage < 0.7


def test_a_single_word_and_two_words_are_found(index):
    assert [place.number for place in index.find("lorries")] == [7]
    assert [place.number for place in index.find("old bridge")] == [2]
    assert index.find("") == index.find("...") == []


def test_a_spliced_quotation_has_a_place_in_each_passage(index):
    found = index.find("the harbour will open again in spring because nobody has asked for it")
    assert {place.number for place in found[:2]} == {1, 2}


def test_words_that_are_nowhere_give_nothing(index):
    assert index.find("zebra quagga okapi") == []


def test_what_is_forgotten_is_not_found(index):
    index.forget([2, 99])
    assert [p.number for p in index.find("We shall not rebuild the old bridge")] == []
    assert (index.passages, index.covered) == (2, 7)


def test_what_was_never_held_is_not_kept_as_forgotten(index):
    before = sorted(path.name for path in index.folder.iterdir())
    index.forget([3, 4, 99])
    assert sorted(path.name for path in index.folder.iterdir()) == before


def test_an_index_says_how_much_it_holds(index):
    assert (index.covered, index.passages) == (7, 3)
    assert index.words == sum(len(words(text)) for text in (HARBOUR, BRIDGE, MARKET))


def test_taking_the_same_again_changes_nothing(index):
    index.take([(1, MARKET), (2, MARKET), (7, HARBOUR), (8, HARBOUR)])
    assert index.passages == 4
    assert [place.number for place in index.find("the pilots are back at work")] == [1, 8]


def test_numbers_must_rise(index):
    with pytest.raises(ValueError, match="numbers must rise"):
        index.take([(9, HARBOUR), (9, MARKET)])


def test_another_reader_sees_what_was_written(index):
    other = open_index(index.folder, create=False)
    index.take([(10, "An entirely new remark about lighthouses and fog.")])
    assert [place.number for place in other.find("a new remark about lighthouses and fog")] == [10]
    index.forget([10])
    assert other.find("remark about lighthouses and fog") == []


def test_a_sentence_repeated_in_many_passages_gives_all_distinct_places(tmp_path):
    index = open_index(tmp_path / "index")
    index.take(
        (n, f"Remark {n}. Thank you very much for coming here today.") for n in range(1, 501)
    )
    found = index.find("Thank you very much for coming here today", limit=50)
    assert len({place.number for place in found}) == 50
    assert all(place.coverage == 1 for place in found)
    assert index.find("remark 321. Thank you very much for coming")[0].number == 321


passages = st.lists(st.text(alphabet=st.sampled_from("abcdeé’ -.,½"), max_size=60), max_size=30)


@settings(max_examples=25)
@given(passages, st.integers(1, 9))
def test_merged_or_not_the_answers_are_the_same(tmp_path_factory, texts, step):
    tmp = tmp_path_factory.mktemp("merged")
    numbered = [(3 * n + 1, text) for n, text in enumerate(texts)]
    whole = open_index(tmp / "whole")
    whole.take(numbered)
    pieces = open_index(tmp / "pieces")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(writing, "MOST", 12)
        for at in range(0, len(numbered), step):
            pieces.take(numbered[at : at + step])
    assert (whole.words, whole.passages, whole.covered) == (
        pieces.words,
        pieces.passages,
        pieces.covered,
    )
    for _, text in numbered:
        assert found_in(whole, text) == found_in(pieces, text)


def found_in(index, quote):
    return {place.number for place in index.find(quote, limit=1000) if place.coverage == 1}


@given(st.lists(st.text(min_size=1), min_size=1, max_size=8), st.data())
def test_a_verbatim_quotation_is_found_where_it_came_from(tmp_path_factory, texts, data):
    index = open_index(tmp_path_factory.mktemp("verbatim") / "index")
    index.take(enumerate(texts, start=1))
    number = data.draw(st.integers(1, len(texts)))
    held = words(texts[number - 1])
    first = data.draw(st.integers(0, len(held)))
    quote = " ".join(held[first : data.draw(st.integers(first, len(held)))])
    found = index.find(quote)
    if words(quote):
        assert number in {place.number for place in found if place.coverage == 1}
    else:
        assert found == []


def test_a_foreign_folder_is_left_alone(tmp_path):
    (tmp_path / "letters.txt").write_text("mine")
    with pytest.raises(DamagedIndexError, match=r"letters\.txt.*onrecord reindex"):
        open_index(tmp_path)
    with pytest.raises(DamagedIndexError, match="no passage index is here"):
        open_index(tmp_path / "none", create=False)
