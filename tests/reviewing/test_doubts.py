"""Each rule of doubt, on the words that it is for, and on words that it must leave alone."""

from dataclasses import replace

import pytest

from onrecord.checking import Checked
from onrecord.model import (
    Attribution,
    Document,
    Finding,
    Kind,
    Outcome,
    Provenance,
    Quotation,
    Span,
    Statement,
)
from onrecord.model.evidence import Against, Coverage, Edit, EditKind, Match, Passage, PassageKind
from onrecord.model.rulings import Matter, Ruling, RulingKind, Sort, Spot
from onrecord.overlay import laid_over, spot_of_statement, spot_of_turn
from onrecord.reviewing import doubtful_matches, doubtful_people, doubts_of, nearly_same


def _rules(reading):
    return {(one.rule, one.speaker) for one in doubts_of(reading)}


def test_a_surname_that_two_people_of_the_document_bear_is_doubted(story):
    (doubt,) = (one for one in doubts_of(story) if one.rule == "surname")
    assert "Tom Bell" in doubt.why
    assert doubt.speaker == "Ann Bell"
    assert doubt.spot.words == '"It was never safe,"'


def test_a_surname_that_one_person_bears_is_not(read):
    text = 'Shut\n\nMinister Ann Bell spoke. "It was never safe," Bell said.\n'
    assert "surname" not in {one.rule for one in doubts_of(read(text, "s", Kind.STORY))}


def test_words_in_marks_that_nobody_is_named_for_are_doubted(story):
    assert "nobody" in {one.rule for one in doubts_of(story)}


def test_a_pronoun_is_the_more_doubtful_the_more_people_it_can_mean(read):
    alone = 'Cold\n\nMr Dorn spoke. "It is cold in Orlo," he said.\n'
    (one,) = doubts_of(read(alone, "s", Kind.STORY))
    two = 'Cold\n\nMs Vale saw Mr Crane and Mr Dorn. Dorn spoke. "It is cold in Orlo," he said.\n'
    (other,) = doubts_of(read(two, "s", Kind.STORY))
    assert one.rule == other.rule == "pronoun"
    assert one.score < other.score
    assert "Crane" in other.why
    assert "Vale" not in other.why


def test_a_question_inside_an_answer_is_a_place_to_split(conference):
    (doubt,) = (one for one in doubts_of(conference) if one.rule == "question_inside")
    assert doubt.second.words.startswith("So who will pay the ferrymen")
    assert (doubt.speaker, doubt.other) == ("Ann Bell", "")


def test_a_label_that_was_taken_for_words_is_a_place_to_split(read, conference):
    turn = conference.structure.turns[1]
    text = conference.document.text
    joined = Span(turn.spans[0].start, text.index("are from Velda.") + 15)
    at = text.index("Orla Venn: The")
    spans = (turn.spans[0], Span(at, joined.end))
    turns = (
        *conference.structure.turns[:1],
        replace(turn, spans=spans),
        *conference.structure.turns[3:],
    )
    missed = replace(conference, structure=replace(conference.structure, turns=turns))
    (doubt,) = (one for one in doubts_of(missed) if one.rule == "label_inside")
    assert doubt.other == "Orla Venn"
    assert doubt.cut.of(text) == "Orla Venn: "
    assert doubt.second.words.startswith("The engineers are from Velda.")


def test_a_very_long_answer_is_doubted_at_its_middle(read):
    long = "\n\n".join(
        f"Gauge {n} was read again and again all through the year." for n in range(150)
    )
    text = (
        "Talks, 3 March 2021\n\nQuestion: What of the gauges of Orlo?\n\n"
        f"Ann Bell: They were read.\n\n{long}\n\nQuestion: And the ferry?\n\nAnn Bell: It sails.\n"
    )
    doubts = [o for o in doubts_of(read(text, "t", Kind.TRANSCRIPT)) if o.sort is Sort.SPLITS]
    assert [one.rule for one in doubts] == ["very_long"]
    assert abs(doubts[0].cut.start - len(text) // 2) < 200


def test_an_answer_without_a_speaker_is_doubted_and_a_question_is_not(conference):
    place = next(n for n, t in enumerate(conference.structure.turns) if t.speaker)
    turns = list(conference.structure.turns)
    turns[place] = replace(turns[place], speaker="")
    reading = replace(conference, structure=replace(conference.structure, turns=tuple(turns)))
    labels = [one for one in doubts_of(reading) if one.rule == "label"]
    assert len(labels) == 1
    assert "label" not in {one.rule for one in doubts_of(conference)}


def test_ids_are_the_same_for_the_same_doubt_and_of_their_own(story, conference):
    ids = [one.id for reading in (story, conference) for one in doubts_of(reading)]
    assert len(set(ids)) == len(ids)
    assert ids == [one.id for reading in (story, conference) for one in doubts_of(reading)]


@pytest.mark.parametrize("kind", [RulingKind.STANDS, RulingKind.SPEAKER])
def test_what_a_ruling_lies_on_is_doubted_no_more(story, kind):
    for doubt in doubts_of(story):
        ruling = Ruling("1", kind, doubt.matter, doubt.spot, "Orla Venn")
        now = laid_over(story, [ruling]).reading
        assert doubt.rule not in {
            one.rule for one in doubts_of(now, [ruling]) if one.spot == doubt.spot
        }


def test_a_turn_that_is_one_may_still_be_doubted_elsewhere(conference):
    (doubt,) = (one for one in doubts_of(conference) if one.sort is Sort.SPLITS)
    no = Ruling("1", RulingKind.STANDS, Matter.TURN, doubt.spot, cut=doubt.cut, second=doubt.second)
    assert doubts_of(conference, [no]) == ()
    elsewhere = Ruling("1", RulingKind.STANDS, Matter.TURN, doubt.spot)
    assert doubt in doubts_of(conference, [elsewhere])


def test_names_nearly_the_same_are_doubted_and_those_that_are_one_are_not():
    names = ["Adil Merovan", "Adil Meroven", "Sergey Lavrov", "Sergei Lavrov", "Bo Crane", "QPA"]
    (doubt,) = doubtful_people(names)
    assert {doubt.speaker, doubt.other} == {"Adil Merovan", "Adil Meroven"}
    assert nearly_same("Adil Merovan", "Adil Meroven")
    assert not nearly_same("Sergey Lavrov", "Sergei Lavrov")
    assert not nearly_same("Bo Crane", "Adil Merovan")


def test_names_that_were_ruled_on_are_doubted_no_more():
    names = ["Adil Merovan", "Adil Meroven"]
    apart = Ruling("1", RulingKind.TWO_PEOPLE, Matter.PEOPLE, speaker=names[1], other=names[0])
    assert list(doubtful_people(names, [apart])) == []


PAPER = Document(
    "paper", "He said: We accept the fixed quota of water for the delta.", Provenance("a", "", "")
)
QUOTE = "We accept the fixed quota of water for the delta."


def _finding(**what):
    start = PAPER.text.index(QUOTE)
    given = {
        "outcome": Outcome.VERBATIM,
        "quote": QUOTE,
        "coverage": Coverage(True),
        "against": Against.RECORD,
        "record": "We accept it",
        "spans": (Span(0, 12),),
        "document": "record",
        "speaker": "Ann Bell",
        "asked": "Ann Bell",
    } | what
    own = Span(start, start + len(QUOTE))
    said = Statement("paper", Attribution((), (), (own,), Quotation.DIRECT), given["asked"])
    return [Checked(own, said, Finding(**given))]


def _rule(**what):
    return [one.rule for one in doubtful_matches(PAPER, _finding(**what))]


def test_a_match_of_all_the_words_is_not_doubted():
    assert _rule() == []
    assert _rule(outcome=Outcome.RECORD_NOT_HELD, document="", spans=()) == []


def test_a_match_with_few_of_the_words_unchanged_is_doubted():
    edit = Edit(EditKind.WORDING, "We accept the fixed quota", "Take it", Span(0, 25), Span(0, 7))
    assert _rule(outcome=Outcome.ALTERED, edits=(edit,)) == ["coverage"]
    slight = Edit(EditKind.WORDING, "accept", "take", Span(3, 9), Span(3, 7))
    assert _rule(outcome=Outcome.ALTERED, edits=(slight,)) == []


def test_a_paraphrase_is_doubted():
    assert _rule(outcome=Outcome.PARAPHRASE) == ["paraphrase"]


def test_words_of_somebody_with_much_the_same_name_are_doubted():
    near = {"asked": "Adil Merovan", "speaker": "Adil Meroven"}
    assert _rule(outcome=Outcome.MISATTRIBUTED, **near) == ["near_name"]
    assert _rule(outcome=Outcome.MISATTRIBUTED, asked="Bo Crane") == []


def test_two_records_of_the_same_words_are_a_tie():
    passage = Passage("other", Span(0, 50), QUOTE, PassageKind.TURN, Against.RECORD, "Bo Crane")
    assert _rule(others=(Match(passage, (Span(0, 50),), (), 1.0),)) == ["tie"]
    assert _rule(others=(Match(passage, (Span(0, 50),), (), 0.5),)) == []


def test_a_match_that_was_ruled_on_is_doubted_no_more():
    found = _finding(outcome=Outcome.PARAPHRASE)
    (doubt,) = doubtful_matches(PAPER, found)
    for kind in (RulingKind.STANDS, RulingKind.ANOTHER_UTTERANCE):
        ruling = Ruling("1", kind, Matter.MATCH, doubt.spot, second=doubt.second)
        assert list(doubtful_matches(PAPER, found, [ruling])) == []
    other = Spot("elsewhere", (Span(0, 9),), "")
    ruling = Ruling("1", RulingKind.STANDS, Matter.MATCH, doubt.spot, second=other)
    assert list(doubtful_matches(PAPER, found, [ruling])) == [doubt]


def test_spots_of_doubts_lie_on_what_they_are_about(story, conference):
    for reading in (story, conference):
        statements = [spot_of_statement(reading.document, s) for s in reading.statements]
        turns = [spot_of_turn(reading.document, t) for t in reading.structure.turns]
        for doubt in doubts_of(reading):
            assert doubt.spot in (statements if doubt.matter is Matter.STATEMENT else turns)
            assert 0 <= doubt.score <= 1
            assert doubt.why.endswith(".")
