"""The figures are those of the shared scorer, computed apart from it."""

import re

import pytest
from benchmarks._annotated import read_markup
from benchmarks._cue_types import cue_type

from benchmarks import attribution
from onrecord.training.scoring import pairs, score

TEXT, GOLD = read_markup(
    "[c1 “The bridge is shut,”] [s1 Orla Venn] [k1 said]. [s2 She] [t2 hopes] [c2 that it opens]."
)


def figures(found, **options):
    return score({"one": (TEXT, GOLD)}, {"one": found}, **options)


def test_the_annotations_themselves_are_all_right():
    scores = figures(GOLD)
    assert (scores.joint.f1, scores.exact.f1) == (100, 100)
    assert scores.quotations["direct"].exact_recall == 100
    assert scores.quotations["indirect"].precision == 100


def test_marks_and_stops_at_the_ends_of_a_content_do_not_count():
    (start, end), *_ = GOLD[0]["content"]
    scores = figures([{**GOLD[0], "content": [[start + 1, end - 2]]}])
    assert scores.exact.right == 1


def test_another_source_spoils_the_joint_figure_alone():
    scores = figures([{**GOLD[0], "source": GOLD[1]["source"]}, {**GOLD[1], "source": []}])
    assert (scores.joint.right, scores.exact.right) == (0, 2)


def test_less_than_half_of_a_content_is_no_match():
    (start, _), *_ = GOLD[0]["content"]
    found = [{**GOLD[0], "content": [[start, start + 4]]}]
    assert figures(found).joint.right == 0
    assert pairs((TEXT, GOLD), found) == []


def test_what_is_found_twice_counts_once():
    assert figures([GOLD[0], GOLD[0]]).joint.precision == 50


def test_annotations_that_are_not_asked_for_are_neither_missed_nor_found():
    scores = figures(GOLD, counted=lambda _, one: one["manner"] == "speech")
    assert (scores.joint.right, scores.joint.found, scores.joint.annotated) == (1, 1, 1)


@pytest.mark.parametrize(
    ("cue", "kind"),
    [
        ("said", "speech"),
        ("has written", "writing"),
        ("believes", "thought"),
        ("intends", "intention"),
        ("According to", "according to"),
        (":", "a mark"),
        ("", "none"),
        ("his long-held conviction", "other"),
    ],
)
def test_a_cue_has_a_type(cue, kind):
    assert cue_type(cue) == kind


@pytest.mark.parametrize("speech", [False, True])
def test_the_shared_scorer_gives_the_same_figures(shared, speech):
    scorer = attribution.load_scorer(shared / "tools/score_attributions.py")
    gold = dict(list(scorer.read(shared / "data/polnear/polnear_dev.jsonl").items())[::12])
    found = attribution.found("rules", gold)[0]
    listed = {*(shared / "tools/speech_cues.txt").read_text(encoding="utf-8").split()}
    theirs = scorer.score(gold, found, listed if speech else None)
    ours = score(gold, found, counted=attribution.is_speech(listed) if speech else None)
    for name, tally in (("joint_src", ours.joint), ("content_exact_bn", ours.exact)):
        report = theirs[name]
        assert (report["n_pred"], report["n_gold"]) == (tally.found, tally.annotated)
        assert report["P"] == pytest.approx(tally.precision, abs=0.006)
        assert report["R"] == pytest.approx(tally.recall, abs=0.006)
        assert report["F1"] == pytest.approx(tally.f1, abs=0.006)
    for name, kind in ours.quotations.items():
        report = theirs["by_type"][name]
        assert (report["gold"], report["pred"]) == (kind.annotated, kind.found)
        assert report["content_exact_bn_recall"] == pytest.approx(kind.exact_recall, abs=0.006)


def test_words_of_speech_are_looked_for_in_the_cue():
    listed = attribution.is_speech({"said"})
    assert listed(TEXT, GOLD[0])
    assert not listed(TEXT, GOLD[1])
    assert re.search("hopes", TEXT)
