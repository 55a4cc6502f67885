"""No engine falls below its floors, on our own stories and on twenty articles of PolNeAR."""

from collections import Counter

import pytest
from benchmarks._engines import ENGINES, trouble
from benchmarks.attribution import floors

from benchmarks import gate

STORIES = gate.own_stories()
WRITTEN = {name: story for name, story in STORIES.items() if name not in gate.PAPERS}
ANNOTATED = [one for _, found in WRITTEN.values() for one in found]


def words(name, role):
    text, found = WRITTEN[name]
    return [[text[start:end] for start, end in one[role]] for one in found]


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("which", ["own", "slice"])
def test_no_engine_is_below_its_floors(engine, which, request, capsys):
    if which == "slice":
        request.getfixturevalue("shared")
    if why := trouble(engine):
        pytest.skip(f"{engine}: {why}")
    if not floors("gate", which, engine):
        pytest.skip(f"{engine} has no floors on {which} yet: put what is measured in floors.toml")
    below = gate.judge(engine, which)
    assert below == 0, capsys.readouterr().out


def test_the_rules_always_have_floors():
    assert floors("gate", "own", "rules")["joint_all"] > 50
    assert floors("gate", "slice", "rules")["joint_all"] > 50


def test_the_slice_is_twenty_articles(shared):
    assert len(gate.a_slice()) == 20


def test_our_own_stories_are_annotated_in_all_manners():
    assert len(WRITTEN) >= 12
    assert len(ANNOTATED) >= 250
    manners = Counter(one["manner"] for one in ANNOTATED)
    assert min(manners[name] for name in ("speech", "writing", "thought", "intention")) >= 10
    assert sum(one["withheld"] for one in ANNOTATED) >= 25
    assert sum(one["hedged"] for one in ANNOTATED) >= 5
    assert sum(not one["source"] for one in ANNOTATED) >= 5


@pytest.mark.parametrize("name", WRITTEN)
def test_annotations_begin_and_end_with_words_or_marks(name):
    for role in ("source", "cue", "content"):
        for pieces in words(name, role):
            assert all(piece == piece.strip() and piece for piece in pieces)
            assert role == "content" or all(piece[-1] not in ".;" for piece in pieces)


def test_nothing_is_annotated_twice():
    for text, found in STORIES.values():
        contents = [tuple(map(tuple, one["content"])) for one in found]
        assert len(contents) == len(set(contents)), text[:40]


def test_a_figure_below_its_floor_is_counted_and_said(capsys):
    assert gate.show({"joint_all": 61.0, "joint_speech": 80.0}, {"joint_all": 61.1}) == 1
    assert "BELOW" in capsys.readouterr().out
