"""The gazetteers as they are: read whole, with few lines rejected, and joined with what ships."""

import pytest

from onrecord.rosters import disagreements, holders, join, people_named, read_roster, shipped


@pytest.fixture(scope="module")
def gazetteers(shared):
    return shared / "data" / "gazetteers"


@pytest.fixture(scope="module")
def joined(gazetteers):
    read = [
        read_roster((gazetteers / "petrarch2" / "Phoenix.Countries.actors.txt").read_bytes()),
        read_roster(
            (gazetteers / "cabinets" / "kazakhstan-cabinet" / "holders21.csv").read_bytes(),
            of="Kazakhstan",
        ),
        read_roster((gazetteers / "congress" / "executive.yaml").read_bytes()),
    ]
    return join(shipped(), *(one.roster for one in read))


def test_nearly_every_line_of_petrarch2_is_read(gazetteers):
    found = read_roster((gazetteers / "petrarch2" / "Phoenix.Countries.actors.txt").read_bytes())
    assert len(found.roster.people) > 17_000
    assert len(found.roster.tenures) > 28_000
    assert len(found.rejected) < 15


def test_every_other_file_is_read_without_a_bad_line(gazetteers):
    for path in sorted((gazetteers / "cabinets").rglob("*.csv")):
        assert read_roster(path.read_bytes(), of="Kazakhstan").rejected == ()
    for path in sorted((gazetteers / "congress").glob("*.yaml")):
        assert read_roster(path.read_bytes()).rejected == ()


def test_lavrov_is_one_person_in_all_sources_and_his_two_posts_at_once_are_told(joined):
    (lavrov,) = people_named(joined, "Sergei Lavrov")
    assert lavrov.id == "Q58217"
    assert any("petrarch2" in one.why for one in disagreements(joined, lavrov))
    assert any("2004-03-09 to 2004-07-12" in one.why for one in disagreements(joined, lavrov))
    found = holders(joined, "Russian Foreign Minister", day="2006-05-01")
    assert {"petrarch2", "Wikidata"} <= set(found[0].according)


def test_presidents_of_the_congress_files_are_the_shipped_ones(joined):
    for day, name in (("2010-05-05", "Barack Obama"), ("2018-05-05", "Donald Trump")):
        (holder,) = holders(joined, "President of the United States", day=day)
        assert holder.person.name == name
        assert holder.certain
        assert {"Onrecord", "congress-legislators"} <= set(holder.according)
