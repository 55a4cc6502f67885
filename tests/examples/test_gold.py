"""The statements that people found stand where they are said to stand."""

import re

import pytest

import examples
from onrecord.people import each_of

GOLD = examples.gold()


@pytest.mark.parametrize(
    "line", GOLD, ids=lambda line: f"{line['document']}:{line['content'][0][0]}"
)
def test_spans_slice_to_their_words(line, documents):
    text = documents[line["document"]].text
    sliced = [re.sub(r"\s+", " ", text[start:end]) for start, end in line["content"]]
    assert sliced == line["words"]
    assert all(text[start:end].strip() for start, end in line["source"] + line["cue"])


@pytest.mark.parametrize(
    "line", GOLD, ids=lambda line: f"{line['document']}:{line['content'][0][0]}"
)
def test_a_speaker_is_written_out_in_the_papers(line, plain):
    for speaker in each_of(line["speaker"]):
        assert any(speaker in text for text in plain.values())
    assert line["quotation"] in {"direct", "indirect", "mixed"}


def test_there_is_enough_to_judge_by():
    assert len(GOLD) >= 60
    assert {line["quotation"] for line in GOLD} == {"direct", "indirect", "mixed"}
    assert any(line["via"] for line in GOLD)
