from hypothesis import given
from hypothesis import strategies as st

from onrecord.matching import fingerprints
from onrecord.text import words


def test_fingerprints_are_the_same_in_every_process():
    assert fingerprints(["the", "river", "rose"]) == (6213155010540515310,)


def test_texts_that_share_three_words_in_a_row_share_a_fingerprint():
    one = set(fingerprints("we shall mend the old bridge".split()))
    other = set(fingerprints("they will mend the old wall".split()))
    assert len(one & other) == 1


def test_two_words_and_one_word_have_fingerprints_of_their_own():
    trigram = set(fingerprints(["a", "b", "c"]))
    assert len(fingerprints(["a", "b"])) == len(fingerprints(["a"])) == 1
    assert not trigram & set(fingerprints(["a", "b"])) & set(fingerprints(["a"]))


def test_a_hyphen_does_not_part_what_belongs_together():
    assert fingerprints(["well-known", "man"]) == fingerprints(["well", "known", "man"])


@given(st.lists(st.text(min_size=1)))
def test_fingerprints_fit_a_signed_column_and_are_distinct(forms):
    found = fingerprints(forms)
    assert all(0 <= value < 2**63 for value in found)
    assert len(found) == len(set(found))


@given(st.text())
def test_any_words_have_fingerprints(text):
    forms = [w.form for w in words(text)]
    assert bool(fingerprints(forms)) == bool(forms)
