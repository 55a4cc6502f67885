"""What is not seen changes no finding, and a name that only looks the same is nobody's for sure."""

import pytest

from onrecord.checking import check
from onrecord.model import Outcome

DAY = "2031-05-04"
SAID = "The bridge doesn't open for 19 days, and 1,200 people have to wait for it."


@pytest.fixture
def store(shelf):
    shelf.transcript("press", DAY, ("Ada Rovena", SAID))
    return shelf.store


def found(store, quote, speaker="Ada Rovena"):
    return check(quote, store, speaker=speaker, date=DAY)


@pytest.mark.parametrize(
    "character", "\u00ad\u034f\u200b\u200d\u200f\u202e\u2060\u2066\ufe0f\ufeff\U000e0041"
)
@pytest.mark.parametrize("inside", ["bri|dge", "1|9", "1,|200", "does|n't", "doesn|'t", "doesn'|t"])
def test_something_unseen_inside_a_word_changes_nothing(store, character, inside):
    quote = SAID.replace(inside.replace("|", ""), inside.replace("|", character * 2))
    finding = found(store, quote)
    assert (finding.outcome, finding.edits) == (Outcome.VERBATIM, ())


def test_figures_of_another_script_are_another_form_of_the_number(store):
    assert found(store, SAID.replace("19", "１９")).outcome == Outcome.EDITED
    assert found(store, SAID.replace("19", "١٩")).outcome == Outcome.EDITED
    assert found(store, SAID.replace("19", "١٨")).outcome == Outcome.ALTERED


def test_a_word_in_letters_that_look_the_same_is_another_spelling_of_it(store):
    finding = found(store, SAID.replace("people", "pe\u043eple"))
    assert finding.outcome == Outcome.EDITED
    assert [edit.kind for edit in finding.edits] == ["spelling"]


@pytest.mark.parametrize("name", ["Ada Rov\u200bena", "Ada\u00a0Rov\u00adena", "\u202eAda Rovena"])
def test_a_name_with_something_unseen_in_it_is_that_name(store, name):
    assert found(store, SAID, name).outcome == Outcome.VERBATIM
    assert not found(store, SAID, name).flags


@pytest.mark.parametrize("name", ["Ada R\u043evena", "\u0410da Rovena"])
def test_a_name_that_only_looks_the_same_is_told_and_is_no_misattribution(store, name):
    finding = found(store, SAID, name)
    assert finding.outcome == Outcome.VERBATIM
    assert finding.flags == ("name_unsure",)
    assert (finding.asked, finding.speaker) == (name, "Ada Rovena")


def test_another_name_in_such_letters_is_another_name(store):
    assert found(store, SAID, "B\u043e Orme").outcome == Outcome.MISATTRIBUTED
