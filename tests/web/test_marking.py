"""Whatever is marked, however it overlaps: the text is all there, and every span has its mark."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from onrecord import pipeline
from onrecord.model import Document, PartKind, Provenance, Reading, Span, Structure
from onrecord.web.marking import Laid, Role, blocks, lay, segments, sheet_of, sheets

TEXT = st.text(st.sampled_from("ab <&\"'>\n “”\u200b\U0001f600é"), max_size=120)
NEWS = """Dam holds, Venn says

CARROW, 3 May. /CNA/. Minister Orla Venn said the dam would "hold for 'a hundred years' and more". \
"It was built," she told reporters, "by people who knew the river."

The Orrin Times cited Idris Tarn as saying that nobody had asked the valley.
"""
BRIEFING = """Briefing by Orla Venn, Carrow, 3 May 2021

Question: Will the dam hold?

Orla Venn: It will hold. Mr Tarn told me: "I trust the dam." (Laughter.) I trust it too.

We built it together.

Question: And the pier?

Orla Venn: The pier is not ours.
"""


def reading(text):
    return pipeline.read_document(Document("d", text, Provenance("0" * 64, "plain", "1")))


def bare(text):
    return Reading(Document("d", text, Provenance("0" * 64, "plain", "1")), Structure("other", ""))


@st.composite
def laid_on(draw):
    text = draw(TEXT)
    places = st.integers(0, len(text))
    spans = st.tuples(places, places).map(sorted).map(lambda pair: Span(*pair))
    marks = st.builds(Laid, st.sampled_from(Role), spans, st.integers(0, 4))
    return text, draw(st.lists(marks, max_size=12))


def whole(text, laid):
    return [s for found in segments(text, laid, [Span(0, len(text))]) for s in found]


@given(laid_on())
def test_the_segments_joined_are_the_text(given_):
    text, laid = given_
    assert "".join(segment.text for segment in whole(text, laid)) == text


@given(laid_on())
def test_every_code_point_has_the_marks_that_cover_it_and_no_other(given_):
    text, laid = given_
    for segment in whole(text, laid):
        for place in range(segment.span.start, segment.span.end):
            covering = [one for one in laid if one.span.start <= place < one.span.end]
            assert sorted(segment.laid, key=repr) == sorted(covering, key=repr)


@given(laid_on())
def test_a_mark_opens_once_and_a_statement_ends_at_the_end_of_its_last_words(given_):
    text, laid = given_
    found = whole(text, laid)
    opened = [one for segment in found for one in segment.opens]
    assert sorted(opened, key=repr) == sorted((one for one in laid if len(one.span)), key=repr)
    for number in {one.number for one in laid if one.role is Role.CONTENT and len(one.span)}:
        pieces = [one.span for one in laid if (one.role, one.number) == (Role.CONTENT, number)]
        ends = [segment.span.end for segment in found if number in segment.ends]
        assert set(ends) == {max(span.end for span in pieces if len(span))}


@given(TEXT, st.lists(st.integers(0, 120)))
def test_stretch_by_stretch_is_what_it_is_at_once(text, cuts):
    laid = [Laid(Role.AT, Span(a, b)) for a, b in pairwise(cuts) if a < b]
    edges = sorted({0, len(text), *(cut for cut in cuts if cut < len(text))})
    spans = [Span(*pair) for pair in pairwise(edges)]
    pieces = [s for found in segments(text, laid, spans) for s in found]
    assert "".join(segment.text for segment in pieces) == text
    for segment in pieces:
        assert set(segment.laid) == {one for one in laid if one.span.meets(segment.span)}


@given(TEXT)
def test_the_blocks_of_any_text_are_the_text(text):
    for one in (reading(text), bare(text)):
        found = blocks(one)
        assert "".join(block.span.of(text) for block in found) == text


def test_a_block_is_a_paragraph_with_its_label_and_the_turn_it_belongs_to():
    one = reading(BRIEFING)
    text = one.document.text
    said = {block.span.of(text).strip(): block.turn for block in blocks(one) if block.turn}
    turns = {turn.number: turn.speaker for turn in one.structure.turns}
    assert turns[said["We built it together."]] == "Orla Venn"
    (answer,) = [words for words in said if words.startswith("Orla Venn: It will")]
    assert said[answer] == said["We built it together."]
    assert answer.endswith("I trust it too.")


def test_the_headline_of_a_story_is_a_block_of_its_kind():
    one = reading(NEWS)
    first, second, *_ = blocks(one)
    assert first.kind is PartKind.HEADLINE
    assert second.kind is PartKind.PARAGRAPH


def test_statements_and_quotations_within_quotations_are_marked():
    one = reading(NEWS)
    text = one.document.text
    marked = {(laid.role, laid.span.of(text)) for laid in lay(one)}
    assert (Role.INNER, "'a hundred years'") in marked
    assert (Role.SOURCE, "Minister Orla Venn") in marked
    assert (Role.VIA, "The Orrin Times") in marked
    pieces = [laid.span.of(text) for laid in lay(one) if laid.role is Role.CONTENT]
    assert any("It was built" in piece for piece in pieces)


def test_places_asked_for_are_marked_and_those_beyond_the_text_are_not():
    one = reading(NEWS)
    asked = (Span(3, 9), Span(20, 20), Span(5, 10_000_000))
    assert [laid.span for laid in lay(one, at=asked) if laid.role is Role.AT] == [Span(3, 9)]


def test_a_short_document_is_one_page():
    found = blocks(reading(NEWS))
    assert sheets(found) == [Span(0, len(NEWS))]
    assert sheets([]) == [Span(0, 0)]


@given(st.lists(st.integers(1, 30_000), min_size=1, max_size=12))
def test_pages_side_by_side_are_the_text_and_none_is_long(lengths):
    text = "\n".join("word " * (length // 5) for length in lengths)
    found = blocks(bare(text))
    pages = sheets(found)
    assert "".join(page.of(text) for page in pages) == text
    assert max(map(len, pages)) <= 50_000
    for place in (0, len(text) // 2, max(0, len(text) - 1)):
        page = pages[sheet_of(pages, place)]
        assert not text or page.start <= place < page.end


def test_a_text_without_any_space_is_cut_all_the_same():
    text = "x" * 100_000
    pages = sheets(blocks(bare(text)))
    assert "".join(page.of(text) for page in pages) == text
    assert len(pages) > 1


def test_a_place_after_the_end_is_on_the_last_page():
    assert sheet_of([Span(0, 5), Span(5, 9)], 400) == 1
