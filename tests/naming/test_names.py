import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.naming import clean_name, fullest, surname


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Russian Foreign Minister Sergey Lavrov", "Sergey Lavrov"),
        ("Russia's Foreign Minister Sergei Lavrov", "Sergei Lavrov"),
        ("Mr Mukhtar Tleuberdi", "Mukhtar Tleuberdi"),
        ("Minister of Foreign Affairs of Kazakhstan Mukhtar Tleuberdi", "Mukhtar Tleuberdi"),
        ("President of Russia Vladimir Putin", "Vladimir Putin"),
        ("UN Special Envoy for Syria Geir Pedersen", "Geir Pedersen"),
        ("Syrian President Bashar al-Assad's", "Bashar al-Assad"),
        ("Mevlut Cavusoglu, the Turkish foreign minister,", "Mevlut Cavusoglu"),
        ("the Turkish foreign minister, Mevlut Cavusoglu,", "Mevlut Cavusoglu"),
        ("Ohio Gov. John Kasich", "John Kasich"),
        ("Sen. Bernie Sanders (I-Vt.)", "Bernie Sanders"),
        ("Rep. Anna Bell of Ohio, an ally of the speaker,", "Anna Bell"),
        ("Donald J. Trump", "Donald J. Trump"),
        ("Lavrov, Sergey", "Sergey Lavrov"),
        ("But Lavrov", "Lavrov"),
        ("Lavrov himself", "Lavrov"),
        ("MS. PSAKI:", "Psaki"),
        ("Ursula von der Leyen", "Ursula von der Leyen"),
        ("Theresa May", "Theresa May"),
        ("Rep. Steve King", "Steve King"),
        ("Lavrov, who had come from Ankara,", "Lavrov"),
        ("Ms. White", "White"),
        ("Secretary of State John Kerry", "John Kerry"),
        ("a spokesman for the ministry, Paul Moreau,", "Paul Moreau"),
    ],
)
def test_a_name_stands_clear_of_titles_posts_countries_and_appositions(words, name):
    assert clean_name(words) == name


@pytest.mark.parametrize(
    "words",
    [
        "",
        "the Russian foreign minister",
        "Clinton's spokesman",
        "a Clinton spokesman",
        "the Foreign Ministry",
        "Trump supporters",
        "Cruz and Rubio",
        "officials",
        "the White House",
        "a spokesman for Foreign Minister Vera Holm",
        "the dean of Halden University",
        "a video released by Vera Holm",
        "the website, run by Vera Holm,",
        "a Harbour poll",
        "I’ll",
        "Hey",
    ],
)
def test_words_that_name_nobody_or_several_give_no_name(words):
    assert clean_name(words) == ""


def test_the_surname_keeps_its_particles_and_may_stand_first():
    assert surname("Sergey Lavrov") == "Lavrov"
    assert surname("Bashar al-Assad") == "al-Assad"
    assert surname("Ursula von der Leyen") == "von der Leyen"
    assert surname("Xi Jinping") == "Xi"
    assert surname("Donald Trump Jr.") == "Trump"
    assert surname("") == ""


def test_the_fullest_of_several_forms_spells_out_most_parts():
    assert fullest(["Lavrov", "S. Lavrov", "Sergey Lavrov"]) == "Sergey Lavrov"
    assert fullest(["Mr Atamkulov", "Foreign Minister Beibut Atamkulov"]) == "Beibut Atamkulov"
    assert fullest([]) == ""


@given(st.text())
def test_any_text_gives_a_name_or_none_without_a_crash(text):
    assert isinstance(clean_name(text), str)
    assert isinstance(surname(text), str)
