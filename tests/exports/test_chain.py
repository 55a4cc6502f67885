"""The drawing of a chain: every rendering has its box, nothing lies on anything else."""

from datetime import date
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from onrecord.exports.charts import draw_chain
from onrecord.exports.charts.labels import width
from onrecord.model import (
    Against,
    Basis,
    Edit,
    EditKind,
    Hop,
    Outcome,
    Passage,
    PassageKind,
    Rendering,
    Span,
    Utterance,
)

SAID = "We will open 318 wells before the harvest."
NAMED = {"title": "The way of some words", "described": "From the record to copies."}


def rendering(outlet, words=SAID, kind=PassageKind.QUOTATION):
    against = Against.RECORD if kind is PassageKind.TURN else Against.REPORT
    passage = Passage(f"{outlet}-1", Span(0, len(words)), words, kind, against, "Orla Venn")
    day = date(2021, 5, 3)
    return Rendering(passage, (passage.span,), outlet, "2021-05-03", day, day)


def record():
    return rendering("Office", kind=PassageKind.TURN)


def drawn(utterance, **more):
    return etree.fromstring(draw_chain(utterance, **NAMED, **more).encode())


def words_of(svg):
    return [" ".join("".join(one.itertext()).split()) for one in svg.iter("{*}text")]


def frames(svg):
    return [
        tuple(float(one.get(key)) for key in ("x", "y", "width", "height"))
        for one in svg.iter("{*}rect")
    ]


@pytest.fixture
def slip():
    """A wire that errs, and a paper that has it from the wire."""
    wrong = SAID.replace("318", "381")
    edit = Edit(EditKind.NUMBER, "381", "318", Span(13, 16), Span(13, 16))
    return Utterance(
        (record(), rendering("Carrow Agency", wrong), rendering("Orrin Times", wrong)),
        (
            Hop(1, 0, "", (Basis.EARLIER,), "", (edit,), (Outcome.ALTERED,)),
            Hop(2, 1, "", (Basis.CITES, Basis.SAME_ERROR), "", (), (Outcome.VERBATIM,)),
        ),
        0,
    )


def test_a_box_says_who_when_and_in_which_words(slip):
    words = words_of(drawn(slip))
    assert "The record: Office" in words
    assert "3 May 2021 · Orla Venn" in words
    assert "3 May 2021 · Orla Venn, in quotation marks" in words
    assert SAID in words


def test_what_came_in_is_struck_through_and_underlined_where_it_came_in_alone(slip):
    styled = [
        (one.text, one.get("text-decoration"))
        for one in drawn(slip).iter("{*}tspan")
        if one.get("text-decoration")
    ]
    assert styled == [("318", "line-through"), ("381", "underline")]
    assert [w for w in words_of(drawn(slip)) if "came in here" in w] == ["came in here: ALTERED"]


def test_an_arrow_says_what_it_rests_on(slip):
    assert "cites it for these words; same error" in words_of(drawn(slip))


def test_whoever_is_cited_and_not_held_has_a_dashed_box_on_the_way():
    one = Utterance(
        (record(), rendering("Orrin Times")),
        (Hop(1, 0, "Carrow Agency", (Basis.CITES,), "", (), (Outcome.VERBATIM,)),),
        0,
    )
    svg = drawn(one)
    assert "Carrow Agency (not held)" in words_of(svg)
    assert sum(1 for rect in svg.iter("{*}rect") if rect.get("stroke-dasharray")) == 1
    assert len(frames(svg)) == 3


@pytest.mark.parametrize(("directed", "heads"), [(True, 1), (False, 0)])
def test_an_arrow_is_dashed_and_has_no_head_where_the_order_is_not_known(directed, heads):
    hop = Hop(1, 0, "", (Basis.SAME_ERROR,), "", (), (), directed)
    svg = drawn(Utterance((rendering("A"), rendering("B")), (Hop(0), hop)))
    lines = [one for one in svg.iter("{*}path") if one.get("fill") == "none"]
    assert [bool(one.get("stroke-dasharray")) for one in lines] == [not directed]
    assert sum(1 for one in svg.iter("{*}path") if one.get("d").endswith("z")) == heads


def test_what_is_from_nowhere_says_so():
    svg = drawn(Utterance((rendering("A"),), (Hop(0, why="no record of it is held"),)))
    assert "no record of it is held" in words_of(svg)


@st.composite
def utterances(draw):
    """Any tree of hops, with any words."""
    many = draw(st.integers(1, 8))
    texts = st.text(st.sampled_from("ab <&>\"'\x00 “”"), min_size=1, max_size=90)
    hops = [
        Hop(
            to,
            draw(st.one_of(st.none(), st.integers(0, to - 1))) if to else None,
            draw(st.sampled_from(["", "Agency <&>"])),
            (draw(st.sampled_from(Basis)),),
            draw(texts),
            directed=draw(st.booleans()),
        )
        for to in range(many)
    ]
    return Utterance(tuple(rendering(draw(texts), draw(texts)) for _ in range(many)), tuple(hops))


@given(utterances(), st.sampled_from([340.0, 760.0]))
def test_whatever_the_hops_every_rendering_has_a_box_and_no_box_lies_on_another(one, wide):
    svg = drawn(one, wide=wide)
    boxes = frames(svg)
    assert len(boxes) >= len(one.renderings)
    for (_, y, _, high), (_, other, _, _) in combinations(sorted(boxes, key=lambda b: b[1]), 2):
        assert y + high <= other
    size = [float(n) for n in svg.get("viewBox").split()]
    for x, y, across, high in boxes:
        assert 0 <= x < x + across <= size[2]
        assert 0 <= y < y + high <= size[3]


@given(utterances(), st.sampled_from([340.0, 760.0]))
def test_no_words_stand_outside_the_drawing(one, wide):
    svg = drawn(one, wide=wide)
    for text in svg.iter("{*}text"):
        assert float(text.get("x")) + width("".join(text.itertext())) <= wide + 1


def test_a_drawing_has_no_style_and_names_nothing_outside(slip):
    text = str(draw_chain(slip, **NAMED))
    assert "style=" not in text
    assert "href" not in text
    assert "<script" not in text
