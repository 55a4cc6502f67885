"""A model adds to what the rules found and mends it; what stands in quotation marks stays."""

import concurrent.futures
import multiprocessing
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Part, PartKind, Quotation, Span, Turn
from onrecord.statements import attribute
from onrecord.tagging import complete, finding

STORY = """Bridge stays shut, minister says

The bridge will stay shut, Ann Bell said on Friday. Officials believe that it is a plan.

"We have asked seven engineers," she added, "to look at it." It is 'safe', they told us.
"""
TEXTS = st.text(alphabet=st.sampled_from(list("ab. \n\"“”:'(),QSaid"))) | st.text()
PROSE = st.lists(
    st.sampled_from([*STORY.split(" "), "\n", '"', "said", "that", "“", "”", ":", "’"]),
    max_size=40,
).map(" ".join)


def completed(text, model, **more):
    return complete(text, attribute(text), engine=model, **more)


def test_a_model_adds_to_what_the_rules_found(model):
    assert len(completed(STORY, model)) > len(attribute(STORY))


def test_the_rules_alone_change_nothing():
    found = attribute(STORY)
    assert complete(STORY, found, engine="rules") == found


@pytest.mark.parametrize("text", ["", " \n", "\x00", "a" * 5000, "said " * 300, '"' * 300])
def test_nothing_and_nonsense_are_read(model, text):
    completed(text, model)


@given(text=PROSE | TEXTS)
def test_spans_slice_back_and_are_in_order(model, text):
    found = completed(text, model)
    assert list(found) == sorted(found, key=lambda a: (a.content, a.cue, a.source))
    for one in found:
        assert any(c.isalnum() for span in one.content for c in span.of(text))
        for role in (one.source, one.cue, one.content):
            assert all(0 <= span.start < span.end <= len(text) for span in role)
            assert all(a.end <= b.start for a, b in pairwise(role))


@given(text=PROSE)
def test_no_direct_quotation_of_the_rules_is_lost_or_changed(model, text):
    ruled, found = attribute(text), completed(text, model)
    kept = {(a.cue, a.content, a.quotation, a.via) for a in found}
    for one in ruled:
        if one.quotation is Quotation.DIRECT:
            assert (one.cue, one.content, one.quotation, one.via) in kept


@given(text=PROSE)
def test_a_paragraph_is_read_the_same_wherever_it_stands(model, text):
    ahead = "The minister said it is shut.\n" * 3
    alone = complete(text, (), engine=model)
    after = complete(ahead + text, (), engine=model)
    moved = [[s.start - len(ahead) for s in a.content] for a in after]
    assert [m for m in moved if m[0] >= 0] == [[s.start for s in a.content] for a in alone]


def test_content_never_takes_in_its_own_cue(model):
    for one in completed(STORY, model):
        assert not any(c.meets(s) for c in one.content for s in one.cue)


def test_transcripts_and_other_languages_are_left_to_the_rules(model):
    found = attribute(STORY)
    turns = (Turn(1, "Ann Bell", (Span(0, len(STORY)),)),)
    assert complete(STORY, found, engine=model, turns=turns) == found
    assert complete(STORY, found, engine=model, language="fr") == found


def test_nothing_is_found_in_what_nobody_says(model):
    end = STORY.index("\n\n")
    parts = (Part(PartKind.FURNITURE, Span(0, end)),)
    found = complete(STORY, attribute(STORY, parts=parts), parts=parts, engine=model)
    assert found
    assert all(span.start >= end for a in found for span in (*a.content, *a.cue, *a.source))


def test_a_long_text_goes_through_in_blocks_and_gives_what_its_lines_give(model, monkeypatch):
    monkeypatch.setattr(finding, "_BLOCK", 100)
    line = "The minister said that the bridge is shut and they told us a plan .\n"
    ruled = ()
    one = complete(line, ruled, engine=model)
    many = complete(line * 60, ruled, engine=model)
    assert one
    assert len(many) == 60 * len(one)


def test_threads_and_forked_processes_find_the_same(model):
    want = completed(STORY, model)
    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda _: completed(STORY, model), range(8))) == [want] * 8
    queue = multiprocessing.get_context("fork").Queue()
    child = multiprocessing.get_context("fork").Process(
        target=lambda: queue.put(completed(STORY, model))
    )
    child.start()
    assert queue.get(timeout=60) == want
    child.join()
