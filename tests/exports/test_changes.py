from hypothesis import given
from hypothesis import strategies as st

from onrecord.exports.changes import Piece, State, changes, in_words, shortened
from onrecord.model import Edit, EditKind, Span

WORDS = st.text("abc  ", max_size=40)


def edit(quote, record, start):
    return Edit(
        EditKind.WORDING, quote, record, Span(start, start + len(quote)), Span(0, len(record))
    )


@st.composite
def quoted(draw):
    text = draw(WORDS)
    places = st.integers(0, len(text))
    spans = st.tuples(places, places).map(sorted)
    pairs = draw(st.lists(st.tuples(spans, WORDS), max_size=5))
    return text, [edit(text[a:b], record, a) for (a, b), record in pairs]


def test_what_was_taken_away_stands_before_what_came_in_its_place():
    found = changes("We will dig 381 wells", [edit("381", "318", 12)])
    assert in_words(found) == "We will dig [-318-] {+381+} wells"


def test_what_was_left_out_stands_where_it_was():
    assert in_words(changes("We dig", [edit("", "will", 3)])) == "We [-will-] dig"


@given(quoted())
def test_without_what_is_gone_the_words_are_those_of_the_quotation(given_):
    quote, edits = given_
    held = "".join(p.words for p in changes(quote, edits) if p.state is not State.GONE)
    assert "".join(held.split()) == "".join(quote.split())


@given(quoted())
def test_shortening_leaves_no_change_out(given_):
    found = changes(*given_)
    kept = [p for p in shortened(found, around=1, longest=1) if p.state is not State.KEPT]
    assert kept == [p for p in found if p.state is not State.KEPT]


def test_shortening_keeps_the_words_around_a_change():
    words = " ".join(f"w{n}" for n in range(40))
    pieces = (Piece(State.KEPT, words), Piece(State.GONE, "x"), Piece(State.KEPT, words))
    before, _, after = shortened(pieces, around=2)
    assert before.words == "… w38 w39"
    assert after.words == "w0 w1 …"


def test_words_without_a_change_are_cut_at_their_end():
    words = " ".join(f"w{n}" for n in range(40))
    (piece,) = shortened((Piece(State.KEPT, words),), longest=3)
    assert piece.words == "w0 w1 w2 …"
