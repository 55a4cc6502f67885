"""How well each engine finds attributions, and how fast.

`python -m benchmarks.attribution [ENGINE ...]`

Every engine that works here is run over the development part of PolNeAR, from the text alone to
statements with their speakers. Printed are joint, content exact and direct exact (see
training/scoring.py), over all attributions and over speech (cues with a word of the shared list);
the same by type of quotation and of cue; words a second of processor time, on one thread; and the
sizes of the models.
Exits with 1 where a figure is below its floor in floors.toml. The data and the list are read from
the folder `shared` beside the repository (ONRECORD_SHARED names another) and are no part of it;
without them it says so and exits with 2.
"""

from __future__ import annotations

import importlib.util
import json
import re
import sys
import tomllib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from benchmarks._cue_types import cue_type
from benchmarks._engines import all_found, engines, sizes
from benchmarks._shared import SHARED
from onrecord.training.scoring import Document, Given, Kind, Scores, score

HERE = Path(__file__).parent
_SLACK = 1.5  # a floor further below what is measured should be raised
_LETTERS = re.compile(r"[A-Za-z]+")


def load_scorer(path: Path) -> ModuleType:
    """The shared scorer as a module, from where it lies: a second opinion on the figures."""
    spec = importlib.util.spec_from_file_location("shared_scorer", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def articles(name: str = "dev") -> dict[str, Document]:
    """The articles of one part of PolNeAR with their annotations, by id."""
    path = SHARED / f"data/polnear/polnear_{name}.jsonl"
    lines = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return {line["doc"]: (line["text"], line["attributions"]) for line in lines}


def speech_words() -> set[str]:
    """The shared list of words that make a cue one of speech."""
    return {*(SHARED / "tools/speech_cues.txt").read_text(encoding="utf-8").split()}


def is_speech(listed: set[str]) -> Callable[[str, Given], bool]:
    """Whether the cue of an annotation has a word of the list."""

    def speech(text: str, one: Given) -> bool:
        cue = " ".join(text[start:end] for start, end in one["cue"])
        return not listed.isdisjoint(_LETTERS.findall(cue.lower()))

    return speech


def found(
    engine: str, gold: Mapping[str, Document]
) -> tuple[dict[str, list[dict[str, Any]]], float]:
    """What an engine finds in the articles, and its words a second."""
    return all_found(engine, {name: text for name, (text, _) in gold.items()})


def figures(everything: Scores, speech: Scores) -> dict[str, float]:
    """The figures that have floors."""
    return {
        "joint_all": everything.joint.f1,
        "joint_speech": speech.joint.f1,
        "content_exact_all": everything.exact.f1,
        "content_exact_speech": speech.exact.f1,
        "direct_exact_all": everything.quotations["direct"].exact_recall,
        "direct_exact_speech": speech.quotations["direct"].exact_recall,
    }


def show(measured: Mapping[str, float], floors: Mapping[str, float]) -> int:
    """Print figures beside their floors; the number of those below."""
    below = 0
    for name, value in measured.items():
        floor = floors.get(name)
        under = floor is not None and value < floor
        below += under
        note = "" if floor is None else f"   floor {floor:5.1f}" + (" BELOW" if under else "")
        note += "   (the floor can rise)" if floor is not None and value > floor + _SLACK else ""
        print(f"  {name:24}{value:7.1f}{note}")
    return below


def show_kinds(title: str, kinds: Mapping[str, Kind]) -> None:
    """Print one breakdown, the commonest kind first."""
    head = ("annotated", "joint recall", "exact recall", "found", "precision")
    print(f"  {title:14}" + "".join(f"{word:>14}" for word in head))
    for name, kind in sorted(kinds.items(), key=lambda pair: -pair[1].annotated):
        counts = (kind.joint_recall, kind.exact_recall)
        print(
            f"  {name:14}{kind.annotated:14}"
            + "".join(f"{value:14.1f}" for value in counts)
            + f"{kind.found:14}{kind.precision:14.1f}"
        )


def floors(*path: str) -> dict[str, Any]:
    """A table of floors.toml, empty where there is none."""
    table: dict[str, Any] = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))
    for key in path:
        table = table.get(key, {})
    return table


def measure(engine: str, gold: Mapping[str, Document]) -> int:
    """Print all that there is to say of one engine; the number of figures below their floors."""
    got, words = found(engine, gold)
    everything = score(gold, got, cue_type=cue_type)
    speech = score(gold, got, counted=is_speech(speech_words()), cue_type=cue_type)
    print(f"{engine}: {len(gold)} articles of PolNeAR dev, {words:,.0f} words a second")
    for size in sizes(engine):
        print(f"  {size}")
    below = show(figures(everything, speech), floors("attribution", engine))
    show_kinds("quotation", everything.quotations)
    show_kinds("cue", everything.cues)
    return below


def main(asked: Sequence[str] = ()) -> int:
    if not (SHARED / "data/polnear").is_dir():
        print(f"no data at {SHARED.name}/data/polnear beside the repository: nothing measured")
        return 2
    gold = articles()
    below = sum(measure(engine, gold) for engine in engines(asked))
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
