"""What a text is about: its content words, by lemma, for meanings said in other words."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache

from onrecord.languages import language
from onrecord.matching.likeness import lemma
from onrecord.matching.view import view


def content(text: str, code: str = "en") -> frozenset[str]:
    """The lemmas of the words of `text` that say what it is about; numbers count by value."""
    return frozenset().union(*by_sentence(text, code))


def shared(quote: str, text: str, code: str = "en") -> tuple[float, int]:
    """How much of a quotation's content two neighbouring sentences of `text` have, at best.

    The share of its content words, 0 to 1, and how many they are. Order, negation and who does
    what are not looked at: it leads to a passage, it proves nothing.
    """
    sought = content(quote, code)
    sentences = by_sentence(text, code)
    best = 0
    for at, one in enumerate(sentences):
        window = one | sentences[at + 1] if at + 1 < len(sentences) else one
        best = max(best, len(sought & window))
    return (best / len(sought) if sought else 0.0), best


@lru_cache(maxsize=512)
def by_sentence(text: str, code: str) -> tuple[frozenset[str], ...]:
    """The content lemmas of each sentence in turn."""
    wording = language(code).wording
    held: dict[int, set[str]] = defaultdict(set)
    for token in view(text, code).tokens:
        if token.number or not (token.form in wording.common or token.contracted):
            held[token.sentence].add(_root(lemma(token.form, code)))
    return tuple(frozenset(held[number]) for number in sorted(held))


def _root(form: str) -> str:
    """A lemma without the endings by which nouns and adverbs are made of it."""
    for ending in ("ation", "ment", "ness", "ity", "ly", "al", "or", "er"):
        if form.endswith(ending) and len(form) - len(ending) >= 4:
            return form[: -len(ending)]
    return form
