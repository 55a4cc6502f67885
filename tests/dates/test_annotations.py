"""The annotated expressions of time: their form; what is reached on them tells the benchmark."""

import json
from pathlib import Path

import pytest

from onrecord.dates import read_edtf

DATA = Path(__file__).parents[1] / "data" / "dates"


@pytest.mark.parametrize("part", ["read", "kept"])
def test_every_expression_lies_in_its_stretch_and_means_readable_edtf(part):
    for line in (DATA / f"{part}.jsonl").read_text("utf-8").splitlines():
        stretch = json.loads(line)
        read_edtf(stretch["anchor"])
        for one in stretch["expressions"]:
            assert stretch["start"] <= one["start"] < one["end"] <= stretch["end"]
            assert (one["type"] == "none") != ("edtf" in one)
            if "edtf" in one:
                read_edtf(one["edtf"])


def test_at_least_300_are_annotated_and_100_of_them_are_kept_apart():
    def count(part):
        return (DATA / f"{part}.jsonl").read_text("utf-8").count('"edtf"')

    assert count("kept") >= 100
    assert count("read") + count("kept") >= 300
