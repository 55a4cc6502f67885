"""Rulings over a reading: pure, in order, and never in the way of what they do not touch."""

from dataclasses import replace

import pytest

from onrecord.model import Document, Kind, Provenance, Role, Span
from onrecord.model.rulings import Matter, Ruling, RulingKind, Spot
from onrecord.overlay import (
    in_one_form,
    laid_over,
    spot_of_statement,
    spot_of_turn,
    statement_at,
    turn_at,
)
from onrecord.pipeline import read_document

TALKS = """Briefing by Minister Ann Bell, Orlo, 3 March 2021

Question: Will the ferry sail again this spring?

Ann Bell: The ferry will sail when the ice is gone. We ask for patience.

Bo Crane (retired): The engine was never the trouble at all.

Question: And the fare?

Ann Bell: The fare stays as it is.
"""


@pytest.fixture(scope="module")
def talks():
    """A transcript in which a label was taken for words."""
    return _read(TALKS)


def _read(text):
    held = Provenance("0" * 64, "plain", "1")
    return read_document(Document("talks", text, held, language="en", kind=Kind.TRANSCRIPT))


def _turn(reading, words):
    turns = reading.structure.turns
    return next(n for n, t in enumerate(turns) if any(words in s.of(TALKS) for s in t.spans))


def _ruling(reading, place, kind, **what):
    spot = spot_of_turn(reading.document, reading.structure.turns[place])
    return Ruling("1", kind, Matter.TURN, spot, **what)


def _split(reading, at_words, *, label="", **halves):
    place = _turn(reading, "The ferry will sail")
    end = TALKS.index(at_words)
    cut = Span(end - len(label), end)
    second = Spot("talks", (Span(end, end + 20),), TALKS[end : end + 20])
    return place, _ruling(reading, place, RulingKind.SPLIT, cut=cut, second=second, **halves)


def test_no_ruling_leaves_a_reading_as_it_is(talks):
    laid = laid_over(talks, ())
    assert laid.reading == talks
    assert (laid.lying, laid.adrift) == ((), ())


def test_a_ruling_that_it_stands_changes_nothing_and_lies(talks):
    laid = laid_over(talks, [_ruling(talks, 1, RulingKind.STANDS)])
    assert laid.reading == talks
    assert laid.lying == ("1",)


def test_each_half_of_a_turn_has_its_own_words_and_speaker(talks):
    place, ruling = _split(talks, "We ask for", speaker="Ann Bell", other="Bo Crane")
    now = laid_over(talks, [ruling]).reading.structure.turns
    assert [now[place].speaker, now[place + 1].speaker] == ["Ann Bell", "Bo Crane"]
    assert now[place].spans[-1].of(TALKS) == "The ferry will sail when the ice is gone."
    assert now[place + 1].spans[0].of(TALKS) == "We ask for patience."
    assert now[place + 1].label is None


def test_a_label_between_the_halves_is_in_neither_and_labels_the_second(talks):
    label = "when the ice is gone. "
    place, ruling = _split(talks, "We ask for", label=label, speaker="Ann Bell", other="Bo Crane")
    now = laid_over(talks, [ruling]).reading.structure.turns
    assert now[place].spans[-1].of(TALKS) == "The ferry will sail"
    assert now[place + 1].label.of(TALKS) == label.strip()


def test_turns_statements_and_exchanges_behind_a_split_count_on(talks):
    _, ruling = _split(talks, "We ask for", speaker="Ann Bell", other="")
    now = laid_over(talks, [ruling]).reading
    numbers = [turn.number for turn in now.structure.turns]
    assert numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    known = set(numbers)
    assert all({e.question, *e.answers} <= known for e in now.structure.exchanges)
    asked = {t.number for t in now.structure.turns if t.role is Role.QUESTION}
    assert {e.question for e in now.structure.exchanges} <= asked


def test_passages_are_cut_at_the_split_and_the_others_stay(talks):
    _, ruling = _split(talks, "We ask for", speaker="Ann Bell", other="Bo Crane")
    now = laid_over(talks, [ruling]).reading
    said = {p.text: p.speaker for p in now.passages}
    assert said["We ask for patience."] == "Bo Crane"
    assert said["The fare stays as it is."] == "Ann Bell"
    assert all(p.span.of(TALKS).split() == p.text.split() for p in now.passages)


def test_passages_cut_by_other_rules_stay_where_nothing_is_ruled(talks):
    own = replace(talks.passages[-1], flags=("of_old",))
    old = replace(talks, passages=(*talks.passages[:-1], own))
    place = _turn(talks, "The ferry will sail")
    now = laid_over(old, [_ruling(old, place, RulingKind.SPEAKER, speaker="Bo Crane")]).reading
    assert own in now.passages
    assert "Bo Crane" in {p.speaker for p in now.passages}


def test_a_split_is_found_by_its_words_where_the_text_has_moved(talks):
    _, ruling = _split(talks, "We ask for", speaker="Ann Bell", other="Bo Crane")
    later = _read("Provisional text\n\n" + TALKS)
    laid = laid_over(later, [ruling])
    assert laid.lying == ("1",)
    turns = laid.reading.structure.turns
    texts = [t.spans[0].of(later.document.text) for t in turns if t.speaker == "Bo Crane"]
    assert "We ask for patience." in texts


def test_a_split_whose_words_are_gone_is_adrift(talks):
    _, ruling = _split(talks, "We ask for", speaker="Ann Bell", other="Bo Crane")
    later = _read(TALKS.replace("We ask for patience.", "Be patient."))
    laid = laid_over(later, [ruling])
    assert laid.reading == later
    assert [one.ruling for one in laid.adrift] == [ruling]


def test_later_rulings_are_laid_on_what_earlier_ones_made(talks):
    place, ruling = _split(talks, "We ask for", speaker="Ann Bell", other="")
    made = laid_over(talks, [ruling]).reading
    later = replace(_ruling(made, place + 1, RulingKind.SPEAKER, speaker="Bo Crane"), id="2")
    both = laid_over(talks, [ruling, later])
    assert both.lying == ("1", "2")
    assert both.reading.structure.turns[place + 1].speaker == "Bo Crane"


def test_names_that_are_one_are_one_among_several_too():
    story = 'Bridge shut\n\nAnn Bell and Bo Crane said the bridge is shut. "Yes," Bell said.\n'
    held = Provenance("0" * 64, "plain", "1")
    read = read_document(Document("s", story, held, language="en", kind=Kind.STORY))
    one = Ruling("1", RulingKind.ONE_PERSON, Matter.PEOPLE, speaker="Bo Crain", other="Bo Crane")
    now = laid_over(read, [one]).reading
    names = {name for s in now.statements for name in s.speakers}
    assert "Bo Crain" in names
    assert "Bo Crane" not in names


def test_a_spot_with_the_same_words_twice_is_told_by_its_place():
    text = 'News\n\n"It is shut," Ann Bell said. "It is shut," Bo Crane added.\n'
    held = Provenance("0" * 64, "plain", "1")
    read = read_document(Document("s", text, held, language="en", kind=Kind.STORY))
    spots = [spot_of_statement(read.document, one) for one in read.statements]
    assert [statement_at(read, spot)[0] for spot in spots] == list(range(len(spots)))
    lost = replace(spots[-1], spans=(Span(0, 4),), beside="")
    assert statement_at(read, lost)[0] is None


def test_every_turn_is_found_at_its_own_spot(talks):
    turns = talks.structure.turns
    found = [turn_at(talks, spot_of_turn(talks.document, turn))[0] for turn in turns]
    assert found == list(range(len(turns)))


def test_words_in_one_form_have_letters_and_digits_alone():
    assert in_one_form("“It’s SHUT,” – 5 times") == in_one_form("It's shut: 5 times")
    assert in_one_form(" … ") == ""
