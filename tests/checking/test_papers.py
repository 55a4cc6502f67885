"""The planted quotations of the sample corpus get the findings that they were planted for.

The statements are those that people marked: what is tested is the check, not the extraction.
"""

import pytest

import examples
from onrecord import answers
from onrecord.checking import check


@pytest.mark.parametrize("answer", [pytest.param(a, id=a["id"]) for a in examples.answers()])
def test_a_planted_quotation_gets_its_finding(answer, papers):
    store, ids = papers
    origin = ids[answer["document"]] if answer["document"] else ""
    finding = check(
        answer["quote"], store, speaker=answer["speaker"], date=answer["date"], leave_out=origin
    )
    found = answers.plain(answers.finding(finding, id=answer["id"]))
    assert found["finding"] == answer["finding"], found
    assert found["against"] == answer["against"]
    if answer.get("record_document"):
        assert found["document"] == ids[answer["record_document"]]
    assert set(answer.get("also", ())) <= set(found["also"])
    assert set(answer.get("edits", ())) <= {edit["kind"] for edit in found["edits"]}
    if "flags" in answer:
        implied = {"partial"} if "out_of_context" in answer["flags"] else set()
        assert set(found["flags"]) - implied == set(answer["flags"])
