"""The table: what was seen gives what is found."""

import pytest

from onrecord.checking import OUTCOME_OF, Seen, outcomes
from onrecord.model import Edit, EditKind, Outcome, Span

NOWHERE = Span(0, 0)


def edits(*kinds):
    return tuple(Edit(EditKind(kind), "a", "b", NOWHERE, NOWHERE) for kind in kinds)


def found(seen):
    return [outcome.value for outcome in outcomes(seen)]


def test_every_kind_of_edit_has_its_outcome():
    assert set(OUTCOME_OF) == set(EditKind)


@pytest.mark.parametrize("kind", ["number", "negation", "name", "modal", "wording"])
def test_a_changed_word_alters(kind):
    assert found(Seen(edits("case", kind))) == ["altered", "edited"]


def test_the_outcomes_come_in_the_order_of_the_model():
    everything = Seen(
        edits("number", "omission", "case"),
        another=True,
        reporters=True,
        apart=True,
        governed=True,
        absent=True,
    )
    order = [outcome.value for outcome in Outcome]
    assert sorted(found(everything), key=order.index) == found(everything)
    assert found(everything)[0] == "misattributed"


def test_nothing_seen_is_verbatim():
    assert found(Seen(())) == ["verbatim"]
    assert found(Seen(edits("punctuation"))) == ["verbatim"]


def test_few_words_are_never_called_somebody_elses_joined_or_absent():
    seen = Seen((), another=True, apart=True, absent=True, few=True)
    assert found(seen) == ["verbatim"]
