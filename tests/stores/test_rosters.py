"""What every store keeps to: rosters, and what people decided about who is one person."""

from dataclasses import replace

import pytest

from onrecord.errors import InputError, NotFoundError
from onrecord.model import Roster
from onrecord.stores import Added, Verdict


def things(roster):
    return roster.people, roster.bodies, roster.places, roster.tenures


class TestRosters:
    def test_a_roster_comes_back_as_it_was_kept(self, store, imported):
        assert store.keep_roster("gazette", imported) is Added.NEW
        (kept,) = store.rosters()
        assert things(kept) == things(imported.roster)
        (line,) = store.kept_rosters()
        assert (line.name, line.according, line.rejected) == ("gazette", "Gazette", 1)
        assert (line.people, line.bodies, line.tenures) == (1, 1, 1)

    def test_the_same_import_again_changes_nothing(self, store, imported):
        store.keep_roster("gazette", imported)
        before = store.kept_rosters()
        assert store.keep_roster("gazette", imported) is Added.HELD
        assert store.kept_rosters() == before

    def test_another_import_of_the_name_takes_its_place(self, store, imported):
        store.keep_roster("gazette", imported)
        fewer = replace(imported, roster=Roster(people=imported.roster.people))
        assert store.keep_roster("gazette", fewer) is Added.VERSION
        (kept,) = store.rosters()
        assert kept.tenures == ()

    def test_imports_of_other_names_stand_side_by_side_and_can_be_had_by_name(
        self, store, imported
    ):
        store.keep_roster("gazette", imported)
        store.keep_roster("almanac", replace(imported, roster=Roster()))
        assert [line.name for line in store.kept_rosters()] == ["gazette", "almanac"]
        (only,) = store.rosters(["almanac"])
        assert things(only) == ((), (), (), ())

    def test_a_roster_can_be_taken_out(self, store, imported):
        store.keep_roster("gazette", imported)
        store.drop_roster("gazette")
        assert store.rosters() == []
        with pytest.raises(NotFoundError):
            store.drop_roster("gazette")
        with pytest.raises(NotFoundError):
            store.rosters(["gazette"])

    def test_an_import_without_a_name_is_refused(self, store, imported):
        with pytest.raises(InputError):
            store.keep_roster(" ", imported)


class TestVerdicts:
    def test_a_verdict_says_who_and_when_and_can_be_taken_back(self, store):
        number = store.decide(Verdict("Q1", "x:ann", same=True, by="Tam"))
        (verdict,) = store.verdicts()
        assert (verdict.one, verdict.other, verdict.same, verdict.by) == (
            "Q1",
            "x:ann",
            True,
            "Tam",
        )
        assert verdict.at
        assert verdict.taken_back == ""
        store.take_back_verdict(number)
        (verdict,) = store.verdicts()
        assert verdict.taken_back
        with pytest.raises(NotFoundError):
            store.take_back_verdict(number)

    def test_the_same_verdict_again_is_one(self, store):
        first = store.decide(Verdict("Q1", "x:ann", same=True))
        assert store.decide(Verdict("x:ann", "Q1", same=True)) == first
        assert len(store.verdicts()) == 1

    def test_the_contrary_takes_the_one_before_back(self, store):
        store.decide(Verdict("Q1", "x:ann", same=True))
        store.decide(Verdict("Q1", "x:ann", same=False))
        merged, split = store.verdicts()
        assert merged.taken_back
        assert not split.taken_back
        assert not split.same

    def test_nobody_is_merged_with_himself(self, store):
        with pytest.raises(InputError):
            store.decide(Verdict("Q1", "Q1", same=True))

    def test_verdicts_stand_when_a_roster_is_imported_again_or_taken_out(self, store, imported):
        store.keep_roster("gazette", imported)
        store.decide(Verdict("Q1", "x:ann", same=True))
        store.keep_roster("gazette", replace(imported, roster=Roster()))
        store.drop_roster("gazette")
        assert len(store.verdicts()) == 1
