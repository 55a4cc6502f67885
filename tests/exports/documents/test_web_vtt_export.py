"""Cues hold the words of turns, and times that nobody measured say so."""

import re

import pytest
import webvtt
from hypothesis import given
from tests.exports import hostile

from onrecord.errors import InputError
from onrecord.exports import Account
from onrecord.exports.documents import as_web_vtt
from onrecord.model import Kind
from onrecord.pipeline import read_document
from onrecord.readers import read


@pytest.fixture(scope="module")
def transcripts(accounts):
    return [one for one in accounts if one.reading.structure.kind is Kind.TRANSCRIPT]


def turns(reading):
    text = reading.document.text
    return [
        (turn.speaker, " ".join(" ".join(span.of(text) for span in turn.spans).split()))
        for turn in reading.structure.turns
    ]


def test_a_library_of_webvtt_reads_every_transcript(transcripts):
    assert len(transcripts) == 6
    for account in transcripts:
        found = webvtt.from_string(as_web_vtt(account, estimate=True))
        spoken = [turn.speaker for turn in account.reading.structure.turns for _ in turn.spans]
        named = [(cue.voice, name) for cue, name in zip(found, spoken, strict=True) if name]
        assert all(voice == name for voice, name in named)


def test_it_is_read_back_with_the_same_turns(transcripts):
    for account in transcripts:
        (found,) = read(as_web_vtt(account, estimate=True).encode(), path="x.vtt")
        assert turns(read_document(found)) == turns(account.reading)


def test_times_that_were_read_are_written_again(transcripts):
    (first,) = read(as_web_vtt(transcripts[0], estimate=True).encode(), path="x.vtt")
    again = webvtt.from_string(as_web_vtt(Account(read_document(first))))
    before = webvtt.from_string(as_web_vtt(transcripts[0], estimate=True))
    assert [(c.start, c.end, c.text) for c in again] == [(c.start, c.end, c.text) for c in before]


def test_times_are_made_up_only_when_asked_for_and_a_note_says_so(transcripts):
    with pytest.raises(InputError, match="no times are known"):
        as_web_vtt(transcripts[0])
    written = as_web_vtt(transcripts[0], estimate=True)
    assert "NOTE\nTimes are estimated from the number of words" in written


def test_a_story_has_no_cues(accounts):
    story = next(one for one in accounts if one.reading.structure.kind is Kind.STORY)
    with pytest.raises(InputError, match="no turns"):
        as_web_vtt(story, estimate=True)


@given(hostile.accounts(lone=True).filter(lambda one: one.reading.structure.turns))
def test_hostile_words_end_no_cue_and_begin_no_tag(account):
    written = as_web_vtt(account, estimate=True)
    written.encode()
    timings = [line for line in written.split("\n") if "-->" in line]
    cues = sum(len(turn.spans) for turn in account.reading.structure.turns)
    assert len(timings) == cues
    assert all(re.fullmatch(r"[\d:.]+ --> [\d:.]+", line) for line in timings)
    blocks = "\n\n".join(one for one in written.split("\n\n") if "-->" in one)
    tags = re.findall(r"<[^>]*>", blocks.replace(" --> ", " "))
    assert all(tag.startswith("<v ") for tag in tags)
