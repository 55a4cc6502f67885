import random

from benchmarks import joining
from onrecord.index import tokens

TRANSCRIPTS = [
    ["The northern quarry opens its gates to the younger masons on the ninth of April this year."],
    ["Every second lantern along the harbour wall was mended by sailors from southern islands."],
]
STORY = ["Rain fell on the market all morning.", "Nobody sold a single umbrella there."]


def test_what_is_planted_stands_where_it_is_said_to_stand():
    rng = random.Random(3)
    texts, planted = joining.plant(TRANSCRIPTS, [STORY] * len(joining.EDITORS), rng)
    assert [one.kind for one in planted] == list(joining.EDITORS)
    plain = planted[0]
    words = tokens.words(texts[0])[plain.first : plain.last]
    assert words == tokens.words(TRANSCRIPTS[plain.transcript][0])[: len(words)]


def test_planted_quotations_are_found():
    rng = random.Random(3)
    texts, planted = joining.plant(TRANSCRIPTS, [STORY] * 8, rng)
    found, *_ = joining.joined([t[0] for t in TRANSCRIPTS], texts)
    hits = {one.story for one in planted for s in found if s.one == one.story}
    assert len(hits) >= 6


def test_further_pieces_have_other_words_and_keep_the_common_ones():
    pieces = joining.enough(
        [[f"the wall of {w} and {w}s"] for w in "abcdefgh"], 16, random.Random(1)
    )
    assert len(pieces) == 16
    assert all(piece[0].startswith("the wall of") or " of " in piece[0] for piece in pieces)
