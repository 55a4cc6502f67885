"""Corpora made by recombination: always the same, of any size, from sentences of our own."""

from itertools import islice

from benchmarks import _corpora

SENTENCES = [
    f"The {kind} of harbour {n} said that {thing} would come before the {n}th of May."
    for n in range(1, 40)
    for kind in ("pilot", "mayor", "keeper")
    for thing in ("ice", "fog", "rain", "wind")
]


def test_the_same_seed_gives_the_same_passages_whatever_their_count():
    few = list(_corpora.passages(20, 7, sentences=SENTENCES))
    assert few == list(islice(_corpora.passages(400, 7, sentences=SENTENCES), 20))
    assert few != list(_corpora.passages(20, 8, sentences=SENTENCES))


def test_passages_have_about_64_words_and_no_two_are_the_same():
    made = list(_corpora.passages(2_000, 1, sentences=SENTENCES))
    assert 55 < sum(len(text.split()) for text in made) / len(made) < 75
    assert len(set(made)) == len(made)


def test_each_passage_gives_one_quotation_and_every_kind_occurs():
    made = _corpora.passages(300, 1, sentences=SENTENCES)
    held = dict(enumerate(made, start=1))
    quotations = list(_corpora.quotations(held, seed=3))
    assert [one.number for one in quotations] == list(held)
    assert {one.kind for one in quotations} == set(_corpora.KINDS)
    for one in quotations:
        if one.kind == "verbatim":
            assert one.text in held[one.number]
