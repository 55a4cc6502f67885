"""The dossier of the Astana process over the five documents that the project started from."""

from datetime import date

import pytest

from onrecord import pipeline, readers
from onrecord.dossiers import dossier, find
from onrecord.dossiers.gathering import evidence_of
from onrecord.model import DiscrepancyKind, MeetingKind, PromiseState, RoleKind, Status
from onrecord.stores import open_store

TASS, DUVAR = "a8e65e74be36", "809a2c8254cc"
OCTOBER, JANUARY, FIRST = "79f308ed16a7", "68e8885cb88e", "1d0dc12497f9"
KINDS = ("roles", "posts", "meetings", "agreements", "promises", "positions")


def _hold(path, files):
    with open_store(path) as store:
        for file in files:
            raw = file.read_bytes()
            for document in readers.read(raw, path=file.name):
                store.add(pipeline.read_document(document), raw)
    return path


@pytest.fixture(scope="module")
def held(shared, tmp_path_factory):
    files = sorted((shared / "seeds").iterdir())
    with open_store(_hold(tmp_path_factory.mktemp("dossier") / "seeds.db", files)) as store:
        yield store


@pytest.fixture(scope="module")
def astana(held):
    return dossier(held, find("astana"))


def _documents(line):
    return {one.document for one in line.evidence}


def _actors(astana, role, document=""):
    return {
        one.actor
        for one in astana.roles
        if one.role is role and (not document or document in _documents(one))
    }


def test_every_line_stands_on_words_that_slice_back(held, astana):
    texts = {id_: held.load(id_).document.text for id_ in astana.documents}
    lines = [line for kind in KINDS for line in getattr(astana, kind)]
    assert lines
    for line in lines:
        assert line.evidence, line
        for one in evidence_of(line):
            words = [" ".join(span.of(texts[one.document]).split()) for span in one.spans]
            assert one.words == " … ".join(words)


def test_russia_turkey_and_iran_are_guarantors_in_two_documents(astana):
    guarantors = [one for one in astana.roles if one.role is RoleKind.GUARANTOR]
    assert {one.actor for one in guarantors} == {"Russia", "Turkey", "Iran"}
    for one in guarantors:
        assert {FIRST, JANUARY} <= _documents(one)
        assert one.belongs


def test_the_un_and_jordan_are_observers_and_the_us_invited_and_later_absent(astana):
    assert _actors(astana, RoleKind.OBSERVER, JANUARY) == {"UN", "Jordan"}
    assert "US" in _actors(astana, RoleKind.INVITED, JANUARY)
    assert "US" in _actors(astana, RoleKind.ABSENT, JANUARY)


def test_kazakhstan_is_the_host(astana):
    assert _actors(astana, RoleKind.HOST) == {"Kazakhstan"}


def test_the_twelfth_meeting_is_announced_in_january_2019_for_mid_february(astana):
    (one,) = [m for m in astana.meetings if m.ordinal == 12]
    assert one.status is Status.ANNOUNCED
    assert (one.dating.earliest, one.dating.latest) == (date(2019, 2, 11), date(2019, 2, 20))
    assert _documents(one) == {JANUARY}
    assert {e.said.edtf for e in one.evidence} == {"2019-01-28"}


def test_a_summit_of_the_three_presidents_is_announced_for_the_month_after(astana):
    (one,) = [m for m in astana.meetings if m.kind is MeetingKind.SUMMIT]
    assert {"Russia", "Turkey", "Iran"} <= set(one.parties)
    assert (one.status, one.dating.edtf, _documents(one)) == (
        Status.ANNOUNCED,
        "2019-02",
        {JANUARY},
    )


def test_what_was_announced_is_open_on_that_day_and_unknown_when_nothing_tells(held, astana):
    (twelfth,) = [m for m in astana.meetings if m.ordinal == 12]
    then = dossier(held, find("astana"), as_of="2019-01-28")
    for whole, state in ((then, PromiseState.OPEN), (astana, PromiseState.UNKNOWN)):
        (one,) = [p for p in whole.promises if p.meeting == twelfth.id]
        assert one.state is state


def test_the_ceasefire_the_adana_agreement_and_the_resolution_are_there(astana):
    dated = {one.dating.edtf: one for one in astana.agreements if one.dating}
    assert dated["2016-12-29"].kind == "ceasefire"
    assert "Adana" in dated["1998"].name
    (resolution,) = [one for one in astana.agreements if one.number == "2254"]
    assert {TASS, DUVAR, JANUARY} <= _documents(resolution)


def test_one_forum_and_one_action_plan_from_two_documents_with_the_finer_date(astana):
    (forum,) = [m for m in astana.meetings if m.ordinal == 15]
    assert (forum.place, _documents(forum)) == ("Petropavlovsk", {OCTOBER, JANUARY})
    assert forum.dating.edtf == "2018-11-09"
    (plan,) = [one for one in astana.agreements if one.dating and one.dating.edtf == "2018-11-09"]
    assert _documents(plan) == {OCTOBER, JANUARY}
    assert not forum.belongs
    assert not plan.belongs


def test_three_foreign_ministers_of_kazakhstan_each_at_his_date(astana):
    held = {
        one.person: {e.said.edtf for e in one.evidence}
        for one in astana.posts
        if one.of == "Kazakhstan" and "Foreign" in one.post
    }
    assert held == {
        "Kairat Abdrakhmanov": {"2017-01-20"},
        "Beibut Atamkulov": {"2019-01-28"},
        "Mukhtar Tleuberdi": {"2019-10-09"},
    }


def test_council_is_flagged_conference_is_likelier_and_the_two_days_agree(astana):
    (name,) = [d for d in astana.discrepancies if d.kind is DiscrepancyKind.NAME]
    assert (name.explained, name.likelier) == (False, "Munich Security Conference")
    assert "TASS" in name.why
    assert {one.document for one in name.evidence} == {TASS, DUVAR}
    (day,) = [
        d
        for d in astana.discrepancies
        if d.kind is DiscrepancyKind.DATE and {e.document for e in d.evidence} == {TASS, DUVAR}
    ]
    assert day.explained
    assert "2020-02-15" in day.why


def test_coverage_says_which_meetings_no_document_is_about(astana):
    assert len(astana.covered.documents) == 5
    missing = [one.what for one in astana.covered.missing]
    assert any(what.startswith("12th") for what in missing)
    assert any(what.startswith("1st to 11th") for what in missing)


@pytest.mark.parametrize(("day", "known"), [("2017-12-31", 1), ("2019-01-28", 2), ("2019-12", 3)])
def test_as_of_a_day_is_what_a_store_of_the_documents_till_then_gives(
    shared, held, tmp_path, day, known
):
    seeds = {f"{n:03}": file for n, file in enumerate(sorted((shared / "seeds").iterdir()))}
    till_then = [seeds[number] for number in ("004", "003", "002")[:known]]
    astana = find("astana")
    then = dossier(held, astana, as_of=day)
    with open_store(_hold(tmp_path / "then.db", till_then)) as store:
        assert then == dossier(store, astana, as_of=day)
    assert len(then.covered.documents) == known
