"""Which agreements a document speaks of, and what it says of each."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.drawing import clauses, draw, draw_agreements
from onrecord.model import Agreement, AgreementKind, Document, Provenance, Reading
from onrecord.pipeline import read_document
from onrecord.readers import read

_HEAD = "Remarks by Foreign Minister of Norway Ada Holm, Oslo, March 4, 2019\n\nAda Holm: "


def _read(text: str) -> Reading:
    return read_document(Document("d1", text, Provenance("", "", "")), engine="rules")


def _said(text: str) -> tuple[Agreement, ...]:
    reading = _read(_HEAD + text + "\n")
    return draw_agreements(reading, clauses(reading))


def test_a_resolution_has_its_number() -> None:
    (found,) = _said("It rests on UN Security Council Resolution 1325 alone.")
    assert (found.kind, found.number) == (AgreementKind.RESOLUTION, "1325")


def test_one_number_is_one_resolution_however_it_is_written() -> None:
    (found,) = _said("Resolution 1325 holds. The Security Council’s Resolution 1325 is the base.")
    assert len(found.evidence) == 2


def test_a_year_and_a_name_tell_an_agreement_apart() -> None:
    (found,) = _said("The neighbours could use the 1998 Tromso agreement.")
    assert found.kind is AgreementKind.AGREEMENT
    assert found.dating is not None
    assert found.dating.edtf == "1998"


def test_a_day_without_a_year_is_the_last_one_before() -> None:
    (found,) = _said("The talks led to a ceasefire agreement signed on December 29.")
    assert found.kind is AgreementKind.CEASEFIRE
    assert found.dating is not None
    assert found.dating.edtf == "2018-12-29"


def test_a_plan_has_the_day_on_which_it_was_signed() -> None:
    (found,) = _said("This is in the Joint Action Plan for 2018-2020 signed on May 3, 2018.")
    assert found.kind is AgreementKind.PLAN
    assert found.dating is not None
    assert found.dating.edtf == "2018-05-03"


@pytest.mark.parametrize(
    "words",
    [
        "We reached agreements. International law holds.",
        "His statement was clear, and so was the press statement.",
        "There are over 300 treaties and agreements.",
        "A plan is needed for the resolution of the conflict.",
    ],
)
def test_agreements_in_general_are_none(words: str) -> None:
    assert _said(words) == ()


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            "the The Joint Action Plan for 2019-2021 Resolution 1325 No. agreement of on signed"
            " December 29 ceasefire Oslo-Tromso ’s , . ( decision to \n".split(" ")
        ),
        max_size=40,
    )
)
def test_no_text_breaks_it_and_every_span_slices_back(words: list[str]) -> None:
    reading = _read(" ".join(words))
    for agreement in draw_agreements(reading, clauses(reading)):
        for evidence in agreement.evidence:
            found = " ".join(evidence.spans[0].of(reading.document.text).split())
            assert evidence.words == found
            assert found


def test_the_charter_under_two_names_is_one() -> None:
    (charter,) = _said("It is in the UN Charter. The Charter of the United Nations says so.")
    assert charter.kind is AgreementKind.CHARTER
    assert len(charter.evidence) == 2


def test_the_name_of_an_organisation_is_no_treaty() -> None:
    assert _said("The Lake Security Treaty Organisation met.") == ()


def test_a_decision_without_the_noun_is_told_by_what_was_done() -> None:
    (zones,) = _said("It led to the creation of four de-escalation zones in Libya.")
    assert zones.kind is AgreementKind.DECISION


def test_a_joint_statement_that_was_adopted_is_of_the_documents_day() -> None:
    (statement,) = _said("We adopted a joint statement.")
    assert statement.dating is not None
    assert statement.dating.edtf == "2019-03-04"


def test_the_seeds_agreements_are_found(shared: Path) -> None:
    found = {
        name: {
            (one.kind, one.number, one.dating.edtf if one.dating else "")
            for one in _seed(shared, name)
        }
        for name in ("002_8d0ddde3a53ddcbb", "003_02b5d0dc56fdbf36", "004_a91ef0eea229fe74")
    }
    assert (AgreementKind.PLAN, "", "2018-11-09") in found["002_8d0ddde3a53ddcbb"]
    assert (AgreementKind.AGREEMENT, "", "1998") in found["003_02b5d0dc56fdbf36"]
    assert (AgreementKind.RESOLUTION, "2254", "") in found["003_02b5d0dc56fdbf36"]
    assert (AgreementKind.CEASEFIRE, "", "2016-12-29") in found["004_a91ef0eea229fe74"]


def _seed(shared: Path, name: str) -> tuple[Agreement, ...]:
    path = shared / "seeds" / f"{name}.txt"
    (document,) = [d for d in read(path.read_bytes(), path=str(path)) if isinstance(d, Document)]
    reading = read_document(document, engine="rules")
    return draw_agreements(reading, clauses(reading))


@pytest.mark.parametrize(
    "text",
    [
        "No agreement was signed at the talks in Turku on May 3.",
        "No agreement on fishing was reached in Turku on May 4.",
        "Norway and Sweden did not sign the agreement on fishing in Turku.",
        "The agreement on fishing with Sweden was never signed.",
    ],
)
def test_an_agreement_that_is_denied_is_none(text: str) -> None:
    assert _said(text) == ()


def test_what_somebody_did_not_sign_is_there_where_it_has_a_name() -> None:
    (found,) = _said("Sweden did not sign the Tromso Fishing Agreement.")
    assert found.name == "Tromso Fishing Agreement"


def test_a_century_in_a_name_is_no_day() -> None:
    (found,) = _said("The Treaty on Friendship of Norway and Sweden in the 21st Century holds.")
    assert found.dating is None


def test_the_anniversary_that_a_statement_marks_is_not_its_day() -> None:
    (found,) = _said(
        "Norway and Sweden adopted a joint statement on the 25th anniversary of their relations."
    )
    assert found.dating is not None
    assert found.dating.edtf == "2019-03-04"


def test_a_plan_of_one_state_that_nobody_signed_is_no_agreement() -> None:
    assert _said("The Swedish Jobs Plan will help millions.") == ()


def test_a_plan_of_one_state_that_was_signed_is_one() -> None:
    (found,) = _said("We signed the Swedish Fishing Plan in Turku.")
    assert found.kind is AgreementKind.PLAN


def test_what_was_adopted_on_a_subject_is_told_apart() -> None:
    (found,) = _said("The General Assembly adopted a resolution on the safety of fishing boats.")
    assert found.kind is AgreementKind.RESOLUTION


def test_an_agreement_signed_with_somebody_is_of_both() -> None:
    (found,) = _said("Finland has signed an agreement with the European Union.")
    assert found.parties == ("Finland", "EU")


def test_ministers_sign_for_their_states() -> None:
    (found,) = _said(
        "We saw the signing of the Memorandum on Fishing by Swedish Defence Minister Nils Berg and"
        " Finnish Foreign Minister Eva Lehto."
    )
    assert found.parties == ("Sweden", "Finland")


def test_a_protocol_and_the_agreement_that_it_is_added_to_are_two() -> None:
    found = _said(
        "They signed the Protocol to the Agreement between Norway and Finland on Fishing."
    )
    assert [one.kind for one in found] == [AgreementKind.TREATY, AgreementKind.AGREEMENT]


def test_a_counted_number_of_joint_statements_is_one_item() -> None:
    (found,) = _said("In Turku 12 joint statements on fishing were adopted.")
    assert found.kind is AgreementKind.STATEMENT


def test_a_decision_of_the_us_is_theirs() -> None:
    (found,) = _said("It follows from the US decision to withdraw its ships.")
    assert found.kind is AgreementKind.DECISION


def test_what_was_reached_at_a_meeting_is_of_those_who_met() -> None:
    reading = _read(_HEAD + "The agreements reached at the summit of Norway and Finland hold.\n")
    (found,) = draw(reading).agreements
    assert found.parties == ("Norway", "Finland")


def test_a_very_long_sentence_is_read_in_pieces() -> None:
    listed = "we have seen the boats and the nets of the village, " * 400
    (found,) = _said(f"This summer {listed}and signed the 1998 Tromso agreement.")
    assert found.name == "1998 Tromso agreement"
