"""Process profiles: those that ship, and what is said of a bad file."""

import pytest
from tests.dossiers.conftest import PROFILE

from onrecord.dates import read_edtf
from onrecord.dossiers import find, load_profile, read_profile, shipped
from onrecord.errors import InputError, NotFoundError


def test_four_processes_ship():
    assert [one.name for one in shipped()] == ["astana", "geneva", "minsk", "ungd"]


@pytest.mark.parametrize("profile", shipped(), ids=lambda one: one.name)
def test_whatever_belongs_to_a_shipped_process_does_so_according_to_something(profile):
    for one in (*profile.parties, *profile.bodies, *profile.instruments):
        assert one.according, one.name


@pytest.mark.parametrize("profile", shipped(), ids=lambda one: one.name)
def test_dates_of_a_shipped_profile_are_edtf(profile):
    for one in (*profile.parties, *profile.bodies, *profile.instruments):
        assert not one.dating or read_edtf(one.dating)


@pytest.mark.parametrize("profile", shipped(), ids=lambda one: one.name)
def test_a_shipped_profile_says_what_it_must_not_be_taken_for(profile):
    assert all(one.why for one in profile.confusable)
    assert profile.confusable
    assert profile.themes


def test_a_profile_is_found_by_its_name_or_its_file(tmp_path):
    path = tmp_path / "lake.toml"
    path.write_text(PROFILE, "utf-8")
    assert find("geneva").names
    assert find(str(path)).name == "lake"


def test_an_unknown_process_is_answered_with_those_that_are_known():
    with pytest.raises(NotFoundError, match="astana, geneva, minsk, ungd"):
        find("lake")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("name = ", "not TOML"),
        ('names = ["Lake talks"]', "name is missing"),
        ('name = "lake"', "neither names nor subject"),
        ('name = "lake"\nnames = "Lake talks"', "names is not a list of texts"),
        ('name = "lake"\nnames = ["Lake"]\nbodys = []', "no field 'bodys'"),
        ('name = "lake"\nnames = ["Lake"]\nbodies = ["Committee"]', r"\[\[bodies\]\]"),
        (
            'name = "lake"\nnames = ["Lake"]\n[[bodies]]\nname = "Committee"',
            "bodies 1: according is missing",
        ),
    ],
)
def test_a_bad_profile_gets_one_line_that_names_file_and_field(tmp_path, text, message):
    path = tmp_path / "lake.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(InputError, match=message) as caught:
        load_profile(path)
    assert "lake.toml" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_file_that_is_not_there_or_no_text_is_said_to_be_so(tmp_path):
    with pytest.raises(NotFoundError, match="no such profile"):
        load_profile(tmp_path / "none.toml")
    (tmp_path / "bytes.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InputError, match="not UTF-8"):
        load_profile(tmp_path / "bytes.toml")


def test_a_theme_without_words_is_looked_for_by_its_name():
    profile = read_profile('name = "lake"\nnames = ["Lake"]\n[[themes]]\nname = "ferries"')
    assert profile.themes[0].words == ("ferries",)
