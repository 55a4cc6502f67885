import pytest

from onrecord.errors import NotFoundError
from onrecord.model import Called, Person, Roster
from onrecord.portraits import gather, whom
from onrecord.stores import Voice

ROSTER = Roster(
    people=(
        Person("Q1", "Sergey Talm"),
        Person("Q2", "Orla Venn", aliases=(Called("Orla Harrow"),)),
        Person("Q3", "Ivo Quist"),
        Person("Q4", "Jon Quist"),
    )
)
SPEAKERS = gather(
    [
        Voice("Sergei Talm", "name", 4, 1),
        Voice("Orla Harrow", "name", 3, 0),
        Voice("Orla Venn", "name", 2, 0),
        Voice("Quist", "surname", 2, 0),
        Voice("officials", "collective", 1, 0),
    ]
)


def test_a_name_in_any_spelling_and_an_id_mean_the_same_person_and_their_words():
    for name in ("Sergey Talm", "Sergei Talm", "Q1"):
        found = whom(name, SPEAKERS, ROSTER)
        assert (found.speaker.name, found.person.id) == ("Sergei Talm", "Q1")


def test_words_under_every_name_of_a_person_are_theirs():
    assert whom("Q2", SPEAKERS, ROSTER).speaker.names == ("Orla Harrow", "Orla Venn")


def test_a_name_that_fits_several_people_says_so_and_keeps_its_words():
    found = whom("Quist", SPEAKERS, ROSTER)
    assert found.person is None
    assert [one.id for one in found.people] == ["Q3", "Q4"]
    assert found.speaker.names == ("Quist",)


def test_a_person_without_words_and_words_without_a_person_are_found():
    assert whom("Ivo Quist", SPEAKERS, ROSTER).person.id == "Q3"
    assert whom("officials", SPEAKERS, ROSTER).person is None


def test_a_name_of_nobody_is_not_found():
    with pytest.raises(NotFoundError, match="no words are held"):
        whom("Cyd Norn", SPEAKERS, ROSTER)
