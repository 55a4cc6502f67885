"""What the five seeds say of time, by document and offset."""

import json
from pathlib import Path

import pytest

from onrecord.dates import agree, finer, read_edtf, resolve_dates
from onrecord.model import Span
from onrecord.readers import read

READ = Path(__file__).parents[1] / "data" / "dates" / "read.jsonl"
SEEDS = [
    stretch
    for stretch in map(json.loads, READ.read_text("utf-8").splitlines())
    if stretch["document"].startswith("seeds/")
]


def text_of(shared, reference):
    (path,) = (shared / "seeds").glob(f"{reference.partition('/')[2]}_*")
    (document,) = read(path.read_bytes(), path=str(path))
    return document.text


def dates_in(text, anchor):
    return {d.words: d for d in resolve_dates(text, anchor=read_edtf(anchor))}


@pytest.mark.parametrize("stretch", SEEDS, ids=lambda s: f"{s['document']}-{s['start']}")
def test_every_annotated_expression_of_the_seeds_is_read(shared, stretch):
    text = text_of(shared, stretch["document"])
    anchor, within = read_edtf(stretch["anchor"]), Span(stretch["start"], stretch["end"])
    found = resolve_dates(text, anchor=anchor, within=within)
    wanted = [one["edtf"] for one in stretch["expressions"] if "edtf" in one]
    assert [dating.edtf for dating in found] == wanted


def test_the_two_days_that_two_reports_give_for_one_speech_agree(shared):
    first = dates_in(text_of(shared, "seeds/000"), "2020-02-16")
    second = dates_in(text_of(shared, "seeds/001"), "2020-02-16")
    assert agree(first["Saturday"], second["Feb. 15"]).agrees is True
    assert agree(first["February 16"], second["Feb. 15"]).agrees is False


def test_of_a_day_and_a_month_for_one_forum_the_day_is_kept(shared):
    month = dates_in(text_of(shared, "seeds/003"), "2019-01-28")["November 2018"]
    day = dates_in(text_of(shared, "seeds/002"), "2019-10-09")["November 9, 2018"]
    assert agree(month, day).agrees is True
    assert finer(month, day) is day
