"""Work grows with the text and not with its square: counted in calls, in full in seconds too."""

import subprocess
import sys
import time
from itertools import pairwise

import pytest
from tests.soak.adversarial import KNOWN, TEXTS
from tests.soak.feeding import ROOT

from onrecord import dates, drawing, matching, people, pipeline, statements, structure
from onrecord.languages import recognise
from onrecord.matching import match
from onrecord.model import Against, Document, Passage, PassageKind, Provenance, Span
from onrecord.text import quotations, sentences, words

GROWTH = 2.7
"""How much more work twice the text may be: 2 is linear, 4 the square."""
LITTLE = 20_000
"""Calls below which nothing is told about growth."""
SIZE = 8_000


def _document(text):
    return Document("d", text, Provenance("", "", ""), language="en")


def _read(text):
    return pipeline.read_document(_document(text), engine="rules")


def _attributed(text):
    parsed = structure.dissect(_document(text))
    found = statements.attribute(text, parts=parsed.parts, turns=parsed.turns)
    return parsed, statements.characterise(text, found)


def _resolved(text):
    parsed, found = _attributed(text)
    return people.resolve(text, found, turns=parsed.turns, parts=parsed.parts)


def _matched(text):
    passage = Passage("d", Span(0, len(text)), text, PassageKind.TURN, Against.RECORD)
    return match(f"It is so {text[:300]}", passage)


STAGES = {
    "recognise": recognise,
    "sentences": sentences,
    "words": words,
    "quotations": quotations,
    "dates": dates.find_dates,
    "structure": lambda text: structure.dissect(_document(text)),
    "statements and people": _resolved,
    "passages": lambda text: matching.passages(
        _document(text), structure.dissect(_document(text)), ()
    ),
    "drawing": lambda text: drawing.draw(_read(text)),
    "matching": _matched,
}


def _calls(stage, text):
    """How many functions are called, those in C included; the same every time."""
    count = 0

    def counting(frame, event, argument):
        nonlocal count
        if event in ("call", "c_call"):
            count += 1

    sys.setprofile(counting)
    try:
        stage(text)
    finally:
        sys.setprofile(None)
    return count


def _seconds(stage, text):
    best = 1e9
    for _ in range(3):
        began = time.process_time()
        stage(text)
        best = min(best, time.process_time() - began)
    return best


@pytest.fixture(scope="module")
def names(times):
    return times(KNOWN, tuple(TEXTS))


@pytest.mark.parametrize("stage", STAGES)
def test_twice_the_text_is_twice_the_calls(stage, names):
    run = STAGES[stage]
    run("Ada Vell said on Monday that “it is so” in Astana.")  # what is compiled, is compiled now
    grown = {}
    for name in names:
        make = TEXTS[name]
        run(make(2 * SIZE))  # and what is kept of words, is kept now
        once, twice = _calls(run, make(SIZE)), _calls(run, make(2 * SIZE))
        if twice > LITTLE and twice > GROWTH * once:
            grown[name] = f"{once:,} calls, then {twice:,}"
    assert not grown


@pytest.mark.parametrize("stage", STAGES)
def test_twice_the_text_takes_twice_as_long(stage, names, times):
    if not times(False, True):
        pytest.skip("seconds are only counted in full")
    run, slow = STAGES[stage], {}
    for name in names:
        make = TEXTS[name]
        measured = [_seconds(run, make(size)) for size in (SIZE, 2 * SIZE, 4 * SIZE)]
        grows = all(after > 3 * before for before, after in pairwise(measured))
        if measured[-1] > 0.5 and grows:
            slow[name] = measured
    assert not slow


def test_no_expression_of_the_package_takes_the_square_of_a_text(times):
    if not times(False, True):
        pytest.skip("seconds are only counted in full")
    # A process of its own, since what is imported already compiles nothing any more.
    program = [sys.executable, "-m", "tests.soak.patterns"]
    told = subprocess.run(program, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (told.returncode, told.stdout) == (0, "")
