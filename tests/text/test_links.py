from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Span
from onrecord.text import link_to, place_of

PAGE = "https://velda.example/answers?id=7#top"


def test_a_place_is_the_document_with_its_stretches():
    assert place_of("3f2a91c07b4e", (Span(4, 9), Span(20, 31))) == "3f2a91c07b4e@4-9,20-31"
    assert place_of("", (Span(4, 9),)) == ""


def test_short_words_are_named_whole_and_long_ones_by_their_ends():
    assert link_to(PAGE, "wells, half-open").endswith("?id=7#:~:text=wells%2C%20half%2Dopen")
    long = "one two three four five six seven eight nine ten eleven"
    assert link_to(PAGE, long).endswith(
        "text=one%20two%20three%20four%20five,seven%20eight%20nine%20ten%20eleven"
    )


def test_words_in_several_stretches_have_a_fragment_each():
    assert link_to(PAGE, "the wells", "", "are open").endswith(
        "#:~:text=the%20wells&text=are%20open"
    )


def test_there_is_no_link_without_an_address_or_words():
    assert link_to("", "words") == ""
    assert link_to(PAGE, " \n") == ""


@given(st.text())
def test_nothing_in_the_words_ends_the_link_or_opens_another_fragment(text):
    link = link_to(PAGE, text)
    fragment = link.partition("#:~:text=")[2]
    assert not set(fragment) & set(" \"'<>&#-()")
    assert fragment.count(",") <= 1
