"""What ships, asked as readers of the first documents ask it."""

from collections import Counter

import pytest

from onrecord.rosters import holders, shipped
from onrecord.rosters.days import bounds


@pytest.mark.parametrize(
    ("post", "day", "name"),
    [
        ("the Foreign Minister of Kazakhstan", "2017-01-20", "Kairat Abdrakhmanov"),
        ("Kazakh Foreign Minister", "2019-01-28", "Beibut Atamkulov"),
        (
            "Minister of Foreign Affairs of the Republic of Kazakhstan",
            "2019-10-09",
            "Mukhtar Tleuberdi",
        ),
        ("Kazakhstan's foreign minister", "2018-06-01", "Kairat Abdrakhmanov"),
        ("US Secretary of State", "2017-06-01", "Rex Tillerson"),
        ("UN Special Envoy for Syria", "2017-06-01", "Staffan de Mistura"),
        ("UN Special Envoy for Syria", "2019-06-01", "Geir Pedersen"),
        ("Russian President's Special Envoy for Syria", "2019-06-01", "Alexander Lavrentiev"),
        ("US Special Envoy for Syria", "2019-06-01", "James Jeffrey"),
        ("the UN envoy for Syria", "2019-06-01", "Geir Pedersen"),
        ("UN Secretary-General", "2016-06-01", "Ban Ki-moon"),
        ("Russian Foreign Minister", "2019-02-01", "Sergey Lavrov"),
        ("EU foreign policy chief", "2019-02-01", "Federica Mogherini"),
        ("British Foreign Secretary", "2018-08-01", "Jeremy Hunt"),
        ("German Chancellor", "2019-02-01", "Angela Merkel"),
        ("President of the Syrian Arab Republic", "2019-02-01", "Bashar al-Assad"),
    ],
)
def test_posts_resolve_by_date(post, day, name):
    found = holders(shipped(), post, day=day)
    assert [holder.person.name for holder in found] == [name]
    assert found[0].certain


def test_wikidata_disagrees_with_itself_over_september_2019_and_both_are_shown():
    found = holders(shipped(), "Kazakh Foreign Minister", day="2019-09-12")
    assert [h.person.name for h in found] == ["Beibut Atamkulov", "Mukhtar Tleuberdi"]
    assert not any(h.certain for h in found)
    assert all(h.why for h in found)


def test_every_line_says_according_to_whom_and_has_dates_that_can_be_read():
    for tenure in shipped().tenures:
        assert tenure.according
        assert tenure.of
        bounds(tenure.start), bounds(tenure.end), bounds(tenure.as_of)


def test_ids_are_of_one_thing_each_and_tenures_lead_to_people_and_bodies():
    roster = shipped()
    for things in (roster.people, roster.bodies, roster.places):
        assert not [i for i, n in Counter(one.id for one in things).items() if n > 1]
    people, bodies = {one.id for one in roster.people}, {one.id for one in roster.bodies}
    assert all(t.person in people and t.of in bodies for t in roster.tenures)
    assert all(place.of in bodies | {""} for place in roster.places)


def test_nobody_has_two_entries_and_no_line_was_rejected():
    from importlib.resources import files

    from onrecord.rosters import read_roster

    names = Counter(one.name for one in shipped().people)
    assert [name for name, count in names.items() if count > 1] == []
    for file in (files("onrecord.rosters") / "data").iterdir():
        assert read_roster(file.read_bytes()).rejected == ()
