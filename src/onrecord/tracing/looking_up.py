"""The utterances that have given words, from those passages alone that share words with them.

What `renderings` tells of a whole store is told here of one utterance by way of the passage index:
the words are looked up in overlapping windows, what is found is grouped, the words of whatever
joined the group are looked up in their turn, until nobody joins any more. Words are worth what they
are worth in the whole store.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np

from onrecord.index import tokens
from onrecord.languages import language
from onrecord.model import Passage, PassageKind, Span, Utterance
from onrecord.stores import Hit, Store
from onrecord.tracing.gathering import ASKED, asked, order, utterance
from onrecord.tracing.grouping import Group, Held, group
from onrecord.tracing.hashed import Corpus
from onrecord.tracing.hops import trace
from onrecord.tracing.parting import ruled_apart
from onrecord.tracing.rendered import Imprints

_WINDOW, _STEP = 12, 6
"""Words that are looked up at once, and from one window to the next: seven words in a row that
two renderings share stand together in one window at least."""
_LONGEST = 250
"""Words of one rendering that are looked up."""
_PLACES = 64
"""Places of each window that are looked at."""
_SHARED = 3
"""Pairs of words that a passage must have of a window."""
_PASSAGES = 500
"""Passages that are looked at, those that share most first."""
_TOLD_APART = 1 << 14
"""Words that the counts of a store tell apart: of the others each has its share in a count."""
_ROUNDS = 5
"""How often the words of those that joined are looked up."""


def renderings_of(
    store: Store, *, quote: str = "", document: str = "", span: Span | None = None
) -> list[Utterance]:
    """The utterances that have the words of `quote`, or of `span` in a held document; each traced.

    They are those that `renderings` finds, in the same order, as long as no more than some dozens
    of passages share any twelve of their words; where it hangs on what a word is worth, one more or
    less, since the index tells words apart by fewer bits. What one document only has is an
    utterance too, and of a place in a document there is always one. `InputError` where there is no
    word, `NotFoundError` where no held document answers, `ValueError` for a document without a
    span.
    """
    near = _Near(store)
    imprints = Imprints.of_store(store)
    if not document:
        near.ask(quote)
        return _utterances(near, _grown(near), imprints)
    if span is None:
        raise ValueError("a document is given with the span of the words")
    held = store.find(document)
    own = [hit for hit in store.passages_of(held) if hit.passage.span.meets(span)]
    words = span.of(store.load(held).document.text)
    if not own:  # no longer in use, or in no passage: the words may stand elsewhere
        near.ask(words)
        return _utterances(near, _grown(near), imprints)
    near.place(own, span, words)
    found = _utterances(near, _grown(near), imprints)
    return found or [_by_itself(own, span, imprints)]


def _utterances(near: _Near, groups: Iterable[Group], imprints: Imprints) -> list[Utterance]:
    found = (utterance(one, near.hits, imprints) for one in groups)
    return sorted((one for one in found if one.renderings), key=order)


def _by_itself(own: Iterable[Hit], span: Span, imprints: Imprints) -> Utterance:
    """The utterance of words that one place alone has: its shortest passage, the given words."""

    def looseness(passage: Passage) -> tuple[int, bool, int]:
        outside = len(span) - (
            min(span.end, passage.span.end) - max(span.start, passage.span.start)
        )
        return outside, passage.kind is not PassageKind.QUOTATION, len(passage.span)

    passage = min((hit.passage for hit in own), key=looseness)
    words = Span(max(span.start, passage.span.start), min(span.end, passage.span.end))
    return trace([imprints.rendering(passage, (words,))])


def _grown(near: _Near) -> list[Group]:
    """The groups wanted, once the words of all that joined them have been looked up."""
    groups: list[Group] = []
    for _ in range(_ROUNDS):
        groups = [one for one in near.grouped() if near.wanted(one)]
        texts = [near.words(one) for each in groups for one in (*each.members, *each.records)]
        if not near.look_up(texts):
            break
    return groups


class _Near:
    """The passages found so far, in the order in which a whole store gives them."""

    def __init__(self, store: Store) -> None:
        self.hits: list[Hit] = []
        self._store = store
        self._found: dict[int, Hit] = {}
        self._looked: set[str] = set()
        self._asked: Hit | None = None
        self._at: tuple[str, Span] | None = None
        self._common = language("en").wording.common
        self._documents = store.how_many()
        self._apart = ruled_apart(store)

    def ask(self, quote: str) -> None:
        """Begin with words that are asked for."""
        self._asked = asked(quote, -1)
        self._keep({})
        self.look_up([quote])

    def place(self, own: Iterable[Hit], span: Span, words: str) -> None:
        """Begin with a place in a document and the passages that have it."""
        hits = list(own)
        self._at = hits[0].passage.document, span
        self._keep({hit.number: hit for hit in hits})
        self.look_up([words])

    def wanted(self, one: Group) -> bool:
        """Whether a group is of the words that it began with."""
        held = [(self.hits[h.place].passage.document, h) for h in (*one.members, *one.records)]
        if not self._at:
            return any(document == ASKED for document, _ in held)
        here, span = self._at
        return any(document == here and any(map(span.meets, h.spans)) for document, h in held)

    def words(self, held: Held) -> str:
        """The words of a rendering."""
        passage = self.hits[held.place].passage
        by = passage.span.start
        return " ".join(passage.text[s.start - by : s.end - by] for s in held.spans)

    def grouped(self) -> list[Group]:
        """The utterances among the passages found."""
        alone = len(self.hits) - 1 if self._asked else -1
        return group(
            self.hits,
            common=self._common,
            alone=alone,
            corpus=self._corpus(),
            apart=self._apart,
        )

    def look_up(self, texts: Iterable[str]) -> bool:
        """Find what shares words with these texts; whether there was any that was not held yet."""
        shared: dict[int, float] = {}
        for text in dict.fromkeys(texts):
            for window in _windows(text):
                if window not in self._looked:
                    self._looked.add(window)
                    self._find(window, shared)
        new = sorted((n for n in shared if n not in self._found), key=lambda n: (-shared[n], n))
        room = max(0, _PASSAGES - len(self._found))
        hits = self._store.passages(new[:room])
        self._keep({hit.number: hit for hit in hits})
        return bool(hits)

    def _find(self, window: str, shared: dict[int, float]) -> None:
        pairs = len(tokens.words(window)) - 1
        for place in self._store.places(window, limit=_PLACES, at_first=True):
            held = place.coverage * pairs
            if held > min(_SHARED, pairs) - 0.5:
                shared[place.number] = max(held, shared.get(place.number, 0.0))

    def _keep(self, more: dict[int, Hit]) -> None:
        self._found |= more
        self.hits = sorted(self._found.values(), key=_in_order)
        self.hits += [self._asked] if self._asked else []

    def _corpus(self) -> Corpus:
        text = " ".join(hit.passage.text for hit in self.hits)
        found = tokens.many_word_hashes([text])[0]
        hashes, at, here = np.unique(found, return_index=True, return_counts=True)
        held = self._store.indexed()[1]
        counts = np.array(self._store.counts(text), np.int64)[at] - held // _TOLD_APART
        return Corpus(held, self._documents, hashes, np.maximum(counts, here))


def _windows(text: str) -> Iterator[str]:
    """Stretches of a text that are looked up each by itself."""
    words = tokens.words(text)[:_LONGEST]
    for start in range(0, max(1, len(words) - _WINDOW + _STEP), _STEP):
        yield " ".join(words[start : start + _WINDOW])


def _in_order(hit: Hit) -> tuple[bool, str, str, int]:
    return not hit.dated, hit.dated, hit.passage.document, hit.number
