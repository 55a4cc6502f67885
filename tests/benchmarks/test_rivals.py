import sys

import pytest

from benchmarks import rivals


class Token(str):
    """A word as spaCy gives it: its number and where it begins."""

    def __new__(cls, word, number, start):
        made = super().__new__(cls, word)
        made.i, made.idx = number, start
        return made


def test_tokens_that_follow_on_each_other_are_one_span():
    tokens = [Token("Orla", 0, 0), Token("Venn", 1, 5), Token("mayor", 4, 15)]
    assert rivals._spans(tokens, 100) == [[100, 109], [115, 120]]


def test_what_is_missing_is_said_in_one_line(monkeypatch, capsys):
    def nothing():
        raise LookupError("textacy is not installed")

    monkeypatch.setattr(rivals, "pipeline", nothing)
    assert rivals.main() == 2
    assert len(capsys.readouterr().out.splitlines()) == 1


def test_without_spacy_the_extra_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(
        LookupError, match=r"^spacy is not installed: pip install onrecord\[rivals\]$"
    ):
        rivals.pipeline()
