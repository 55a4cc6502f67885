from hypothesis import given
from hypothesis import strategies as st

from onrecord.portraits import SpeakerKind, gather
from onrecord.stores import Voice


def _gathered(*voices):
    return {one.name: one for one in gather(voices)}


def test_spellings_of_one_name_are_one_speaker():
    found = _gathered(Voice("Sergei Talm", "name", 5, 0), Voice("Sergey Talm", "name", 2, 3))
    assert found["Sergei Talm"].names == ("Sergei Talm", "Sergey Talm")
    assert (found["Sergei Talm"].statements, found["Sergei Talm"].records) == (7, 3)


def test_a_surname_alone_joins_the_only_one_who_bears_it():
    found = _gathered(Voice("Talm", "surname", 9, 0), Voice("Orla Talm", "name", 1, 0))
    assert found["Orla Talm"].names == ("Talm", "Orla Talm")


def test_a_surname_of_two_speakers_stays_by_itself():
    found = _gathered(
        Voice("Talm", "surname", 9, 0),
        Voice("Orla Talm", "name", 1, 0),
        Voice("Ivo Talm", "", 1, 0),
    )
    assert {name: one.names for name, one in found.items()} == {
        "Talm": ("Talm",),
        "Orla Talm": ("Orla Talm",),
        "Ivo Talm": ("Ivo Talm",),
    }


def test_what_two_say_together_counts_for_each_and_makes_nobody_a_third():
    found = _gathered(
        Voice("Orla Talm", "name", 2, 0), Voice("Orla Talm; Bo Quist", "plural", 3, 0)
    )
    assert found["Orla Talm"].names == ("Orla Talm", "Orla Talm; Bo Quist")
    assert found["Orla Talm"].statements == 5
    assert found["Bo Quist"].names == ("Orla Talm; Bo Quist",)
    assert len(found) == 2


def test_organisations_and_groups_are_no_people():
    found = _gathered(
        Voice("Veldan Foreign Ministry", "organisation", 2, 0),
        Voice("officials", "collective", 2, 0),
        Voice("Orla Talm", "post", 1, 0),
    )
    assert {one.kind for one in found.values()} == set(SpeakerKind)


def test_those_with_most_words_come_first():
    found = gather([Voice("Ann Lee", "name", 1, 0), Voice("Bo Quist", "turn", 0, 4)])
    assert [one.name for one in found] == ["Bo Quist", "Ann Lee"]


NAMES = st.text("AaBb. ;-É", max_size=9) | st.sampled_from(["Ann Lee", "A. Lee", "Lee", "Bo Lee"])
VOICES = st.builds(
    Voice,
    NAMES.filter(bool),
    st.sampled_from(["name", "turn", "plural", "collective", "organisation"]),
    st.integers(1, 9),
    st.integers(0, 3),
)


@given(st.lists(VOICES, max_size=8, unique_by=lambda one: one.name))
def test_every_name_is_somebodys_and_nobody_has_one_twice(voices):
    found = gather(voices)
    for voice in voices:
        if ";" not in voice.name:
            assert sum(voice.name in one.names for one in found) == 1
    assert all(len(set(one.names)) == len(one.names) for one in found)
