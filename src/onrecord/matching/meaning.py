"""What a text is about: its content words, by lemma, for meanings said in other words."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from onrecord.languages import language
from onrecord.matching.kinds import negations
from onrecord.matching.likeness import lemma
from onrecord.matching.numbers import is_number
from onrecord.matching.view import Token, view
from onrecord.model import Span

_WORD = re.compile(r"[^\W\d_]+")
_LETTERS = 4
"""As far as the spellings of one word are mostly alike."""


@dataclass(frozen=True, slots=True)
class Shared:
    """The share of a quotation's content, 0 to 1, how many words that is, and where they stand."""

    share: float
    count: int
    span: Span


def content(text: str, code: str = "en") -> frozenset[str]:
    """The lemmas of the words of `text` that say what it is about; numbers count by value."""
    return frozenset().union(*(forms for forms, _ in by_sentence(text, code)))


def shared(quote: str, text: str, code: str = "en", *, least: float = 0.0) -> Shared:
    """How much of a quotation's content two neighbouring sentences of `text` have, at best.

    One sentence where it has as much alone; the span counts in `text`. Order, negation and who does
    what are not looked at: it leads to a passage, it proves nothing. A text that cannot have the
    share `least` is not read; it has nothing.
    """
    sought = content(quote, code)
    if least and _most(sought, text, code) < least * len(sought):
        return Shared(0.0, 0, Span(0, 0))
    sentences = by_sentence(text, code)
    pairs = [
        (one | other, Span(span.start, end.end))
        for (one, span), (other, end) in pairwise(sentences)
    ]
    best, found = 0, Span(0, 0)
    for forms, span in (*sentences, *pairs):
        if len(sought & forms) > best:
            best, found = len(sought & forms), span
    return Shared(best / len(sought) if sought else 0.0, best, found)


def differing(quote: str, text: str, code: str = "en") -> tuple[str, ...]:
    """What keeps a text from meaning the same as a quotation: numbers_differ, negation_differs.

    Numbers differ where the quotation has one that the text has not; negation, where one of the two
    negates and the other does not. It is not seen what is negated, nor what is counted.
    """
    asked, said = view(quote, code, quotation=True).tokens, view(text, code).tokens
    wording = language(code).wording
    flags = (
        ("numbers_differ", _numbers(asked) - _numbers(said)),
        ("negation_differs", bool(negations(asked, wording)) != bool(negations(said, wording))),
    )
    return tuple(flag for flag, applies in flags if applies)


def _numbers(tokens: Iterable[Token]) -> set[str]:
    """The values named, but for "one", which is a pronoun more often than a number."""
    return {token.form for token in tokens if token.number and token.raw.casefold() != "one"}


def _most(sought: frozenset[str], text: str, code: str) -> int:
    """How many of these lemmas the text can have: those that begin as one of its words does."""
    held = _beginnings(text, code)
    return sum(is_number(form) or form[:_LETTERS] in held for form in sought)


@lru_cache(maxsize=4096)
def _beginnings(text: str, code: str) -> frozenset[str]:
    return frozenset(_beginning(form, code) for form in set(_WORD.findall(text.casefold())))


@lru_cache(maxsize=65_536)
def _beginning(form: str, code: str) -> str:
    plain = unicodedata.normalize("NFKD", form)
    return _root(lemma(plain, code))[:_LETTERS]


@lru_cache(maxsize=512)
def by_sentence(text: str, code: str) -> tuple[tuple[frozenset[str], Span], ...]:
    """The content lemmas of each sentence in turn, and where it stands."""
    wording = language(code).wording
    held: dict[int, set[str]] = defaultdict(set)
    places: dict[int, Span] = {}
    for token in view(text, code).tokens:
        if token.number or not (token.form in wording.common or token.contracted):
            held[token.sentence].add(_root(lemma(token.form, code)))
            start = places.get(token.sentence, token.span).start
            places[token.sentence] = Span(start, token.span.end)
    return tuple((frozenset(held[number]), places[number]) for number in sorted(held))


def _root(form: str) -> str:
    """A lemma without the endings by which nouns and adverbs are made of it."""
    for ending in ("ation", "ment", "ness", "ity", "ly", "al", "or", "er"):
        if form.endswith(ending) and len(form) - len(ending) >= 4:
            return form[: -len(ending)]
    return form
