"""What Spark costs as a corpus grows: `python -m benchmarks spark [1k 10k 100k]`.

Documents are short stories, about 45 words, made of seeded recombinations of the sentences of the
shared data (`_corpora.py`): a quotation of 18 words, who said it, and 18 words more. Every tenth
quotes an earlier one again, with one word changed; every fifth says where it has the words from in
a phrase that is always the same, so that some keys are heavy. Statements are found by rules.

cpu       seconds of CPU of Spark and all its processes, which other work on the machine changes
          little
wall      seconds by the clock, which it changes much
shuffled  bytes that stages wrote for others, compressed, from Spark's own count
model     cpu and shuffled bytes a document, by the two largest sizes: what the next document costs

    python -m benchmarks spark --rows [1k 10k 100k]

counts, without Spark but by the functions that it ships, the rows that are shuffled most: keys,
pairs of places that have one (seeds), and pairs of passages to be looked at. It takes a minute.

Reads the folder `shared` beside the repository (ONRECORD_SHARED names another).
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from benchmarks import _corpora
from benchmarks._shared import SHARED
from benchmarks.index import size_of
from onrecord.errors import MissingLibraryError
from onrecord.languages import language
from onrecord.tracing import read_words
from onrecord.tracing.hashed import worth_within
from onrecord.tracing.seeding import fingerprints, neighbours, passage_at

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

SIZES = ("1k", "10k", "100k")
GOAL = 100_000_000
QUOTED, BESIDE = 18, 36
NAMES = "Orla Venn", "Tamsin Roe", "Ilvo Marsh", "Neda Quill", "Perrin Oake", "Jory Flint"
STOCK = "the Ministry of Foreign Affairs of Norvessia said in a statement on its website"
SETTINGS = {
    "spark.driver.memory": "3g",
    "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1",  # most of the work is Python's
    "spark.sql.shuffle.partitions": "16",
    "spark.ui.enabled": "true",
    "spark.ui.port": "0",
    "spark.ui.retainedStages": "100000",
}


class Cost(NamedTuple):
    """What a run took: seconds of CPU and of the clock, bytes shuffled; and what it gave."""

    cpu: float
    wall: float
    shuffled: int
    rows: int


def stories(many: int, sentences: list[str]) -> Iterator[dict[str, str]]:
    """Made stories; the first are the same for every number of them."""
    rng = Random(7)
    quotes: list[list[str]] = []
    for number, text in enumerate(_corpora.passages(many, 5, sentences=sentences)):
        words = text.replace('"', "").split()
        quote = words[:QUOTED]
        if number % 10 == 9:
            quote = list(rng.choice(quotes))
            quote[rng.randrange(len(quote))] = rng.choice(words)
        quotes.append(quote)
        name = NAMES[rng.randrange(len(NAMES))]
        where = f"{STOCK}. " if number % 5 == 0 else ""
        yield {
            "id": f"story-{number:09}",
            "publisher": f"Courier {number % 97}",
            "published": f"20{number % 20:02}-{1 + number % 12:02}-{1 + number % 28:02}",
            "text": f'"{" ".join(quote)}," {name} said. {where}{" ".join(words[QUOTED:BESIDE])}.\n',
        }


def cpu_below(root: int) -> float:
    """Seconds of CPU of a process and of all that it started, those that ended too."""
    children: dict[int, list[int]] = {}
    spent: dict[int, float] = {}
    for one in Path("/proc").iterdir():
        try:
            told = (one / "stat").read_text().rpartition(")")[2].split()
        except (OSError, ValueError):
            continue
        if one.name.isdigit():
            children.setdefault(int(told[1]), []).append(int(one.name))
            spent[int(one.name)] = sum(map(int, told[11:15])) / os.sysconf("SC_CLK_TCK")
    found, seen = 0.0, [root]
    while seen:
        number = seen.pop()
        found += spent.get(number, 0.0)
        seen += children.get(number, [])
    return found


def shuffled(session: SparkSession) -> int:
    """Bytes written for other stages, in all that the session has done."""
    context = session.sparkContext
    place = f"{context.uiWebUrl}/api/v1/applications/{context.applicationId}/stages"
    with urllib.request.urlopen(place) as answer:
        return sum(stage["shuffleWriteBytes"] for stage in json.load(answer))


def measured(session: SparkSession, work: Callable[[], int]) -> Cost:
    before = cpu_below(os.getpid()), time.monotonic(), shuffled(session)
    rows = work()
    after = cpu_below(os.getpid()), time.monotonic(), shuffled(session)
    session.catalog.clearCache()
    return Cost(*(b - a for a, b in zip(before, after, strict=True)), rows)  # type: ignore[arg-type]


def costs(session: SparkSession, many: int, sentences: list[str]) -> tuple[int, Cost, Cost]:
    """The words of a corpus, and what its statements and its utterances took."""
    from onrecord.spark import extract, match, read_input, write_statements, write_utterances

    with tempfile.TemporaryDirectory() as folder:
        given, words = Path(folder) / "in.jsonl", 0
        with given.open("w", encoding="utf-8") as file:
            for story in stories(many, sentences):
                words += len(story["text"].split())
                file.write(json.dumps(story) + "\n")
        held = read_input(session, str(given))
        extracted = measured(
            session,
            lambda: write_statements(extract(held, engine="rules"), f"{folder}/statements").rows,
        )
        matched = measured(
            session,
            lambda: write_utterances(match(held, engine="rules"), f"{folder}/utterances").rows,
        )
    return words, extracted, matched


def rows_of(many: int, sentences: list[str]) -> tuple[int, int, int]:
    """How many keys, seeds and pairs of passages the stories have; two passages a story."""
    texts = (story["text"] for story in stories(many, sentences))
    passages = (
        (2 * number + half, number, part)
        for number, text in enumerate(texts)
        for half, part in enumerate((text.split('"')[1], text.split('"')[2]))
    )
    words = read_words(passages)
    worth = worth_within(words, words, language("en").wording.common)
    keys, places = fingerprints(words, worth)
    order = np.argsort(keys, kind="stable")
    rows = passage_at(words, places[order])
    left, right = neighbours(keys[order], words.documents[rows])
    pairs = np.unique(rows[left] * len(words) + rows[right])
    return len(keys), len(left), len(pairs)


def _tell_rows(sizes: list[int], sentences: list[str]) -> None:
    for many in sizes:
        start = time.process_time()
        found = rows_of(many, sentences)
        spent = time.process_time() - start
        told = ", ".join(
            f"{count / many:.1f} {what}"
            for count, what in zip(found, ("keys", "seeds", "pairs"), strict=True)
        )
        print(f"{many:,} documents, each: {told}; {spent:.1f} s of cpu", flush=True)


def main() -> int:
    """Print a line a size and what they say of a hundred million documents."""
    from onrecord.spark import session_for

    if not (SHARED / "data").is_dir():
        print("the shared data is not there: nothing measured")
        return 2
    only_rows = sys.argv[1:2] == ["--rows"]
    sizes = [size_of(name) for name in sys.argv[1 + only_rows :] or SIZES]
    sentences = _corpora.read_sentences(SHARED)
    if only_rows:
        _tell_rows(sizes, sentences)
        return 0
    found: dict[int, tuple[Cost, Cost]] = {}
    try:
        with session_for("local[2]", SETTINGS) as session:
            costs(session, 30, sentences)  # what is begun with is not counted
            for many in sizes:
                words, *both = costs(session, many, sentences)
                found[many] = (both[0], both[1])
                print(f"{many:,} documents, {words:,} words", flush=True)
                for what, cost in zip(("extract", "match"), both, strict=True):
                    print(f"  {what:8}{_told(cost)}", flush=True)
    except MissingLibraryError as error:
        print(error)
        return 2
    if len(found) > 1:
        _tell_model(found)
    return 0


def _told(cost: Cost) -> str:
    return (
        f"{cost.cpu:9.1f} s cpu {cost.wall:9.1f} s wall {cost.shuffled / 1e6:10.2f} MB shuffled"
        f" {cost.rows:9,} rows"
    )


def _tell_model(found: dict[int, tuple[Cost, Cost]]) -> None:
    """What each further document costs, and so many of them."""
    (less, small), (more, large) = sorted(found.items())[-2:]
    for what, a, b in zip(("extract", "match"), small, large, strict=True):
        cpu = (b.cpu - a.cpu) / (more - less)
        moved = (b.shuffled - a.shuffled) / (more - less)
        print(
            f"{what}: {cpu * 1e3:.2f} ms of cpu and {moved:,.0f} bytes shuffled for each further"
            f" document; {GOAL:,}: {cpu * GOAL / 3600:,.0f} core hours,"
            f" {moved * GOAL / 1e12:.2f} TB"
        )


if __name__ == "__main__":
    sys.exit(main())
