"""What a network learns from: each paragraph's cues, and what every piece is to each of them."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Attribution, Quotation, Span
from onrecord.training import Annotated, examples

TEXT = "Harbour news.\nAna Teller said the ferry is late. It hopes to sail, Bo Rask believes."
OUT, SOURCE, IN_SOURCE, CONTENT, IN_CONTENT = range(5)


def marked(source, cue, content, text=TEXT):
    def span(words):
        at = text.index(words)
        return (Span(at, at + len(words)),)

    return Attribution(span(source), span(cue), span(content), Quotation.INDIRECT)


FERRY = marked("Ana Teller", "said", "the ferry is late")
SAIL = marked("Bo Rask", "believes", "It hopes to sail")


def paragraphs(*attributions, text=TEXT):
    return list(examples([Annotated("a", text, attributions)]))


def test_every_paragraph_is_an_example():
    assert [" ".join(one.words[:2]) for one in paragraphs()] == ["Harbour news", "Ana Teller"]


def test_a_cue_is_marked_where_it_begins():
    head, body = paragraphs(FERRY, SAIL)
    assert head.asked == ()
    begins = [word for word, row in zip(body.words, body.cues, strict=True) if row[1]]
    assert begins == ["said", "believes"]


def test_each_cue_has_its_own_source_and_content():
    _, body = paragraphs(FERRY, SAIL)
    said, believes = body.asked
    tags = said.roles.argmax(axis=1)
    assert [body.words[i] for i in range(len(tags)) if tags[i] in (CONTENT, IN_CONTENT)] == [
        "the", "ferry", "is", "late",
    ]  # fmt: skip
    assert [tags[i] for i in range(2)] == [SOURCE, IN_SOURCE]
    tags = believes.roles.argmax(axis=1)
    assert [body.words[i] for i in range(len(tags)) if tags[i] in (SOURCE, IN_SOURCE)] == [
        "Bo", "Rask",
    ]  # fmt: skip


def test_content_in_two_pieces_begins_twice():
    text = "“We sail,” she said, “at dawn.”"
    split = Attribution(
        (Span(11, 14),), (Span(15, 19),), (Span(0, 10), Span(21, 31)), Quotation.DIRECT
    )
    (one,) = paragraphs(split, text=text)
    assert (one.asked[0].roles.argmax(axis=1) == CONTENT).sum() == 2


def test_what_has_no_cue_is_not_asked_about():
    bare = Attribution((), (), (Span(0, 7),), Quotation.INDIRECT)
    assert all(one.asked == () for one in paragraphs(bare))


@given(st.text(max_size=80), st.data())
def test_any_text_with_any_marks_gives_examples_as_long_as_their_words(text, data):
    def spans(least):
        if not text:
            return ()
        edges = st.tuples(*[st.integers(0, len(text))] * 2).filter(lambda e: e[0] < e[1])
        drawn = data.draw(st.lists(edges, min_size=least, max_size=2))
        return tuple(sorted(Span(*e) for e in drawn))

    one = Attribution(spans(0), spans(0), spans(1), Quotation.INDIRECT)
    for made in examples([Annotated("a", text, (one,))]):
        assert len(made.cues) == len(made.clues) == len(made.words)
        assert all(0 <= a.first <= a.last < len(made) for a in made.asked)
        assert all(len(a.roles) == len(made) for a in made.asked)
