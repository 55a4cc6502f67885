"""Where a changed quotation ends and another translation begins.

`python -m benchmarks translations` prints how many fall below both bounds of
checking/translation.py, so that they count as another translation where the speaker may have been
translated: of pairs of translations made by hand for this project, both ways round, and of
sentences of real turns in which one to five words were changed, dropped or put in. The turns are
those of `findings`, a few pages of them; without the folder `shared` the pairs alone are measured.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import findings
from benchmarks._sentences import OTHER_WORDS, Said, one_of, turns_of
from onrecord.checking.translation import IN_ROWS, THROUGHOUT
from onrecord.matching import bare, in_rows, match, weight
from onrecord.model import Against, Passage, PassageKind, Span
from onrecord.stores import open_store

EACH = 250
PAIRS = (
    ("The fishermen will not live on paper; what matters to them is that the sea came back.",
     "A fisherman cannot eat paper, what counts for them is that the sea has come back."),
    ("We are convinced that this conflict can have no military solution and that only talks will "
     "bring peace.",
     "We firmly believe there is no military solution to this conflict and that peace can be "
     "achieved only through negotiations."),
    ("I would like to thank my colleague for the warm welcome that he gave our delegation today in "
     "this beautiful city.",
     "Let me express gratitude to my counterpart for the hospitality extended to our delegation in "
     "this wonderful city today."),
    ("Trade between our two countries grew by a third last year, and this is far from the limit.",
     "Last year our bilateral trade increased by one third, and that is not the limit by any "
     "means."),
    ("We shall go on hunting wolves until the last of them has left the valley of our neighbour.",
     "We will continue to hunt the wolves until every one of them has quit our neighbour's "
     "valley."),
    ("The refugees must have the right to return to their homes of their own free will and in "
     "safety.",
     "Refugees should be able to go back home voluntarily and safely."),
    ("Nobody will be able to drive a wedge between our peoples, whatever they may invent.",
     "No one will succeed in sowing discord between our nations, no matter what they come up "
     "with."),
    ("Our experts worked through the night and prepared a document which the ministers will sign "
     "tomorrow.",
     "Our specialists have been working all night and have drafted a paper that the ministers are "
     "to sign tomorrow."),
    ("I am sure that the pipeline will be finished on time in spite of all the obstacles that are "
     "put in its way.",
     "I have no doubt the pipeline will be completed on schedule despite every obstacle placed in "
     "its path."),
    ("The ceasefire is holding on the whole, although there are violations every day.",
     "In general the ceasefire is being observed, though it is violated daily."),
    ("First of all we discussed how to deliver humanitarian aid to the people of the city.",
     "Above all, we talked about humanitarian aid deliveries to the city's residents."),
    ("It is necessary to respect the sovereignty and territorial integrity of the country.",
     "One must respect the country's sovereignty and territorial integrity."),
)  # fmt: skip
"""Two translations of one sentence each, by hand, of no document."""


def measured(quote: str, passage: Passage) -> tuple[float, float]:
    """The share of a quotation's words that a passage has by weight, and in rows."""
    found = match(bare(quote), passage)
    return weight(bare(quote), found), in_rows(bare(quote), found)


def changed(turn: Said, count: int, rng: random.Random) -> str | None:
    """A sentence in which so many words were changed, dropped or put in."""
    words = (one_of(turn, rng, 10) or "").split()
    for _ in range(count):
        if len(words) < 7:
            return None
        place = rng.randrange(len(words))
        do = rng.choice(["change", "change", "drop", "put in"])
        if do == "drop":
            del words[place]
        else:
            words[place : place + (do == "change")] = [rng.choice([*OTHER_WORDS, "with", "his"])]
    return " ".join(words) or None


def pairs() -> Iterator[tuple[float, float]]:
    """What each translation has of the other."""
    for one, other in (both for pair in PAIRS for both in (pair, pair[::-1])):
        span = Span(0, len(one))
        yield measured(other, Passage("", span, one, PassageKind.TURN, Against.RECORD))


def _tell(name: str, found: list[tuple[float, float]]) -> None:
    below = sum(heavy < THROUGHOUT and rows < IN_ROWS for heavy, rows in found)
    heavies, rows = zip(*found, strict=True)
    print(
        f"{name:24}{below:4} of {len(found):4} below both; by weight {min(heavies):.2f} to "
        f"{max(heavies):.2f}, in rows {min(rows):.2f} to {max(rows):.2f}"
    )


def main() -> int:
    """Print how many of each fall below both bounds."""
    print(f"bounds: {THROUGHOUT} by weight, {IN_ROWS} in rows of five words")
    _tell("translations", list(pairs()))
    if not (findings.SHARED / "data" / "kremlin_astana").is_dir():
        print("the shared data is not there: real turns are not measured")
        return 0
    rng = random.Random(3)
    with TemporaryDirectory() as folder, open_store(Path(folder) / "pages.db") as store:
        findings.fill(store, every=8)
        held = turns_of(store)
    for count in range(1, 6):
        made: list[tuple[float, float]] = []
        while len(made) < EACH:
            turn = rng.choice(held)
            quote = changed(turn, count, rng)
            made += [measured(quote, turn.hit.passage)] if quote else []
        _tell(f"{count} words changed", made)
    return 0


if __name__ == "__main__":
    sys.exit(main())
