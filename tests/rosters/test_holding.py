from datetime import date

import pytest

from onrecord.errors import InputError
from onrecord.model import Fit
from onrecord.rosters import holders, people_named, post_on

WAYS = [
    "the Foreign Minister of Velda",
    "Veldan Foreign Minister",
    "Velda's foreign minister",
    "Minister of Foreign Affairs of the Republic of Velda",
    "the Minister for Foreign Affairs of Velda",
]


def names(found):
    return [holder.person.name for holder in found]


@pytest.mark.parametrize("words", WAYS)
@pytest.mark.parametrize(
    ("day", "name"),
    [("2016-01-20", "Orla Venn"), ("2018-01-28", "Ilya Harrow"), ("2019-10-09", "Mara Quill")],
)
def test_a_post_resolves_by_date_whatever_it_is_called(gazette, words, day, name):
    (holder,) = holders(gazette, words, day=day)
    assert holder.person.name == name
    assert holder.certain
    assert holder.according == ("Gazette",)


def test_the_state_can_be_given_apart_by_name_adjective_or_code(gazette):
    for of in ("Velda", "Veldan", "VLD", "the Veldania"):
        assert names(holders(gazette, "foreign minister", of=of, day="2016-01-20")) == ["Orla Venn"]
    assert holders(gazette, "foreign minister", of="Nowhere", day="2016-01-20") == ()


def test_on_the_day_of_a_change_both_are_there_and_neither_is_certain(gazette):
    found = holders(gazette, "Veldan foreign minister", day=date(2017, 6, 30))
    assert names(found) == ["Ilya Harrow", "Orla Venn"]
    assert not any(holder.certain for holder in found)
    assert {fit for holder in found for fit in holder.fits} == {Fit.EDGE}


def test_where_sources_disagree_all_are_there_with_what_speaks_against_them(both):
    found = holders(both, "Veldan foreign minister", day="2019-09-12")
    assert names(found) == ["Ilya Harrow", "Mara Quill"]
    assert not any(holder.certain for holder in found)
    assert "Almanac" in found[0].why
    assert "not on 2019-09-12 according to Gazette" in found[1].why


def test_what_a_source_has_as_going_on_is_open_after_the_day_up_to_which_it_speaks(gazette):
    (holder,) = holders(gazette, "Veldan foreign minister", day="2023-05-01")
    assert holder.fits == (Fit.PERHAPS,)
    assert not holder.certain


def test_a_coarse_date_leaves_its_days_open(gazette):
    words = "Secretary-General of the Harbour League"
    assert holders(gazette, words, day="2017-12-31") == ()
    (holder,) = holders(gazette, words, day="2018-06-01")
    assert not holder.certain


def test_a_deputy_is_no_minister_and_nobody_holds_a_former_post(gazette):
    assert names(holders(gazette, "Veldan deputy foreign minister", day="2018-01-28")) == [
        "Mara Quill"
    ]
    assert holders(gazette, "former foreign minister of Velda", day="2018-01-28") == ()


def test_an_envoy_is_found_with_his_subject_and_not_without_it(gazette):
    day = "2019-05-05"
    assert names(holders(gazette, "Harbour League Special Envoy for Osgarth", day=day)) == [
        "Tam Brook"
    ]
    assert holders(gazette, "Special Envoy", of="Harbour League", day=day) == ()
    assert holders(gazette, "Osgarthian foreign minister", day=day) == ()


def test_the_posts_of_a_person_on_a_day(gazette):
    (tenure,) = post_on(gazette, "Mara Quill", day="2018-01-28")
    assert tenure.post == "Deputy Minister of Foreign Affairs"
    assert {t.post for t in post_on(gazette, "Q999101", day="2018-06-01")} == {"Secretary-General"}
    assert post_on(gazette, "Nobody Known", day="2018-01-28") == ()


def test_people_are_found_by_every_spelling(gazette):
    for name in ("Venn", "O. Venn", "Ms Venn", "Orla J. Venn", "Q999101"):
        assert [one.name for one in people_named(gazette, name)] == ["Orla Venn"]
    assert people_named(gazette, "") == ()


def test_no_day_is_an_error_in_one_line(gazette):
    with pytest.raises(InputError, match="no day"):
        holders(gazette, "foreign minister", day="2019")
    with pytest.raises(InputError):
        holders(gazette, "foreign minister", day="yesterday")
