import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.exports.dossiers.made import hostile, whole

from onrecord.errors import InputError
from onrecord.exports import as_json, from_json


def test_a_dossier_comes_back_whole(dossier):
    assert from_json(as_json(dossier)) == dossier


@given(st.text(st.characters() | st.characters(categories=["Cs"])))
def test_any_words_come_back_and_can_be_written_to_a_file(text):
    written = as_json(hostile(text))
    assert from_json(written.encode().decode()) == hostile(text)


def test_names_are_those_of_the_model_and_spans_are_pairs(dossier):
    plain = json.loads(as_json(dossier))
    assert (plain["format"], plain["version"]) == ("onrecord-dossier", 1)
    evidence = plain["roles"][0]["evidence"][0]
    assert evidence["spans"] == [[2200, 2223]]
    assert evidence["said"]["edtf"] == evidence["said"]["earliest"] == "2021-05-03"
    assert plain["promises"][0]["state"] == "held_late"
    assert plain["covered"]["earliest"] == "2019-01-01"


def test_what_a_later_writer_adds_is_passed_over(dossier):
    plain = json.loads(as_json(dossier))
    plain["colour"] = plain["roles"][0]["colour"] = "green"
    assert from_json(json.dumps(plain)) == dossier


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda d: d.update(format="csv"), "no format"),
        (lambda d: d.update(version=2), "version 2"),
        (lambda d: d.pop("profile"), "no 'profile'"),
        (lambda d: d["roles"][0].update(role="king"), r"roles\[0\].role is 'king'"),
        (lambda d: d["roles"][0].update(actor=7), r"roles\[0\].actor is 7"),
        (lambda d: d["roles"][0]["evidence"][0].update(spans=[[9, 2]]), r"spans\[0\] is \[9, 2\]"),
        (lambda d: d["meetings"][0].update(ordinal=True), "ordinal is True"),
        (lambda d: d["covered"].update(earliest="May"), "earliest is 'May'"),
        (lambda d: d["covered"].update(documents=[["a"]]), "has 1 items, not 2"),
        (lambda d: d.update(roles={}), "roles is {}"),
    ],
)
def test_what_is_no_dossier_is_told_in_one_line(change, told):
    plain = json.loads(as_json(whole()))
    change(plain)
    with pytest.raises(InputError, match=told) as error:
        from_json(json.dumps(plain))
    assert "\n" not in str(error.value)


@pytest.mark.parametrize("text", ["", "{", "[]", "7", "[" * 100_000])
def test_what_is_no_json_is_told(text):
    with pytest.raises(InputError):
        from_json(text)


def test_the_day_that_a_dossier_is_of_is_kept(dossier):
    assert from_json(as_json(replace(dossier, as_of="2021-04"))).as_of == "2021-04"
