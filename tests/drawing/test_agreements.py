"""Which agreements a document speaks of, and what it says of each."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.drawing import clauses, draw_agreements
from onrecord.model import Agreement, AgreementKind, Document, Provenance, Reading
from onrecord.pipeline import read_document

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
    (found,) = _said("This is in the Joint Action Plan for 2019-2021 signed on November 9, 2018.")
    assert found.kind is AgreementKind.PLAN
    assert found.dating is not None
    assert found.dating.edtf == "2018-11-09"


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
