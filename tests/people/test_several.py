"""Several people, and groups without names, as sources."""

import pytest

from onrecord.model import Attribution, Quotation, Resolved, Span, Statement
from onrecord.people import is_group, resolve

MEETING = "Vera Holm had a telephone conversation with President of Italy Luca Ferri.\n\n"


def of(found):
    return [(one.speaker, one.basis) for one in found]


def test_people_named_together_are_all_the_speakers(marked):
    text, found = marked(
        "[[Sens. Anna Weber (Ky.) and Kemal Demir (Fla.)]] said <<it was late>>.\n"
        "[[Two guests, Anna Weber and Paul Moreau,]] said <<it was early>>.\n"
        "[[Weber, Demir and Moreau]] said <<it was noon>>.\n"
    )
    assert of(resolve(text, found)) == [
        ("Anna Weber; Kemal Demir", "plural"),
        ("Anna Weber; Paul Moreau", "plural"),
        ("Anna Weber; Kemal Demir; Paul Moreau", "plural"),
    ]


@pytest.mark.parametrize(
    "source",
    [
        "Anna Weber, a friend of Kemal Demir and Paul Moreau",
        "Anna Weber, minister of trade and industry",
    ],
)
def test_an_and_inside_an_apposition_joins_nobody_to_the_speaker(marked, source):
    text, found = marked(
        f"Anna Weber, Kemal Demir and Paul Moreau came.\n[[{source},]] said <<it was late>>.\n"
    )
    assert resolve(text, found)[0].speaker in {"Anna Weber", ""}


@pytest.mark.parametrize(
    "source", ["Both sides", "The two presidents", "The leaders", "The heads of state", "They"]
)
def test_those_who_met_are_meant_by_a_word_for_both(marked, source):
    text, found = marked(f"{MEETING}[[{source}]] said <<it was late>>.\n")
    assert of(resolve(text, found)) == [("Vera Holm; Luca Ferri", "plural")]


def test_a_number_that_does_not_fit_names_nobody(marked):
    text, found = marked(f"{MEETING}[[The three presidents]] said <<it was late>>.\n")
    assert of(resolve(text, found)) == [("three presidents", "collective")]


def test_a_post_that_one_of_them_is_known_not_to_hold_is_not_theirs(marked):
    text, found = marked(
        "Senator Anna Weber met Ambassador Kemal Demir.\n[[The senators]] said <<it was late>>.\n"
    )
    assert of(resolve(text, found)) == [("senators", "collective")]


def test_of_the_two_presidents_the_one_of_no_other_country_is_the_president_meant(marked):
    text, found = marked(
        f"{MEETING}The two presidents spoke of rain.\n[[The President of Norway]] said <<it was "
        "late>>.\n[[The President of Italy]] said <<it was early>>.\n"
    )
    assert of(resolve(text, found)) == [("Vera Holm", "post"), ("Luca Ferri", "post")]


def test_whoever_met_a_president_is_not_one_for_that(marked):
    text, found = marked(f"{MEETING}[[The President of Norway]] said <<it was late>>.\n")
    assert of(resolve(text, found)) == [("", "")]


def test_they_goes_on_with_those_who_spoke_last(marked):
    text, found = marked(
        "Paul Moreau waited.\n[[Anna Weber and Kemal Demir]] said <<it was late>>. "
        "[[They]] said <<it was cold>>.\n[[Farmers]] complained <<of rain>>. "
        "[[They]] said <<it was wet>>.\n"
    )
    assert [one.speaker for one in resolve(text, found)] == [
        "Anna Weber; Kemal Demir",
        "Anna Weber; Kemal Demir",
        "Farmers",
        "Farmers",
    ]


def test_they_is_not_a_pair_when_another_group_has_come_between(marked):
    text, found = marked(
        "Anna Weber and Kemal Demir left. The farmers of the valley were angry. "
        "[[They]] said <<it was late>>.\n"
    )
    assert resolve(text, found)[0].speaker != "Anna Weber; Kemal Demir"


def test_they_inside_somebody_elses_quotation_stays_unknown(marked):
    text, found = marked(
        "Anna Weber and Kemal Demir left.\n"
        '"<<[[They]] told me <<that it was late>>>>," [[Paul Moreau]] said.\n'
    )
    assert of(resolve(text, found)) == [("", ""), ("Paul Moreau", "name")]


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("Officials", "Officials"),
        ("the harbour officials", "harbour officials"),
        ("Most analysts", "Most analysts"),
        ("Demir supporters", "Demir supporters"),
        ("Opponents of the bridge, who met in Oslo,", "Opponents of the bridge"),
        ("the public", "public"),
        ("75 percent of voters", "75 percent of voters"),
        ("gay rights groups", "gay rights groups"),
        ("ferry owners trying to sell", "ferry owners trying to sell"),
    ],
)
def test_a_group_without_names_speaks_under_its_own_words(marked, source, words):
    text, found = marked(f"Kemal Demir came.\n[[{source}]] said <<the road was open>>.\n")
    assert resolve(text, found) == (Resolved(words, "collective"),)


@pytest.mark.parametrize(
    "source",
    ["Some", "Those", "Polls", "New documents", "A spokesman for the farmers", "One lawmaker"],
)
def test_nobody_in_particular_and_things_are_no_group(marked, source):
    text, found = marked(f"Kemal Demir came.\n[[{source}]] said <<the road was open>>.\n")
    assert of(resolve(text, found)) == [("", "")]


def test_words_inside_a_groups_words_come_by_way_of_the_group(marked):
    text, found = marked(
        "Kemal Demir came.\n[[Officials]] said <<that [[Demir]] promised <<to leave>>>>.\n"
    )
    assert resolve(text, found)[1] == Resolved("Kemal Demir", "surname", ("Officials",))


def test_each_of_several_speakers_can_be_asked_for():
    said = Attribution((), (), (Span(0, 4),), Quotation.INDIRECT)
    assert Statement("d", said, "Anna Weber; Kemal Demir", "plural").speakers == (
        "Anna Weber",
        "Kemal Demir",
    )
    assert Statement("d", said, "officials", "collective").speakers == ("officials",)
    assert Statement("d", said).speakers == ()


@pytest.mark.parametrize(
    ("name", "several"),
    [
        ("Anna Weber; Kemal Demir", True),
        ("officials", True),
        ("Turkish Foreign Ministry", True),
        ("TASS", True),
        ("Anna Weber", False),
        ("Foreign Minister Kemal Demir", False),
        ("Mr. Rogers", False),
        ("", False),
    ],
)
def test_a_group_is_told_from_one_person(name, several):
    assert is_group(name) is several
