from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Span
from onrecord.searching import Answer, Filters, pieces, sift
from onrecord.searching.excerpts import _LONG, _shown
from onrecord.stores import Unit

TEXT = "The mill is shut. The bridge is open, and so is the bridge house! Nothing else is."
MARKS = [Span(at, at + 6) for at in (22, 52)]


def shown(text, whole, marks=()):
    return _shown(text, whole, tuple(marks)).of(text)


def test_of_a_long_turn_the_sentence_with_most_matches_is_shown():
    assert shown(TEXT, Span(0, len(TEXT)), [Span(4, 8), *MARKS]) == (
        "The bridge is open, and so is the bridge house!"
    )


def test_without_a_match_the_first_sentence_is_shown():
    assert shown(TEXT, Span(0, len(TEXT))) == "The mill is shut."


def test_a_sentence_without_end_is_cut_between_words_around_what_matches():
    text = "on and " * 400 + "bridge" + " and on" * 400
    at = text.index("bridge")
    words = shown(text, Span(0, len(text)), [Span(at, at + 6)])
    assert len(words) <= _LONG
    assert " bridge " in words
    assert set(words.split()) <= {"on", "and", "bridge"}


spans = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 12)), max_size=4).map(
    lambda pairs: tuple(Span(a, min(a + b, 40)) for a, b in pairs)
)


@given(marks=spans, said=spans)
def test_pieces_put_together_are_what_is_shown(marks, said):
    words = TEXT[10:50]
    answer = Answer(
        number=1, unit=Unit.STATEMENT, document="d", span=Span(10, 50), words=words,
        marks=tuple(m.moved(10) for m in marks), said=tuple(s.moved(10) for s in said),
        whole=Span(10, 50), kind="direct", speaker="", via=(), dated="", publisher="", title="",
    )  # fmt: skip
    cut = pieces(answer)
    assert "".join(piece.words for piece in cut) == words
    assert all(piece.words for piece in cut)


def test_what_stands_around_a_statement_is_told_apart_from_it(store):
    (answer, *_) = sift("river", store).answers
    assert [(p.words, p.marked, p.said) for p in pieces(answer) if p.marked or not p.said] == [
        ("river", True, True),
        (" Ann Bell said on Wednesday.", False, False),
    ]


def test_a_sentence_of_a_report_is_shown_alone(store, words_of):
    found = sift("bridge after bridge", store, Filters(unit=Unit.PASSAGE))
    assert words_of(found)[0] == "Bridge after bridge has been shut here."
