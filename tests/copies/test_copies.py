"""Copies of one story are told from stories that only have much in common."""

import random
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.copies import KEYS, group, likeness, sketch

STORY = [
    "Ships wait at Port Ellery",
    "Forty ships lay before Port Ellery on Monday, as pilots stayed at home for the third day, the "
    "harbour office said in the evening.",
    "“No ship will enter until we are paid,” said Ada Vell, who leads the pilots of the northern "
    "coast and has done so for eleven years.",
    "The office owes them the fees of the winter, she said, which come to 214,000 crowns. Of "
    "these, 60,000 crowns were due before the new year.",
    "Masters of three ships with fruit from the south asked the council to let them in by night "
    "without pilots, which the law forbids since a wreck of 1987.",
    "The council meets on Thursday. Its chairman, Tam Orme, did not say whether the fees would be "
    "paid by then, and left by a side door of the hall.",
]
SPEECH = " ".join(
    f"We shall not close pier {n}, nor sell what stands on it, nor ask those of ward {n} to pay."
    for n in range(1, 22)
)


def text(paragraphs):
    return "\n\n".join(paragraphs)


def words(count, seed):
    rng = random.Random(seed)
    return " ".join("".join(rng.choices("abdeiklmnorst", k=6)) for _ in range(count))


@pytest.mark.parametrize(
    "copy",
    [
        ["Harbour of Ellery is shut", *STORY[1:]],
        STORY[:-1],
        [STORY[0], "By Ada Wren, The Ellery Mail", *STORY[1:]],
        ["Home News Sport Weather Sign in", *STORY, "All rights reserved. Read more stories here."],
        [STORY[0], *STORY[1:3], "Pilots have not had their money, as reported before.", *STORY[4:]],
        [line.upper().replace("“", '"').replace("”", '"') for line in STORY],
    ],
    ids=["headline", "last paragraph", "byline", "boilerplate", "rewritten", "typography"],
)
def test_an_edited_story_is_a_copy_of_it(copy):
    assert likeness(text(STORY), text(copy)).copies
    assert group({"a": text(STORY), "b": text(copy)}) == [["a", "b"]]


def test_two_reporters_who_quote_one_long_speech_are_no_copies():
    one = f"{words(60, 1)}\n\n“{SPEECH}”"
    two = f"{words(60, 2)}\n\n“{SPEECH}”"
    found = likeness(one, two)
    assert found.shared > 0.5
    assert found.own < 0.1
    assert not found.copies


def test_a_statement_and_the_story_that_prints_it_whole_are_no_copies():
    assert not likeness(SPEECH, f"{words(40, 3)}\n\n“{SPEECH}”").copies


def test_a_form_filled_with_other_numbers_is_no_copy():
    form = (
        "On day {} the office counted {} ships and {} boats at Port Ellery; {} of the ships had "
        "timber and {} had copper. Fees of {} crowns were paid and {} crowns are owed. Masters "
        "show their papers at the gate before they moor, ask for pilots in time, and carry a lamp."
    )
    one, two = form.format(*range(100, 107)), form.format(*range(200, 207))
    assert likeness(one, two).shared > 0.3
    assert not likeness(one, two).copies
    assert likeness(one, one + " So it was.").copies


def test_short_texts_are_copies_where_their_words_are_the_same():
    assert likeness("The quay is shut.", "THE QUAY — is shut!").copies
    assert not likeness("The quay is shut.", "The quay is open.").copies
    assert sketch("The quay is shut.") == sketch("the quay is “shut”")
    assert sketch("The quay is shut.") != sketch("is the quay shut")


def test_a_text_without_words_is_a_copy_of_nothing():
    assert sketch(" — ") == ()
    assert not likeness("", "").copies
    assert group({1: "", 2: "…"}) == [[1], [2]]


def test_a_chain_of_copies_is_one_group_whatever_the_order():
    versions = [STORY[n:] + [words(24, seed) for seed in range(n)] for n in range(3)]
    texts = {n: text(version) for n, version in enumerate(versions)}
    others = {n + 10: words(90, n) for n in range(4)}
    wanted = {frozenset([0, 1, 2]), *(frozenset([n]) for n in others)}
    for seed in range(6):
        mixed = list({**texts, **others}.items())
        random.Random(seed).shuffle(mixed)
        assert {frozenset(several) for several in group(dict(mixed))} == wanted


def test_keys_are_the_same_in_every_process():
    code = "import sys; from onrecord.copies import sketch; print(sketch(sys.argv[1]))"
    ran = subprocess.run(
        [sys.executable, "-c", code, text(STORY)], capture_output=True, text=True, check=True
    )
    assert ran.stdout.strip() == str(sketch(text(STORY)))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400), st.text(max_size=400))
def test_any_two_texts_can_be_compared_and_it_is_the_same_both_ways(one, other):
    assert likeness(one, other) == likeness(other, one)
    keys = sketch(one)
    assert len(keys) <= KEYS
    assert all(0 <= key < 1 << 63 for key in keys)
    assert likeness(one, one).copies == bool(keys)
