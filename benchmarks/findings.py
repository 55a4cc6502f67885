"""Quotations made from transcripts so that the finding is known by construction.

    python -m benchmarks findings [DATABASE] [CASES]

makes CASES quotations (10,000 unless told) of every finding from the transcripts of a database,
kind by kind in turn, checks each with the speaker and the day of its record, and prints how often
the finding is the one that it was made for: by kind, by finding, with a table of what was made
against what was found, and how many changed numbers, denials and names passed as unchanged. Without
a database one is made, for as long as it runs, of the pages in the folder `shared` beside the
repository (ONRECORD_SHARED names another). Fails with 1 where a finding is below its goal or
anything dangerous passed.

Words are kept in _kept.py, changed in _changed.py, and stand elsewhere than they should, or
nowhere, in _elsewhere.py. What a reporter said in other words is looked up in a database of made-up
wire stories, with no record beside it (_stories.py). A kind for which no turn that was tried has
what it needs is left out, and the table says so.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import _changed, _kept
from benchmarks._confusion import Result, dangerous, table
from benchmarks._elsewhere import FINDERS, Made
from benchmarks._sentences import Said, turns_of
from benchmarks._shared import SHARED
from benchmarks._stories import stories
from onrecord.checking import check
from onrecord.model import Document
from onrecord.pipeline import read_document
from onrecord.readers import read
from onrecord.stores import Store, open_store

PAGES = (("kremlin_astana/html", "*", 1), ("whitehouse", "*.md", 4))
"""Folders of the shared data, which files of them, and every how manieth is taken, by name."""
MAKERS = _kept.MAKERS | _changed.MAKERS
KINDS = (*MAKERS, *FINDERS)
_TRIES = 400
"""Turns that are tried for one quotation."""


def made(held: Sequence[Said], rng: random.Random, cases: int) -> Iterator[Made]:
    """`cases` quotations of all kinds in turn, from turns drawn at random.

    Fewer where no turn that was tried allows a kind, or none but quotations that were made already.
    No turn is reported in two stories.
    """
    told: set[int] = set()
    known: set[tuple[str, str]] = set()
    for number in range(cases):
        kind = KINDS[number % len(KINDS)]
        for _ in range(_TRIES):
            turn = rng.choice(held)
            one = _make(kind, turn, rng, held)
            if one is None or (kind, one.quote) in known:
                continue
            if one.story and turn.hit.number in told:
                continue
            known.add((kind, one.quote))
            if one.story:
                told.add(turn.hit.number)
            yield one
            break


def _make(kind: str, turn: Said, rng: random.Random, held: Sequence[Said]) -> Made | None:
    if kind in FINDERS:
        found = FINDERS[kind](turn, rng, held)
        return replace(found, kind=kind) if found else None
    expected, maker = MAKERS[kind]
    quote = maker(turn, rng)
    return Made(quote, turn.speaker, turn.date, expected, kind) if quote else None


def run(store: Store, cases: int, seed: int = 1) -> list[Result]:
    """Each made quotation with what was found of it."""
    asked = list(made(turns_of(store), random.Random(seed), cases))
    with TemporaryDirectory() as folder:
        path = Path(folder) / "stories.db"
        with stories((one.story for one in asked if one.story), path) as reports:
            return [_result(one, reports if one.story else store) for one in asked]


def _result(one: Made, store: Store) -> Result:
    start = time.process_time()
    finding = check(one.quote, store, speaker=one.speaker, date=one.date)
    return Result(one, finding, time.process_time() - start)


def fill(store: Store, *, every: int = 1) -> None:
    """Add pages of the shared data, by name; of those taken every so manieth."""
    for folder, which, step in PAGES:
        for path in sorted((SHARED / "data" / folder).glob(which))[:: step * every]:
            data = path.read_bytes()
            for document in read(data, path=path.name):
                if isinstance(document, Document):
                    store.add(read_document(document, engine="rules"), data)


def measured(path: str, cases: int) -> list[Result]:
    """The results over the database at `path`, or over one made of the shared data."""
    with ExitStack() as stack:
        folder = "" if path else stack.enter_context(TemporaryDirectory())
        place = path or Path(folder) / "pages.db"
        store = stack.enter_context(open_store(place, create=not path))
        if not path:
            fill(store)
        return run(store, cases)


def main() -> int:
    """Print the accuracy by kind and by finding, the confusions, and whether the goals are met."""
    cases = next((int(word) for word in sys.argv[1:] if word.isdecimal()), 10_000)
    path = next((word for word in sys.argv[1:] if not word.isdecimal()), "")
    if not path and not (SHARED / "data" / "kremlin_astana").is_dir():
        print("no database is named and the shared data is not there: nothing measured")
        return 2
    results = measured(path, cases)
    if not results:
        print("no transcript there has turns with named speakers and days: nothing measured")
        return 2
    missed = table(results, KINDS, print)
    return int(bool(missed or dangerous(results)))


if __name__ == "__main__":
    sys.exit(main())
