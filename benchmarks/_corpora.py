"""Corpora of any size, made of real sentences, and edited quotations from them.

The shared data has some hundred thousand sentences (1.9 million words); larger corpora are made by
seeded recombination, and figures measured on them say so. Sentences are drawn in a random order and
put together to passages of 64 words on the mean, one in twenty of about 150. The first time each
sentence stands as it is. Each further time one word in three is replaced, at random, by a word of
like frequency and the same capitalisation, so that passages differ while most of their words keep
the neighbours that they have in real text. What such a corpus has more of than a real one are
near-copies of each sentence; what it lacks is that neighbouring sentences belong together.

    sentences = read_sentences(shared)
    for text in passages(1_000_000, seed=1, sentences=sentences): ...
    for quotation in quotations({number: text, ...}, seed=2): ...
"""

from __future__ import annotations

import hashlib
import json
import re
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from random import Random

import numpy as np
from numpy.typing import NDArray

FOLDERS = ("kremlin_astana", "ungdc_astana", "whitehouse", "debates2016", "../seeds")
ARTICLES = ("polnear/polnear_train.jsonl", "polnear/polnear_dev.jsonl")
KINDS = (
    "verbatim",
    "case, punctuation",
    "one word changed",
    "several changed",
    "omission",
    "ellipsis",
    "words inserted",
    "number changed",
    "heavily edited",
)
_MEAN, _LONG = 48, 140  # a passage is closed when it has as many words
_BLOCK = 1 << 16  # words of a draw of sentences
_REPLACED = 1 / 3


@dataclass(frozen=True, slots=True)
class Quotation:
    """An edited quotation, its kind, and the number of the passage that it was taken from."""

    number: int
    kind: str
    text: str


def read_sentences(shared: Path, *, cache: Path | None = None) -> list[str]:
    """The sentences of the shared transcripts and articles, of two words or more, in order.

    Kept in a file of the cache folder (a temporary one) named by what they were read from.
    """
    files = _files(shared)
    digest = hashlib.sha256(Path(__file__).read_bytes())
    for path in files:
        digest.update(path.read_bytes())
    folder = cache or Path(tempfile.gettempdir()) / "onrecord-benchmarks"
    kept = folder / f"sentences-{digest.hexdigest()[:16]}.json"
    if not kept.exists():
        folder.mkdir(parents=True, exist_ok=True)
        found = [sentence for path in files for text in _texts(path) for sentence in _split(text)]
        new = kept.with_suffix(".new")
        new.write_text(json.dumps(found), "utf-8")
        new.replace(kept)
    held: list[str] = json.loads(kept.read_text("utf-8"))
    return held


def _files(shared: Path) -> list[Path]:
    from onrecord.unpacking import walk

    folders = [shared / "data" / name for name in FOLDERS]
    found = walk(str(path.resolve()) for path in folders if path.is_dir())
    articles = [shared / "data" / name for name in ARTICLES]
    return [*found, *(path for path in articles if path.exists())]


def _texts(path: Path) -> Iterator[str]:
    """What is said in a file: the turns of a transcript, else all of its prose."""
    from onrecord.model import Document
    from onrecord.readers import read
    from onrecord.structure import dissect

    if path.suffix == ".jsonl":
        yield from (json.loads(line)["text"] for line in path.read_text("utf-8").splitlines())
        return
    for document in read(path.read_bytes(), path=path.name):
        if not isinstance(document, Document):
            continue
        turns = dissect(document).turns
        if turns:
            yield from (span.of(document.text) for turn in turns for span in turn.spans)
        else:
            yield document.text


def _split(text: str) -> Iterator[str]:
    from onrecord.text import sentences

    for span in sentences(text):
        words = span.of(text).split()
        if 2 <= len(words) <= 100:
            yield " ".join(words)


def passages(count: int, seed: int, *, sentences: list[str]) -> Iterator[str]:
    """`count` passages, always the same for a seed; the first ones are the same for every count."""
    return islice(_passages(seed, sentences), count)


def _passages(seed: int, sentences: list[str]) -> Iterator[str]:
    vocabulary = _Vocabulary(sentences)
    lengths = np.random.default_rng([seed, 0])
    goal = _MEAN
    words: list[str] = []
    for drawn, ends in vocabulary.draws(seed):
        start = 0
        for end in ends:
            words += drawn[start:end]
            start = end
            if len(words) >= goal:
                yield " ".join(words)
                words = []
                goal = _LONG if lengths.random() < 0.05 else _MEAN


class _Vocabulary:
    """The words of the sentences by capitalisation and frequency, so that like replaces like."""

    def __init__(self, sentences: list[str]) -> None:
        split = [sentence.split() for sentence in sentences]
        counts = Counter(word for words in split for word in words)
        self.words = sorted(counts, key=lambda word: (_shape(word), -counts[word], word))
        number = {word: at for at, word in enumerate(self.words)}
        flat = [number[word] for words in split for word in words]
        self._flat = np.array(flat, np.int64)
        self._lengths = np.array([len(words) for words in split])
        self._starts = np.cumsum(self._lengths) - self._lengths
        shapes = np.array([_shape(word) for word in self.words])
        self._first = np.searchsorted(shapes, shapes, side="left")
        self._last = np.searchsorted(shapes, shapes, side="right")

    def draws(self, seed: int) -> Iterator[tuple[list[str], list[int]]]:
        """Words of some thousand sentences, and where each sentence ends, for ever."""
        rng = np.random.default_rng([seed, 1])
        again = False
        while True:
            order = rng.permutation(len(self._lengths))
            for part in np.array_split(order, max(len(self._flat) // _BLOCK, 1)):
                lengths = self._lengths[part]
                ends = np.cumsum(lengths)
                at = np.repeat(self._starts[part] - (ends - lengths), lengths) + np.arange(ends[-1])
                drawn = self._flat[at]
                if again:
                    drawn = self.replaced(drawn, rng, share=_REPLACED)
                yield [self.words[one] for one in drawn.tolist()], ends.tolist()
            again = True

    def replaced(
        self, drawn: NDArray[np.int64], rng: np.random.Generator, *, share: float
    ) -> NDArray[np.int64]:
        """Some words replaced: by one whose rank in its class is half to twice as high."""
        which = np.flatnonzero(rng.random(len(drawn)) < share)
        old = drawn[which]
        first, last = self._first[old], self._last[old]
        rank = old - first + 1
        new = first - 1 + np.rint(rank * 2 ** rng.uniform(-1.5, 1.5, len(rank))).astype(np.int64)
        new = np.where(new == old, new + 1, new)
        result = drawn.copy()
        result[which] = np.clip(new, first, last - 1)
        return result


def _shape(word: str) -> int:
    """A class of words by their letters: lower case, capital, digits, others."""
    letters = word.strip(".,;:!?\"'“”‘’()[]…-–—")
    ending = 4 if word[-1:] in ".!?" else 0
    if letters.isdigit():
        return ending
    if letters.islower():
        return ending + 1
    return ending + (2 if letters[:1].isupper() else 3)


def quotations(held: Mapping[int, str], *, seed: int, longest: int = 40) -> Iterator[Quotation]:
    """One edited quotation from each passage, 8 to `longest` words, its kind at random.

    Of a passage of over a hundred words, every second quotation has up to 120. Where a number is to
    be changed and the words have none, one of them becomes a number.
    """
    rng = Random(seed)
    common = [word for text in islice(held.values(), 2000) for word in text.split()]
    for number, text in held.items():
        words = text.split()
        most = 120 if len(words) > 100 and rng.random() < 0.5 else longest
        length = min(rng.randint(8 if most == longest else 60, most), len(words))
        start = rng.randint(0, len(words) - length)
        kind = KINDS[rng.randrange(len(KINDS))]
        edit = _EDITS[kind]
        yield Quotation(number, kind, " ".join(edit(words[start : start + length], rng, common)))


Words = list[str]


def _plain(words: Words, rng: Random, common: Words) -> Words:
    return words


def _restyled(words: Words, rng: Random, common: Words) -> Words:
    bare = [re.sub(r"[.,;:!?\"“”]", "", word) for word in words]
    bare = [word.upper() if rng.random() < 0.1 else word for word in bare if word]
    return ["“" + bare[0].capitalize(), *bare[1:-1], bare[-1] + ",”"] if bare else words


def _changed(words: Words, rng: Random, common: Words, *, share: float = 0.0) -> Words:
    result = list(words)
    for at in rng.sample(range(len(words)), max(1, round(share * len(words)))):
        result[at] = rng.choice(common)
    return result


def _several(words: Words, rng: Random, common: Words) -> Words:
    return _changed(words, rng, common, share=rng.uniform(0.1, 0.2))


def _omitting(words: Words, rng: Random, common: Words, *, mark: Words | None = None) -> Words:
    most = max(1, len(words) // 3)
    left_out = rng.randint(min(3, most) if mark else 1, most if mark else min(5, most))
    at = rng.randint(2, max(2, len(words) - left_out - 2))
    return [*words[:at], *(mark or []), *words[at + left_out :]]


def _eliding(words: Words, rng: Random, common: Words) -> Words:
    return _omitting(words, rng, common, mark=[rng.choice(["...", "…", "[...]", ". . ."])])


def _inserting(words: Words, rng: Random, common: Words) -> Words:
    at = rng.randint(1, len(words) - 1)
    return [*words[:at], *rng.choices(common, k=rng.randint(1, 4)), *words[at:]]


def _renumbered(words: Words, rng: Random, common: Words) -> Words:
    numbers = [at for at, word in enumerate(words) if any(c.isdigit() for c in word)]
    at = rng.choice(numbers or range(len(words)))
    result = list(words)
    result[at] = str(rng.randint(2, 2030))
    return result


def _heavily(words: Words, rng: Random, common: Words) -> Words:
    """30 to 40 per cent of the words changed, left out or followed by another, a third each."""
    chosen = rng.sample(range(len(words)), round(rng.uniform(0.3, 0.4) * len(words)))
    result: list[Words] = [[word] for word in words]
    for at in chosen:
        what = rng.randrange(3)
        result[at] = [[rng.choice(common)], [], [words[at], rng.choice(common)]][what]
    return [word for piece in result for word in piece]


_EDITS: dict[str, Callable[[Words, Random, Words], Words]] = {
    "verbatim": _plain,
    "case, punctuation": _restyled,
    "one word changed": _changed,
    "several changed": _several,
    "omission": _omitting,
    "ellipsis": _eliding,
    "words inserted": _inserting,
    "number changed": _renumbered,
    "heavily edited": _heavily,
}
