import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.exports.dossiers.made import hostile

from onrecord.exports import as_csv, safe_cell
from onrecord.exports.dossiers.csv_dossier import COLUMNS


def rows(text):
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_each_piece_of_evidence_of_each_line_has_a_row(dossier):
    found = rows(as_csv(dossier))
    lines = (*dossier.roles, *dossier.posts, *dossier.meetings, *dossier.agreements)
    lines = (*lines, *dossier.promises, *dossier.positions, *dossier.discrepancies)
    expected = sum(len(one.evidence) for one in (*lines, *dossier.covered.missing))
    expected += sum(len(one.outcome) for one in dossier.promises) + 2 * len(dossier.shifts)
    assert len(found) == expected


def test_a_row_tells_the_line_and_the_words(dossier):
    row = next(row for row in rows(as_csv(dossier)) if row["id"] == "meeting-1")
    assert (row["kind"], row["relation"], row["number"]) == ("meeting", "round", "4")
    assert (row["date"], row["earliest"], row["place"]) == ("2021-04-22", "2021-04-22", "Ossimere")
    assert (row["parties"], row["state"]) == ("Velda; Tarn", "held")
    assert (row["at"], row["spans"]) == ("3f2a91c07b4e@300-338", "300-338")
    assert (row["speaker"], row["said"], row["status"]) == ("Orla Venn", "2021-03-04", "announced")
    assert row["gives"] == "2021-04-11~/2021-04-20~"
    assert row["link"].startswith("https://press.example/wells#:~:text=")


def test_what_a_promise_came_to_stands_apart_from_the_promise(dossier):
    found = [row for row in rows(as_csv(dossier)) if row["id"] == "promise-1"]
    assert [row["as"] for row in found] == ["evidence", "outcome"]
    assert {row["state"] for row in found} == {"held_late"}


@given(st.text(st.characters() | st.characters(categories=["Cs"])))
def test_any_words_come_back_in_their_columns(text):
    found = rows(as_csv(hostile(text)))
    expected = safe_cell(text.encode("utf-8", "replace").decode())
    assert len(found) == 4 + 6 + 1 + 2 + 1 + 1
    for row in found:
        assert set(row) == set(COLUMNS)
        assert row["words"] == expected


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@a", "\tx", "\rx", "\n=x"])
def test_no_cell_is_run_as_a_formula(text):
    assert safe_cell(text) == f"'{text}"
    found = rows(as_csv(hostile(text)))
    assert not [v for row in found for v in row.values() if v[:1] in "=+-@\t\r\n" and v]


def test_other_cells_are_left_as_they_are():
    assert safe_cell("1 - 2 = -1") == "1 - 2 = -1"
    assert safe_cell("") == ""
