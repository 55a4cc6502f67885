"""One to three words in quotation marks: somebody's words, or a title, a name, a scare quote.

The file holds 235 of the 2,131 such stretches of a research corpus (a seeded draw) by document and
span, each judged by hand: "quotation" where the words are given as somebody's, else "other". The
rules were looked at against every second one; the others were left unseen.
"""

import json
from pathlib import Path

import pytest

from onrecord.statements import attribute

JUDGED = Path(__file__).parents[1] / "data/statements/short_quotations.jsonl"


@pytest.fixture(scope="module")
def decisions(shared):
    """Of each judged stretch, whether it is a quotation and whether the rules attribute it."""
    rows = [json.loads(line) for line in JUDGED.read_text(encoding="utf-8").splitlines()]
    wanted = {row["doc"] for row in rows}
    contents = {}
    with (shared / "data/polnear/polnear_train.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            one = json.loads(line)
            if one["doc"] in wanted:
                contents[one["doc"]] = [s for a in attribute(one["text"]) for s in a.content]
    return [
        (
            row["is"] == "quotation",
            any(
                s.start <= row["span"][0] and row["span"][1] <= s.end for s in contents[row["doc"]]
            ),
        )
        for row in rows
    ]


@pytest.mark.parametrize("half", [0, 1], ids=["seen", "unseen"])
def test_short_quotations_are_told_from_words_in_marks_for_their_own_sake(decisions, half):
    rows = decisions[half::2]
    right = sum(quoted and found for quoted, found in rows)
    assert right / sum(found for _, found in rows) >= 0.82
    assert right / sum(quoted for quoted, _ in rows) >= 0.85
