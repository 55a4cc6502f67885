"""The corpus on which the cost of Spark is measured."""

from random import Random

import pytest
from benchmarks.spark import QUOTED, stories

WORDS = (
    "river bridge harvest lantern council granary winter ferry stone upper valley letter".split()
)


@pytest.fixture
def sentences():
    rng = Random(3)
    return [" ".join(rng.choices(WORDS, k=12)).capitalize() + "." for _ in range(400)]


def quoted(story):
    return story["text"].split('"')[1].rstrip(",").split()


def test_a_larger_corpus_begins_with_the_smaller_one(sentences):
    assert list(stories(40, sentences))[:20] == list(stories(20, sentences))


def test_every_tenth_story_has_the_words_of_an_earlier_one_but_for_one(sentences):
    made = list(stories(40, sentences))
    for number in range(9, 40, 10):
        mine = quoted(made[number])
        assert len(mine) == QUOTED
        alike = (
            sum(a == b for a, b in zip(mine, quoted(one), strict=True)) for one in made[:number]
        )
        assert max(alike) >= QUOTED - 1


def test_every_fifth_story_has_the_phrase_that_many_have(sentences):
    stock = ["Ministry of Foreign Affairs" in one["text"] for one in stories(25, sentences)]
    assert stock == [number % 5 == 0 for number in range(25)]
