"""The dossier of the made-up process: what the papers say of it, each line on their words."""

from __future__ import annotations

from datetime import date

import pytest

import examples
from onrecord.dossiers import dossier, load_profile
from onrecord.model import Dossier, PromiseState, RoleKind, Status
from onrecord.stores import open_store


@pytest.fixture(scope="module")
def ossimere(tmp_path_factory) -> Dossier:
    with open_store(tmp_path_factory.mktemp("papers") / "papers.db") as store:
        examples.fill(store)
        return dossier(store, load_profile(examples.PROFILE))


def _actors(whole: Dossier, kind: RoleKind) -> set[str]:
    return {one.actor for one in whole.roles if one.role is kind}


def test_states_that_no_word_list_knows_are_known_by_the_profile(ossimere):
    assert _actors(ossimere, RoleKind.GUARANTOR) == {"Uldermark", "Pelorane"}
    assert _actors(ossimere, RoleKind.OBSERVER) == {"League of River States"}
    guarantors = [one for one in ossimere.roles if one.role is RoleKind.GUARANTOR]
    assert all(len({e.document for e in one.evidence}) > 1 for one in guarantors)
    assert all(one.belongs for one in guarantors)


def test_the_fourth_round_is_announced_for_the_middle_of_may_and_opens_on_the_sixteenth(ossimere):
    (round_,) = [m for m in ossimere.meetings if m.ordinal == 4]
    assert round_.status is Status.HELD
    assert round_.dating.earliest == date(2023, 5, 16)
    said = {e.status: e.dating for e in round_.evidence if e.dating}
    assert said[Status.ANNOUNCED].earliest == date(2023, 5, 11)
    kept = [p for p in ossimere.promises if p.meeting == round_.id]
    assert {one.state for one in kept} == {PromiseState.HELD}
    assert all(one.outcome for one in kept)


def test_the_third_round_is_one_whether_or_not_a_document_says_of_what(ossimere):
    (round_,) = [m for m in ossimere.meetings if m.ordinal == 3]
    assert len({e.document for e in round_.evidence}) > 2


def test_nothing_that_was_held_is_announced_for_a_later_day(ossimere):
    for meeting in ossimere.meetings:
        if meeting.status is Status.HELD and meeting.dating and meeting.ordinal is None:
            announced = [e.dating for e in meeting.evidence if e.status is Status.ANNOUNCED]
            assert not [day for day in announced if day and day.earliest > meeting.dating.latest]


def test_the_ceasefire_is_one_with_the_finer_of_its_dates(ossimere):
    (ceasefire,) = [a for a in ossimere.agreements if a.dating and a.dating.edtf == "2019-06-03"]
    assert ceasefire.belongs
    assert len({e.document for e in ceasefire.evidence}) > 2


def test_a_promise_is_whose_it_is(ossimere):
    actors = {one.what.split()[0]: one.actor for one in ossimere.promises}
    assert actors["Pelorane"] == "Pelorane"


def test_every_line_stands_on_words_of_its_documents(ossimere):
    texts = {document.id: document.text for document, _ in examples.documents()}
    kinds = ("roles", "posts", "meetings", "agreements", "promises", "positions")
    for line in (line for kind in kinds for line in getattr(ossimere, kind)):
        assert line.evidence
        for one in line.evidence:
            pieces = (" ".join(span.of(texts[one.document]).split()) for span in one.spans)
            assert one.words == " … ".join(pieces)
