"""Words in quotation marks: whose they are, in every form that they are printed in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Quotation
from onrecord.statements import attribute
from onrecord.statements.reading import attribute_by_rule
from onrecord.text import quotations


def read(text):
    """Source, cue and content of each attribution as words."""
    return [
        tuple(" ".join(s.of(text) for s in role) for role in (a.source, a.cue, a.content))
        for a in attribute(text)
    ]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ('Said Nina Vale, "The river rose."', "Nina Vale", '"The river rose."'),
        ('Added Vale: "The river rose."', "Vale", '"The river rose."'),
        ('Vale replied evenly, "The river rose."', "Vale", '"The river rose."'),
        ('Kelly answered at once, with a smile: "It rose."', "Kelly", '"It rose."'),
        ('As Vale put it, "The river rose."', "Vale", '"The river rose."'),
        ('It was, in Vale\'s words, "a very wet night."', "Vale's", '"a very wet night."'),
        ('Orr was asked by Nina Vale, "Did the river rise?"', "Nina Vale", '"Did the river rise?"'),
        ('Vale: "The river rose."', "Vale", '"The river rose."'),
        ('From the report: "The river rose."', "the report", '"The river rose."'),
        ('Vale\'s slogan was "Up with the river."', "Vale's", '"Up with the river."'),
        ('"The river rose!" cheered Nina Vale.', "Nina Vale", '"The river rose!"'),
        ('"The river rose," the letter read.', "the letter", '"The river rose,"'),
        ('A sign read "No boats today."', "A sign", '"No boats today."'),
        ('"The river rose," said Will Orr.', "Will Orr", '"The river rose,"'),
        ('"The river rose," according to a harbour paper.', "a harbour paper", '"The river rose,"'),
    ],
)
def test_a_quotation_has_its_source_though_no_clause_holds_it(text, source, content):
    assert [(s, c) for s, _, c in read(text)] == [(source, content)]


def test_a_question_put_to_somebody_has_no_source_where_nobody_is_named():
    (found,) = attribute('Orr was asked, "Did the river rise?"')
    assert found.source == ()
    assert found.quotation is Quotation.DIRECT


@pytest.mark.parametrize(
    "form",
    [
        '"{}"',
        "“{}”",
        "''{}''",
        "'\u200b'{}'\u200b'",
        "\u200b“{}”\u200b",
        "‘{}’",
        "'{}'",
        "«{}»",
        "„{}“",
        '“{}"',
    ],
)
def test_every_form_of_marks_gives_the_same_words(form):
    text = f"{form.format('The river rose in the night,')} Vale said."
    (found,) = attribute(text)
    assert "The river rose in the night" in found.content[0].of(text)
    assert [s.of(text) for s in found.source] == ["Vale"]
    assert found.quotation is Quotation.DIRECT


def test_a_quotation_cut_by_its_cue_is_one():
    text = "“The river,” Vale said, “rose in the night.” Nobody slept."
    assert [c for *_, c in read(text)] == ["“The river,” “rose in the night.”"]


def test_a_quotation_over_several_paragraphs_is_one():
    text = "“The river rose.\n\n“Nobody slept.\n\n“We left at dawn,” Vale said.\n\nIt was dark."
    (found,) = attribute(text)
    assert [s.of(text) for s in found.source] == ["Vale"]
    assert len(found.content) == 3
    assert found.quotation is Quotation.DIRECT


def test_a_quotation_inside_a_quotation_stays_in_it():
    text = "“Orr told me, ‘The river rose,’ and left,” Vale said."
    assert [(s, c) for s, _, c in read(text)] == [
        ("Vale", "“Orr told me, ‘The river rose,’ and left,”")
    ]


def test_a_sentence_that_leads_up_to_a_quotation_by_a_colon_is_no_part_of_it():
    text = 'Orr had bad news for the town: "The river rose," she said.'
    assert [(s, c) for s, _, c in read(text)][-1] == ("she", '"The river rose,"')


def test_a_sentence_without_content_hands_on_to_the_quotation_behind_it():
    text = 'Vale spoke in the hall and disputed it. "The river never rose that night."'
    assert ("Vale", '"The river never rose that night."') in [(s, c) for s, _, c in read(text)]


def test_a_name_behind_a_dash_signs_the_quotation_before_it():
    text = '"The river rose in the night."\n\n- Nina Vale, harbour office.\n\nIt was dark.'
    assert read(text) == [("Nina Vale", "-", '"The river rose in the night."')]
    text = "“The river rose in the night.” ― Nina Vale, 39\n\nIt was dark."
    assert read(text) == [("Nina Vale", "―", "“The river rose in the night.”")]


def test_a_dateline_signs_nothing():
    assert read('PORT ORR. - Nina Vale, a "harbour friend" of old, left the town.') == []


def test_labels_of_an_interview_inside_a_story_give_its_speakers():
    text = (
        'A part of what they said:\n\n"VALE: When did the river rise?\n\n"ORR: In the night.\n\n'
        '"Nobody slept at all.\n\n"VALE: Did the boats go out?"\n\nThe night was dark.'
    )
    assert [(s, c) for s, _, c in read(text)] == [
        ("VALE", "When did the river rise?"),
        ("ORR", 'In the night. "Nobody slept at all.'),
        ("VALE", 'Did the boats go out?"'),
    ]


def test_one_label_or_a_list_of_numbers_is_no_interview():
    assert read("WHEN: The river rose at noon.\n\nThe night was dark.") == []
    assert read("Vale: 14.\n\nOrr: 15.\n\nVale: 16.\n\nOrr: 17.\n\nIt was dark.") == []


def test_a_value_in_a_tag_is_no_quotation():
    assert read('Vale said the boats left <a lang="en">at noon</a>.')[0][2].endswith("</a>")
    assert read('<post author="Vale" day="Monday">') == []


@pytest.mark.parametrize(
    "text",
    [
        'Vale told "The Harbour Hour" nothing.',
        'He led the acclaimed concert, "Boats, Boats, Boats," for years.',
        'They built what we call "a quay" of stone.',
    ],
)
def test_names_and_words_for_their_own_sake_have_no_source(text):
    assert read(text) == []


def test_each_attribution_names_the_rule_that_found_it():
    text = '"The river rose," Vale said.\n\nAs Orr put it, "Nobody slept."'
    found = attribute_by_rule(text)
    assert [rule for _, rule in found] == ["verb", "as put"]
    assert tuple(one for one, _ in found) == attribute(text)


WORDS = st.sampled_from(
    "Vale said the river rose , . ? : ; - “ ” \" '' ‘ ’ « » and \n asked told VALE: his claim that "
    "was asked As put it in words".split(" ")
)


@given(st.lists(WORDS, max_size=50))
def test_a_quotation_lies_in_a_content_whole_or_not_at_all_where_it_is_claimed_alone(words):
    text = " ".join(words)
    outers = [r.outer for r in quotations(text).regions if r.depth == 0]
    for found, rule in attribute_by_rule(text):
        if rule in ("ahead", "behind", "as put", "noun"):
            assert all(any(span.holds(o) for o in outers) for span in found.content)


def test_long_runs_of_marks_and_labels_are_read_in_linear_time():
    for piece in ('"A', "A. ", "VALE: x\n", "“ ", "'' ", "X " * 3 + ": "):
        attribute(piece * 4_000)
