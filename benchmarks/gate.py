"""The gate that every change passes: `python -m benchmarks.gate [ENGINE ...]`.

Every engine that works here is scored on two sets, and fails with 1 where a figure is below its
floor in floors.toml:

own     the stories of tests/data/attribution, written for this project with their attributions in
        them (see _annotated.py), and the stories of examples/; they need nothing else
slice   twenty articles of PolNeAR dev, by the ids in slice.txt, where the folder `shared` is beside
        the repository

The figures are those of `attribution`. For the own stories, whose annotations say it, also how
often manner (speech, writing, thought, intention), what is not asserted and what is hedged are
right of the attributions that were found.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import examples
from benchmarks._annotated import stories
from benchmarks._cue_types import cue_type
from benchmarks._engines import engines
from benchmarks.attribution import (
    SHARED,
    articles,
    figures,
    floors,
    found,
    is_speech,
    show,
    speech_words,
)
from onrecord.model import Attribution
from onrecord.training.scoring import Document, Given, Tally, pairs, score

HERE = Path(__file__).parent
OWN = HERE.parent / "tests" / "data" / "attribution"
PAPERS = ("qpa-ossimere.txt", "qpa-dunvarrel.txt", "qpa-fourth-round.txt", "courier.html",
          "ledger.html", "readout-march", "delta-radio")  # fmt: skip
_SAID = ("speech", "writing")


def own_stories() -> dict[str, Document]:
    """The project's own annotated stories, and those of the sample corpus."""
    texts = {examples.name(document): document.text for document, _ in examples.documents()}
    papers = {
        name: (texts[name], [line for line in examples.gold() if line["document"] == name])
        for name in PAPERS
    }
    return {**stories(OWN), **papers}


def a_slice() -> dict[str, Document]:
    """The twenty articles, in the order of slice.txt; empty where the data is not there."""
    if not (SHARED / "data/polnear").is_dir():
        return {}
    everything = articles()
    names = (HERE / "slice.txt").read_text(encoding="utf-8").split()
    return {name: everything[name] for name in names}


def measured(engine: str, which: str) -> dict[str, float]:
    """The figures of an engine on `own` or `slice`; empty where there is nothing to measure on."""
    gold = own_stories() if which == "own" else a_slice()
    if not gold:
        return {}
    got, _ = found(engine, gold)
    speech = _is_said if which == "own" else is_speech(speech_words())
    everything = score(gold, got)
    result = figures(everything, score(gold, got, counted=speech))
    return result | (_readings(gold, got) if which == "own" else {})


def _is_said(text: str, one: Given) -> bool:
    """Whether an annotation is of speech or writing: as it says, else by its cue."""
    cue = " ".join(text[start:end] for start, end in one["cue"])
    kind = one.get("manner") or cue_type(cue)
    return kind in (*_SAID, "according to", "a mark")


def _readings(gold: Mapping[str, Document], got: Mapping[str, Sequence[Given]]) -> dict[str, float]:
    """How often what is said of a cue is right, in per cent of the annotations that say it."""
    tallies = {"manner_right": Tally(), "withheld_right": Tally(), "hedged_right": Tally()}
    for name, document in gold.items():
        for wanted, one in pairs(document, got[name]):
            if "manner" in wanted:
                for key, right in _compared(wanted, one["attribution"]):
                    tallies[key].right += right
                    tallies[key].annotated += 1
    return {name: tally.recall for name, tally in tallies.items() if tally.annotated}


def _compared(wanted: Given, attribution: Attribution) -> Iterator[tuple[str, bool]]:
    """What the annotation says against what the attribution says, where it says anything.

    What is withheld or hedged is asked only of the annotations that are: they are the few.
    """
    if getattr(attribution, "stance", None) is None:
        return
    yield "manner_right", attribution.manner == wanted["manner"]
    if wanted["withheld"]:
        yield "withheld_right", attribution.withheld
    if wanted["hedged"]:
        yield "hedged_right", attribution.hedged


def judge(engine: str, which: str) -> int | None:
    """Print the figures of an engine on a set; how many are below, None where there is no set."""
    result = measured(engine, which)
    if not result:
        print(f"{engine} on {which}: no data in {SHARED.name}/ beside the repository")
        return None
    print(f"{engine} on {which}:")
    return show(result, floors("gate", which, engine))


def main(asked: Sequence[str] = ()) -> int:
    below = sum(
        judge(engine, which) or 0 for engine in engines(asked) for which in ("own", "slice")
    )
    print(f"{below} below the floor" if below else "no figure is below its floor")
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
