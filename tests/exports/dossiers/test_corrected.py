import csv
import io
from dataclasses import replace

import pytest
from tests.exports.dossiers.made import whole

from onrecord.dossiers import amending
from onrecord.exports import as_csv, as_html, as_json, as_markdown, from_json
from onrecord.exports.dossiers.corrected import in_force

TIMES = [f"2026-01-{n:02}T00:00:00.000000+00:00" for n in range(1, 20)]


def hand(n, by="ed", note=""):
    return amending.Hand(by, TIMES[n], note)


@pytest.fixture
def corrected(dossier):
    """A dossier on which people laid corrections of every kind, one of them adrift."""
    first, second = (line.id for line in dossier.meetings[:2])
    role, other = (line.id for line in dossier.roles[:2])
    gone = replace(dossier, agreements=(replace(dossier.agreements[0], id="x", name="Elsewhere"),))
    laid = [
        amending.accept(dossier, role, hand(1, note="as signed")),
        amending.reject(dossier, other, hand(2, by="ann")),
        amending.change(dossier, first, ("place", "Orlo"), hand(3)),
        amending.change(dossier, first, ("place", "Tamm"), hand(4, by="ann")),
        amending.merge(dossier, second, [dossier.meetings[2].id], hand(5)),
        replace(amending.accept(gone, "x", hand(6, note="gone astray")), id="adrift"),
    ]
    wrong = replace(laid[-1], on=replace(laid[-1].on, naming=(("name", "Elsewhere"),)))
    return amending.amended(dossier, [*laid[:-1], wrong])


def test_a_dossier_without_corrections_says_nothing_of_them(dossier):
    assert "Corrections" not in as_markdown(dossier)
    assert "Corrections" not in as_html(dossier)


@pytest.mark.parametrize("written", [as_markdown, as_html])
def test_a_report_says_at_each_line_what_was_corrected_by_whom_and_when(
    corrected, dossier, written
):
    text = written(corrected)
    for words in ("by ed on 2026-01-02", "as signed", "by ann on 2026-01-05", "Tamm"):
        assert text.count(words) >= 2  # at the line, and in the list
    assert "overruled later" in text
    assert dossier.meetings[0].place in text
    assert "gone astray" in text
    assert "Rejected, and counted nowhere" in text


def test_csv_has_it_in_a_column_and_leaves_rejected_lines_out(corrected):
    rows = list(csv.DictReader(io.StringIO(as_csv(corrected))))
    said = {row["id"]: row["corrected"] for row in rows}
    assert said[corrected.roles[0].id] == "Accepted by ed on 2026-01-02 (as signed)"
    assert "drafted as" in said[corrected.meetings[0].id]
    assert corrected.rejected[0].id not in said


def test_json_has_all_of_it_and_comes_back(corrected):
    assert corrected.rejected
    assert corrected.adrift
    assert from_json(as_json(corrected)) == corrected


def test_lines_of_every_kind_come_back_from_json_as_what_they_are(dossier):
    kinds = ("roles", "posts", "meetings", "agreements", "promises", "positions")
    lines = tuple(line for kind in kinds for line in getattr(dossier, kind))
    given = replace(dossier, rejected=lines)
    assert from_json(as_json(given)) == given


@pytest.mark.parametrize("written", [as_markdown, as_html, as_csv, as_json])
def test_hostile_words_of_a_correction_are_words(written):
    dossier = whole()
    laid = amending.accept(dossier, dossier.roles[0].id, hand(1, "<script>x()</script>", "=1+1|`"))
    text = written(amending.amended(dossier, [laid]))
    if written is as_html:
        assert "<script>x()" not in text
    assert text


def test_what_is_overruled_is_told():
    dossier = whole()
    role = dossier.roles[0].id
    laid = [
        amending.change(dossier, role, ("of", "a"), hand(1)),
        amending.change(dossier, role, ("of", "b"), hand(2)),
        amending.accept(dossier, role, hand(3)),
        amending.reject(dossier, role, hand(4)),
    ]
    assert in_force(laid) == [False, False, False, True]
    assert in_force(laid[:3]) == [False, True, True]
    assert in_force([laid[3], laid[2]]) == [False, True]
    assert in_force([laid[0], laid[3], laid[2]]) == [True, False, True]
