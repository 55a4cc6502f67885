"""Who is said to have said what, in sentences of our own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Part, PartKind, Quotation, Span, Turn
from onrecord.statements import attribute


def read(text, **more):
    """Source, cue and content of each attribution as words."""
    return [
        tuple(" ".join(s.of(text) for s in role) for role in (a.source, a.cue, a.content))
        for a in attribute(text, **more)
    ]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ('"The river rose," Vale said.', "Vale", '"The river rose,"'),
        ('"The river rose," said Nina Vale.', "Nina Vale", '"The river rose,"'),
        ('Vale said: "The river rose."', "Vale", '"The river rose."'),
        ('Vale told the Harbour Post, "The river rose."', "Vale", '"The river rose."'),
        ("“The river rose,” she has said.", "she", "“The river rose,”"),
        ("''The river rose,'' he said.", "he", "''The river rose,''"),
        ("‘The river rose,’ he said.", "he", "‘The river rose,’"),
        ("Vale said that the river rose.", "Vale", "that the river rose"),
        ("Vale said the river rose.", "Vale", "the river rose"),
        ("Vale told reporters on Monday that the river rose.", "Vale", "that the river rose"),
        (
            "The river rose in the night, officials said.",
            "officials",
            "The river rose in the night",
        ),
        (
            "The river rose in the night, said Nina Vale.",
            "Nina Vale",
            "The river rose in the night",
        ),
        (
            "According to the harbour office, the river rose.",
            "the harbour office",
            "the river rose",
        ),
        ("The river rose, according to Nina Vale.", "Nina Vale", "The river rose"),
        (
            "Nina Vale, the harbour envoy, said the river rose.",
            "Nina Vale, the harbour envoy",
            "the river rose",
        ),
        ("Vale accused the board of neglect.", "Vale", "the board of neglect"),
    ],
)
def test_one_attribution_is_found_with_source_and_content(text, source, content):
    assert [(s, c) for s, _, c in read(text)] == [(source, content)]


def test_content_goes_on_after_its_cue():
    text = '"The river rose," Vale said. "Nobody slept."'
    assert [a.content for a in attribute(text)] == [(Span(0, 17), Span(29, 44))]


def test_content_stands_on_both_sides_of_a_cue_in_commas():
    text = "By then, Vale continued, the river had risen."
    assert read(text) == [("Vale", "continued", "By then the river had risen")]


def test_a_paragraph_of_quotation_alone_goes_to_the_speaker_before():
    text = '"The river rose," Vale said.\n\n"Nobody slept."\n\nThe night was dark.'
    assert read(text) == [("Vale", "said", '"The river rose," "Nobody slept."')]


def test_a_colon_at_the_end_of_a_paragraph_hands_on_to_the_next():
    text = 'Vale said this:\n\n"Nobody slept. The river rose."'
    assert read(text)[0][::2] == ("Vale", '"Nobody slept. The river rose."')


def test_a_second_cue_takes_the_subject_of_the_first():
    text = "Vale said the river rose, adding that nobody slept."
    assert [(s, c) for s, _, c in read(text)] == [
        ("Vale", "the river rose"),
        ("Vale", "that nobody slept"),
    ]


def test_a_clause_ends_where_that_of_the_next_speaker_begins():
    text = "Vale said the river rose, and more than four in ten neighbours said nobody slept."
    assert "the river rose" in [c for *_, c in read(text)]
    text = "Vale, who said he slept, said the river rose."
    assert [c for *_, c in read(text)] == ["he slept", "the river rose"]


def test_a_place_before_the_subject_is_no_source():
    text = "At a fair in Orrtown, Lowland, Nina Vale spoke on, saying that the river rose."
    assert [s for s, *_ in read(text)] == ["Nina Vale"]


def test_words_passed_on_have_their_source_and_their_carrier():
    text = '"The river rose," the Harbour Post quoted Vale as saying.'
    (found,) = attribute(text)
    assert [s.of(text) for s in found.source] == ["Vale"]
    assert [s.of(text) for s in found.via] == ["the Harbour Post"]
    assert [s.of(text) for s in found.cue] == ["quoted", "as saying"]


def test_a_passive_chain_names_its_carrier_after_by():
    text = "Vale was quoted as saying by the Harbour Post that the river rose."
    (found,) = attribute(text)
    assert [s.of(text) for s in found.source] == ["Vale"]
    assert [s.of(text) for s in found.via] == ["the Harbour Post"]


@pytest.mark.parametrize("head", ["Vale: river will rise again", "River will rise again: Vale"])
def test_a_headline_attributes_by_a_colon_to_a_name_that_speaks(head):
    text = head + "\n\nThe river will rise, Nina Vale said on Monday."
    source, cue, _ = read(text)[0]
    assert (source, cue) == ("Vale", ":")


def test_a_headline_with_a_colon_and_no_speaker_attributes_nothing():
    assert read("Harbour life: a guide\n\nThe river rose in the night.") == []


def test_words_in_marks_for_their_own_sake_are_no_statement():
    assert read("The so-called 'Friends of the River' met in the \"Blue Room\" at noon.") == []


def test_a_noun_that_looks_like_a_cue_attributes_nothing():
    assert read("The reports and claims of both states filled a room.") == []


def test_furniture_and_labels_are_left_out():
    text = "Vale said the river rose.\nVale said nobody slept."
    parts = (Part(PartKind.FURNITURE, Span(0, 25)),)
    assert [c for *_, c in read(text, parts=parts)] == ["nobody slept"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ('"We go," Vale said.', Quotation.DIRECT),
        ("Vale said they go.", Quotation.INDIRECT),
        ('Vale said they "go at once" by boat.', Quotation.MIXED),
    ],
)
def test_the_kind_of_quotation_is_told_by_the_marks(text, kind):
    assert [a.quotation for a in attribute(text)] == [kind]


PIECES = st.sampled_from(
    'Vale said " “ ” that , . ! ? : ; the river told reporters as saying cited according to who\n '
    "and he , adding claims 'go' ''go'' ( ) — was asked on Monday Nina".split(" ")
)


def check(text):
    found = attribute(text)
    assert len({(a.content, a.source) for a in found}) == len(found)
    assert [a.content[0].start for a in found] == sorted(a.content[0].start for a in found)
    for one in found:
        assert one.content
        for span in (*one.source, *one.cue, *one.content, *one.via):
            assert 0 <= span.start < span.end <= len(text)
        assert not any(c.meets(q) for c in one.content for q in one.cue)


@given(st.lists(PIECES, max_size=40))
def test_attributions_lie_inside_the_text_apart_from_their_cue(pieces):
    check(" ".join(pieces))


@given(st.text())
def test_any_text_can_be_read(text):
    check(text)


def test_a_speaker_gives_the_words_of_somebody_else_and_never_their_own():
    text = (
        "Vale: I said that we must go. Yesterday I spoke with Nina Orr, who firmly and plainly "
        "confirmed that the river rose. Everyone understands that it is late.\n"
        "Question: The reports claim there are boats at sea. What do you say?"
    )
    parts = (
        Part(PartKind.LABEL, Span(0, 5)),
        Part(PartKind.LABEL, Span(text.index("Question"), text.index("Question") + 9)),
    )
    turns = (
        Turn(0, "Vale", (Span(6, text.index("\n")),), label=Span(0, 5)),
        Turn(1, "", (Span(text.index("The reports"), len(text)),)),
    )
    found = read(text, parts=parts, turns=turns)
    assert [(s, c) for s, _, c in found] == [
        ("Nina Orr, who", "that the river rose"),
        ("The reports", "there are boats at sea"),
    ]


def test_a_quotation_is_not_carried_over_a_label():
    text = 'Orr said "we go."\nVale:\n"Nobody slept."'
    parts = (Part(PartKind.LABEL, Span(text.index("Vale"), text.index("Vale") + 5)),)
    assert [c for *_, c in read(text, parts=parts)] == ['"we go."']


def test_a_text_without_sentence_ends_is_read_piece_by_piece():
    text = "Vale said the river rose, Orr said nobody slept, " * 400
    check(text)
    assert len(attribute(text)) > 100
