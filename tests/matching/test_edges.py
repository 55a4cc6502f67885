"""What was cut off at the ends of a quotation, and whether it governed what was kept."""

import pytest

from onrecord.matching import edges, match
from onrecord.model import Against, CutKind, Passage, PassageKind, Span


def found(quote, record):
    passage = Passage("d", Span(7, 7 + len(record)), record, PassageKind.TURN, Against.RECORD)
    return edges(match(quote, passage))


@pytest.mark.parametrize(
    ("quote", "record"),
    [
        ("the gate will hold", "I don’t believe that the gate will hold."),
        ("the gate will hold", "It is not true, whatever they say, that the gate will hold."),
        ("a good plan for the town", "This is not a good plan for the town."),
        ("we shall close the gate", "If the rain goes on, we shall close the gate."),
        ("we shall close the gate", "If the rain goes on, then we shall close the gate."),
        ("we shall close the gate", "We shall close the gate if the rain goes on."),
        ("we shall close the gate", "Unless it stops, frankly, we shall close the gate."),
        ("the board took money", "They claim that the board took money."),
        ("the board took money", "That the board took money is a lie."),
        ("the gate will hold", "I don’t know whether the gate will hold."),
    ],
)
def test_what_governed_and_was_cut_off_is_seen(quote, record):
    assert found(quote, record).governing


@pytest.mark.parametrize(
    ("quote", "record"),
    [
        ("we shall defend the town", "We do not want a quarrel, and we shall defend the town."),
        ("we shall defend the town", "We do not want a quarrel but we shall defend the town."),
        ("we shall defend the town", "Not everybody will like it; we shall defend the town."),
        ("the gate is old", "There is no doubt that the gate is old."),
        ("the gate is old", "If I may say so, the gate is old."),
        ("we went home", "They would not wait any longer, then we went home."),
        ("the gate is old", "We must not forget that the gate is old."),
        ("a matter of money", "It is not only a matter of money."),
        ("the gate will hold", "I believe that the gate will hold."),
    ],
)
def test_what_did_not_govern_is_let_be(quote, record):
    edge = found(quote, record)
    assert edge.governing == ()
    assert edge.partial


def test_a_whole_sentence_is_not_partial():
    assert not found("The gate is old.", "We went there. The gate is old. It is not safe.").partial


def test_the_governing_words_count_in_the_document():
    record = "I don’t believe that the gate will hold."
    (cut,) = found("the gate will hold", record).governing
    assert cut.words == cut.span.of(" " * 7 + record) == "n’t believe that"
    assert cut.why is CutKind.DENIAL
