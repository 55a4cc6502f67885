"""All pairs of two sets of passages at once, by what they share word for word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.index import tokens
from onrecord.languages import language
from onrecord.tracing import join, read_words

COMMON = language("en").wording.common
SAID = (
    "The wells of the upper valley will be opened before the harvest, all 318 of them, at no charge"
)
RECORD = f"Good evening to all of you. {SAID}, and that is my last word on the matter. Thank you."


def words_of(*texts, start=0):
    return read_words((start + n, start + n, text) for n, text in enumerate(texts))


def stretches(quotes, records, **options):
    return list(join(words_of(*quotes), words_of(*records, start=100), common=COMMON, **options))


def part(text, first, last):
    return " ".join(tokens.words(text)[first:last])


def test_a_quotation_is_found_in_its_record_with_its_place():
    (found,) = stretches([SAID], ["Something else entirely was said here.", RECORD])
    assert (found.one, found.other) == (0, 101)
    assert part(SAID, found.first, found.last) == " ".join(tokens.words(SAID))
    assert part(RECORD, found.other_first, found.other_last) == " ".join(tokens.words(SAID))
    assert found.shared == len(tokens.words(SAID))


@pytest.mark.parametrize(
    "edited",
    [
        SAID.replace("318", "381"),
        SAID.replace("upper ", ""),
        SAID.replace("will be opened", "must be opened at once"),
        SAID.replace("wells", "gates").replace("harvest", "winter"),
        SAID.upper(),
        SAID.replace(", all 318 of them,", " ..."),
    ],
)
def test_an_edited_quotation_is_one_stretch(edited):
    (found,) = stretches([edited], [RECORD])
    assert found.first == 0
    assert found.last == len(tokens.words(edited))
    assert found.shared < len(tokens.words(SAID)) or edited == SAID.upper()


def test_halves_in_the_other_order_are_two_stretches():
    turned = "All 318 of them, at no charge. The wells of the upper valley will be opened"
    assert len(stretches([turned], [RECORD], least=30)) == 2


def test_stock_phrases_join_nobody():
    thanks = "Ladies and gentlemen, thank you very much for your question."
    assert stretches([thanks], [thanks, f"{thanks} {RECORD}"], least=20) == []


def test_words_that_stand_in_many_documents_seed_nothing():
    motto = "Our river is our bread and our bread is our river"
    records = [f"{motto}, said speaker {n}. {'x' * n} and more." for n in range(12)]
    assert stretches([motto], records, documents=8) == []
    assert len(stretches([motto], records, documents=12)) == 12


def test_words_over_the_edge_of_a_passage_are_not_one_run():
    whole = tokens.words(SAID)
    halves = [" ".join(whole[:9]), " ".join(whole[9:])]
    found = stretches([SAID], halves, least=20)
    assert {(s.other, s.other_first, s.other_last) for s in found} == {
        (100, 0, 9),
        (101, 0, len(whole) - 9),
    }


def test_within_one_set_every_pair_comes_once_and_documents_are_not_joined_with_themselves():
    texts = [(1, 7, SAID), (2, 8, RECORD), (3, 7, SAID), (4, 9, "Cheese ripens in the cellars")]
    found = {(s.one, s.other) for s in join(read_words(texts), common=COMMON)}
    assert {tuple(sorted(pair)) for pair in found} == {(1, 2), (2, 3)}
    assert len(found) == 2


def test_what_is_repeated_is_counted_once():
    (found, *_) = stretches([SAID], [f"{SAID}. {SAID}."])
    once = max(stretches([SAID], [SAID]), key=lambda s: s.bits)
    assert found.bits <= once.bits * 1.2
    assert found.shared <= len(tokens.words(SAID))


def test_nothing_gives_nothing():
    assert stretches([], []) == []
    assert stretches(["", "one two"], [RECORD]) == []
    assert stretches([SAID], [""]) == []
    assert list(join(words_of())) == []


def test_progress_is_told_of_every_passage():
    told = []
    read_words(((n, n, "a b c d e " * 100) for n in range(1_500)), progress=told.append)
    assert sum(told) == 1_500
    assert len(told) == 3


WORDS = st.lists(
    st.sampled_from("river gate lorry minister orchard the of and valley bread 318".split()),
    max_size=40,
).map(" ".join)


@given(st.lists(WORDS, max_size=5), st.lists(WORDS, max_size=5))
def test_every_stretch_lies_inside_its_passages_and_shares_what_it_says(quotes, records):
    for found in stretches(quotes, records, least=20, documents=100):
        quote = tokens.words(quotes[found.one])[found.first : found.last]
        record = tokens.words(records[found.other - 100])[found.other_first : found.other_last]
        assert len(quote) == found.last - found.first > 0
        assert len(record) == found.other_last - found.other_first > 0
        assert 3 <= found.shared <= len(quote)
        assert found.shared <= sum(word in record for word in quote)
