"""What it costs to lay a quotation on a passage, and whether its edits come out as they were made.

Quotations of 8 to 40 words are cut from passages of real transcripts and edited by a known script.
Each is laid on its passage with no view kept of either (what single words are is kept, as in a
batch), and the time of this thread on the processor is taken, for each the best of three. A script
is recovered where the words of the record are found from the first to the last, and every edit, and
no other, is given as what was taken out and what was put in. No edit is made inside a number of
several words or a phrase that is compared as one ("two million", "the United Nations").

    python -m benchmarks match [CASES]

takes 400 quotations a row unless told, from the folder `shared` beside the repository
(ONRECORD_SHARED names another).
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from benchmarks._shared import SHARED
from onrecord.matching import edges, match, said, weight
from onrecord.matching.view import forget, view
from onrecord.model import Against, Document, EditKind, Match, Passage, PassageKind, Span
from onrecord.pipeline import read_document
from onrecord.readers import read
from onrecord.text import words

PAGES = 12
LENGTHS = (20, 64, 300, 3000)
KINDS = {"none": "", "substituted": "s", "deleted": "d", "inserted": "i", "three": "sdi"}
SCRIPTS = ("s", "d", "i", "ss", "sd", "di", "is", "id", "dd", "sdi", "ids", "sis", "dids")
FOREIGN = ("umbrella", "velvet", "orchard", "lantern", "marble", "saddle", "violin", "anchor")
FREE = frozenset({EditKind.PUNCTUATION, EditKind.CASE})
Edited = list[tuple[tuple[str, ...], tuple[str, ...]]]
"""What was put in and what was taken out, in order."""


@dataclass(frozen=True, slots=True)
class Case:
    """A quotation, the passage it was cut from, where it stood there, and how it was edited."""

    quote: str
    passage: Passage
    stood: Span
    script: Edited


@dataclass(frozen=True, slots=True)
class Text:
    """A transcript's turns joined, and where its words stand."""

    text: str
    words: list[Span]


def texts() -> list[Text]:
    """The turns of the first of the shared transcripts."""
    found = []
    for path in sorted((SHARED / "data" / "whitehouse").glob("*.md"))[:PAGES]:
        for document in read(path.read_bytes(), path=path.name):
            if isinstance(document, Document):
                passages = read_document(document, engine="rules").passages
                turns = [p.text.strip() for p in passages if p.kind is PassageKind.TURN]
                text = "\n\n".join(turns)
                found.append(Text(text, [word.span for word in words(text)]))
    return found


def passages(found: list[Text], size: int, rng: random.Random) -> Iterator[Passage]:
    """Passages of `size` words from anywhere in the texts, without end."""
    long = [text for text in found if len(text.words) > size]
    while long:
        text = rng.choice(long)
        first = rng.randrange(len(text.words) - size)
        part = text.text[text.words[first].start : text.words[first + size - 1].end]
        yield Passage("d", Span(0, len(part)), part, PassageKind.TURN, Against.RECORD)


def case(passage: Passage, rng: random.Random, edits: str, longest: int) -> Case | None:
    """A quotation of a passage, edited once for each letter: s substitute, d delete, i insert.

    None where a word was drawn that stands twice in a row, since either can be the one that went,
    or one that is not compared by itself, or where the edits find no room.
    """
    held = words(passage.text)
    seen = view(passage.text)
    own = set(zip(seen.starts, seen.ends, strict=True))
    size = min(rng.randrange(8, longest + 1), len(held))
    first = rng.randrange(len(held) - size + 1)
    room = range(1, size // 2 - 1)
    if len(room) < len(edits):
        return None
    script: Edited = []
    out, at = "", held[first].span.start
    spots = [first + 2 * spot for spot in sorted(rng.sample(room, len(edits)))]
    drawn = {first, first + size - 1, *spots, *(spot - 1 for spot in spots)}
    if not all((held[n].span.start, held[n].span.end) in own for n in drawn):
        return None
    behind = seen.between(0, held[first + size - 1].span.end).stop
    if behind < len(seen.forms) and seen.number(behind):  # a unit that was cut off is an edit
        return None
    for spot, edit in zip(spots, edits, strict=True):
        here, form, new = held[spot].span, held[spot].form, rng.choice(FOREIGN)
        beside = (held[spot - 1].form, held[spot + 1].form.split("'")[0])
        if edit != "i" and form in beside:
            return None
        out += passage.text[at : here.start] + ("" if edit == "d" else new)
        out, at = (out + " ", here.start) if edit == "i" else (out, here.end)
        script.append((() if edit == "d" else (new,), () if edit == "i" else (form,)))
    stood = Span(held[first].span.start, held[first + size - 1].span.end)
    return Case(out + passage.text[at : stood.end], passage, stood, script)


def cases(found: list[Text], size: int, edits: str, longest: int = 40) -> Iterator[Case]:
    """Cases from passages of `size` words without end, the same at every run."""
    rng = random.Random(f"{size} {edits} {longest}")
    drawn = (case(p, rng, edits, longest) for p in passages(found, size, rng))
    return (one for one in drawn if one)


def recovered(one: Case, found: Match) -> bool:
    """Whether a match has the case's place and its script, equal words at an edit's ends aside."""
    kept = [
        pair
        for edit in found.edits
        if edit.kind not in FREE
        if any(pair := _bare(_forms(edit.quote), _forms(edit.record)))
    ]
    return kept == one.script and found.spans == (one.stood,)


def _forms(text: str) -> tuple[str, ...]:
    return tuple(word.form for word in words(text))


def _bare(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    while one and other and one[0] == other[0]:
        one, other = one[1:], other[1:]
    while one and other and one[-1] == other[-1]:
        one, other = one[:-1], other[:-1]
    return one, other


def timed(run: Callable[[Case], Callable[[], object]], given: list[Case]) -> str:
    """Milliseconds on the processor of which half of the cases need no more, and 99 in 100.

    `run` makes a case ready and gives what is timed.
    """
    spent = []
    for one in given:
        best = float("inf")
        for _ in range(3):
            forget()
            timed = run(one)
            start = time.thread_time_ns()
            timed()
            best = min(best, time.thread_time_ns() - start)
        spent.append(best / 1e6)
    spent.sort()
    return f"{spent[len(spent) // 2]:.3f} / {spent[int(len(spent) * 0.99)]:.3f}"


def matched(one: Case) -> Callable[[], object]:
    """A match on the whole passage."""
    return lambda: match(one.quote, one.passage)


def matched_around(one: Case) -> Callable[[], object]:
    """A match near where the quotation stands."""
    return lambda: match(one.quote, one.passage, around=one.stood)


def weighed(one: Case) -> Callable[[], object]:
    """What is asked of a match."""
    found = match(one.quote, one.passage)
    return lambda: (weight(one.quote, found), said(one.quote, found), edges(found))


def main() -> int:
    """Print the cost by length and by edit, of what follows a match, and what is recovered."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 400
    found = texts()
    if not found:
        print("the shared data is not there: nothing measured")
        return 2
    print("milliseconds to match, p50 / p99, by words of the passage")
    print(f"{'':14}" + "".join(f"{size:>18}" for size in LENGTHS))
    for name, edits in KINDS.items():
        given = [
            list(islice(cases(found, n, edits), max(count // (n // 60 + 1), 50))) for n in LENGTHS
        ]
        print(f"{name:14}" + "".join(f"{timed(matched, each):>18}" for each in given))
    print("weight, said, edges:", timed(weighed, list(islice(cases(found, 64, "sd"), count))))
    long = list(islice(cases(found, 5000, "sdi", 120), 100))
    print("up to 120 words on 5,000, near their place:", timed(matched_around, long))
    print("up to 120 words on 5,000, anywhere:", timed(matched, long))
    right = []
    for edits in SCRIPTS:
        right += [
            recovered(one, match(one.quote, one.passage))
            for one in islice(cases(found, 64, edits), count)
        ]
    print(f"edit scripts recovered: {sum(right)} of {len(right)}, {sum(right) / len(right):.4f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
