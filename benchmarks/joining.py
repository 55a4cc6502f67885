"""How fast and how well quotations in stories find their transcripts, all pairs at once.

Stories and transcripts are real ones, cut to like lengths; where there are too few, further ones
are the same with every word that has content changed for another of like frequency, which leaves
the language's own phrases as they are and makes all else new. In each story one quotation of a
transcript is planted, 8 to 40 words, edited in one of eight ways. It is found where a stretch lies
on the planted words and leads to its transcript.

    python -m benchmarks joining [TRANSCRIPTS] [STORIES]

985 transcripts and 992 stories unless told, of the pages in the folder `shared` beside the
repository (ONRECORD_SHARED names another): transcripts and speeches of three publishers, none of
which the stories quote.
"""

from __future__ import annotations

import json
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from benchmarks._shared import SHARED
from onrecord.index import tokens
from onrecord.languages import language
from onrecord.model import Document
from onrecord.readers import read
from onrecord.text import sentences
from onrecord.tracing import Stretch, join, read_words

TRANSCRIPTS, STORIES = 985, 992
TRANSCRIPT_WORDS, STORY_WORDS = 3_600, 850
FOLDERS = ("kremlin_astana/html", "whitehouse", "ungdc_astana")
_WORD = re.compile(r"[A-Za-z]+")


@dataclass(frozen=True, slots=True)
class Planted:
    """A quotation planted in a story: which transcript's, how it was edited, where it stands."""

    story: int
    transcript: int
    kind: str
    words: int
    first: int
    last: int


def pages() -> Iterator[str]:
    """The texts of the shared transcripts and speeches, by folder and name."""
    for folder in FOLDERS:
        for path in sorted((SHARED / "data" / folder).iterdir()):
            for found in read(path.read_bytes(), path=path.name):
                if isinstance(found, Document):
                    yield found.text


def articles() -> Iterator[str]:
    """The texts of the shared stories."""
    for name in ("train", "dev"):
        path = SHARED / "data" / "polnear" / f"polnear_{name}.jsonl"
        for line in path.read_text("utf-8").splitlines():
            yield json.loads(line)["text"]


def cut(text: str, size: int) -> Iterator[list[str]]:
    """The sentences of a text in pieces of about `size` words; half of one is a piece too."""
    piece: list[str] = []
    held = 0
    for span in sentences(text):
        sentence = " ".join(span.of(text).split())
        piece.append(sentence)
        held += len(sentence.split())
        if held >= size:
            yield piece
            piece, held = [], 0
    if held >= size // 2:
        yield piece


def enough(pieces: Sequence[list[str]], many: int, rng: random.Random) -> list[list[str]]:
    """`many` pieces: the real ones, then rounds of the same in other words."""
    made = list(pieces[:many])
    counts = Counter(w for piece in pieces for s in piece for w in _WORD.findall(s))
    common = language("en").wording.common
    free = [word for word, _ in counts.most_common() if word.lower() not in common]
    while len(made) < many:
        other = dict(zip(free, _shuffled_near(free, rng), strict=True))
        made += [_in_other_words(piece, other) for piece in pieces[: many - len(made)]]
    return made


def _in_other_words(piece: list[str], other: dict[str, str]) -> list[str]:
    return [_WORD.sub(lambda found: other.get(found[0], found[0]), s) for s in piece]


def _shuffled_near(items: Sequence[str], rng: random.Random) -> list[str]:
    """Each item changed for another from its neighbourhood in the list."""
    blocks = (list(items[at : at + 400]) for at in range(0, len(items), 400))
    return [item for block in blocks for item in rng.sample(block, len(block))]


Editor = Callable[[list[str], random.Random], list[str]]
OTHERS = ("umbrella", "velvet", "orchard", "lantern", "marble", "saddle", "violin", "anchor")


def _changed(words: list[str], rng: random.Random, many: int = 1) -> list[str]:
    made = list(words)
    for at in rng.sample(range(len(words)), min(many, len(words))):
        made[at] = rng.choice(OTHERS)
    return made


def _dropped(words: list[str], rng: random.Random) -> list[str]:
    size = rng.randrange(1, 4)
    at = rng.randrange(1, len(words) - size)
    return words[:at] + words[at + size :]


def _marked(words: list[str], rng: random.Random) -> list[str]:
    size = rng.randrange(2, max(3, len(words) // 3))
    at = rng.randrange(2, len(words) - size)
    return [*words[:at], "...", *words[at + size :]]


def _bracketed(words: list[str], rng: random.Random) -> list[str]:
    at = rng.randrange(2, len(words) - 1)
    return [*words[:at], f"[the {rng.choice(OTHERS)}", f"{rng.choice(OTHERS)}]", *words[at:]]


def _turned(words: list[str], rng: random.Random) -> list[str]:
    at = rng.randrange(len(words) // 3, 2 * len(words) // 3)
    return words[at:] + words[:at]


EDITORS: dict[str, Editor] = {
    "none": lambda words, rng: words,
    "one word": _changed,
    "two words": lambda words, rng: _changed(words, rng, 2),
    "one word in six": lambda words, rng: _changed(words, rng, max(1, len(words) // 6)),
    "left out": _dropped,
    "ellipsis": _marked,
    "brackets": _bracketed,
    "turned round": _turned,
}


def plant(
    transcripts: Sequence[list[str]], stories: list[list[str]], rng: random.Random
) -> tuple[list[str], list[Planted]]:
    """The texts of the stories, each with one quotation in it, and what was planted."""
    texts, planted = [], []
    kinds = list(EDITORS)
    for number, story in enumerate(stories):
        transcript, sentence = _quotable(transcripts, rng)
        kind = kinds[number % len(kinds)]
        quote = " ".join(EDITORS[kind](sentence, rng))
        at = rng.randrange(len(story) + 1)
        before = " ".join(story[:at])
        first = len(tokens.words(before))
        size = len(tokens.words(quote))
        texts.append(f'{before} "{quote}," he said. {" ".join(story[at:])}')
        planted.append(Planted(number, transcript, kind, len(sentence), first, first + size))
    return texts, planted


def _quotable(transcripts: Sequence[list[str]], rng: random.Random) -> tuple[int, list[str]]:
    """A sentence of 8 to 40 words with something to say, or that much of one."""
    common = language("en").wording.common
    while True:
        transcript = rng.randrange(len(transcripts))
        words = rng.choice(transcripts[transcript]).split()[: rng.randrange(8, 41)]
        if len(words) >= 8 and sum(w.strip(".,").lower() not in common for w in words) >= 4:
            return transcript, words


def joined(transcripts: Sequence[str], texts: Sequence[str]) -> tuple[list[Stretch], float, float]:
    """The stretches, and the seconds of CPU for reading the words and for joining them."""
    start = time.process_time()
    theirs = read_words((n, n, text) for n, text in enumerate(transcripts))
    mine = read_words((n, len(transcripts) + n, text) for n, text in enumerate(texts))
    middle = time.process_time()
    found = list(join(mine, theirs, common=language("en").wording.common))
    return found, middle - start, time.process_time() - middle


def right(found: Stretch, planted: Planted) -> bool:
    """Whether a stretch lies on the planted words and leads to their transcript."""
    return (
        found.other == planted.transcript
        and found.first < planted.last
        and planted.first < found.last
    )


def main() -> int:
    """Print sizes, seconds, recall by kind of edit, and what each threshold lets through."""
    if not (SHARED / "data" / "polnear").is_dir():
        print("the shared data is not there: nothing measured")
        return 2
    given = [int(argument) for argument in sys.argv[1:3]]
    many, of_stories = given if len(given) == 2 else (TRANSCRIPTS, STORIES)
    rng = random.Random(1)
    stories = (next(cut(text, STORY_WORDS), None) for text in articles())
    record = enough([p for t in pages() for p in cut(t, TRANSCRIPT_WORDS)], many, rng)
    reports = enough([story for story in stories if story], of_stories, rng)
    texts, planted = plant(record, reports, rng)
    transcripts = [" ".join(piece) for piece in record]
    runs = [joined(transcripts, texts) for _ in range(3)]
    found, reading, joining = min(runs, key=lambda run: run[1] + run[2])
    sizes = [sum(len(text.split()) for text in side) for side in (transcripts, texts)]
    print(f"{len(transcripts)} transcripts of {sizes[0]:,} words")
    print(f"{len(texts)} stories of {sizes[1]:,} words, one quotation planted in each")
    print(f"{reading + joining:.2f} s of CPU: {reading:.2f} for the words, {joining:.2f} to join\n")
    _tell_kinds(found, planted)
    _tell_thresholds(found, planted)
    return 0


def _hits(found: Sequence[Stretch], planted: Sequence[Planted]) -> set[int]:
    """The stories whose planted quotation was found."""
    quotations = {one.story: one for one in planted}
    return {s.one for s in found if right(s, quotations[s.one])}


def _tell_kinds(found: Sequence[Stretch], planted: Sequence[Planted]) -> None:
    hits = _hits(found, planted)
    for kind in EDITORS:
        of_kind = [one for one in planted if one.kind == kind]
        got = sum(one.story in hits for one in of_kind)
        print(f"{kind:18}{got:5} of {len(of_kind):5}   {got / max(1, len(of_kind)):.3f}")


def _tell_thresholds(found: Sequence[Stretch], planted: Sequence[Planted]) -> None:
    """Recall, and the pairs besides: words that two texts share though nobody planted them."""
    true = {(one.story, one.transcript) for one in planted}
    print("\nbits at least   recall   pairs   planted")
    for least in (45, 50, 55, 60, 70, 80):
        kept = [stretch for stretch in found if stretch.bits >= least]
        pairs = {(s.one, s.other) for s in kept}
        recall = len(_hits(kept, planted)) / max(1, len(planted))
        print(
            f"{least:13}{recall:9.3f}{len(pairs):8}{len(pairs & true) / max(1, len(pairs)):10.3f}"
        )


if __name__ == "__main__":
    sys.exit(main())
