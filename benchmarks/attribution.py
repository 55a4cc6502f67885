"""How well the rules find attributions, by the shared scorer: `python -m benchmarks.attribution`.

Prints joint_src over all attributions and over speech, the exact recall of direct quotations'
boundaries, and words per second on one core; exits with 1 where a figure is below its floor in
floors.toml. The data and the scorer are read from the folder `shared` beside the repository
(ONRECORD_SHARED names another) and are no part of it; without them it says so and exits with 2.
"""

from __future__ import annotations

import importlib.util
import os
import sys
import time
import tomllib
from pathlib import Path
from types import ModuleType
from typing import Any

from onrecord.model import Attribution, Spans
from onrecord.statements import attribute

HERE = Path(__file__).parent
SHARED = Path(os.environ.get("ONRECORD_SHARED", HERE.parents[1] / "shared"))


def load_scorer(path: Path) -> ModuleType:
    """The shared scorer as a module, from where it lies."""
    spec = importlib.util.spec_from_file_location("shared_scorer", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def as_lists(spans: Spans) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def as_scored(found: tuple[Attribution, ...]) -> list[dict[str, list[list[int]]]]:
    """Attributions in the form that the scorer reads."""
    return [
        {"source": as_lists(a.source), "cue": as_lists(a.cue), "content": as_lists(a.content)}
        for a in found
    ]


def measure(name: str = "dev", *, every: int = 1) -> dict[str, float]:
    """The figures of one part of the data, over every `every`-th of its articles."""
    scorer = load_scorer(SHARED / "tools/score_attributions.py")
    gold = scorer.read(SHARED / f"data/polnear/polnear_{name}.jsonl")
    gold = dict(list(gold.items())[::every])
    listed = (SHARED / "tools/speech_cues.txt").read_text(encoding="utf-8").split()
    started = time.process_time()
    predicted = {key: as_scored(attribute(text)) for key, (text, _) in gold.items()}
    took = time.process_time() - started
    words = sum(len(text.split()) for text, _ in gold.values())
    everything = scorer.score(gold, predicted)
    speech = scorer.score(gold, predicted, set(listed))
    return {**figures(everything, ""), **figures(speech, "_speech"), "words_a_second": words / took}


def figures(report: dict[str, Any], which: str) -> dict[str, float]:
    return {
        f"joint_src{which or '_all'}": report["joint_src"]["F1"],
        f"direct_boundaries_recall{which}": report["by_type"]["direct"]["content_exact_bn_recall"],
        f"content_exact{which or '_all'}": report["content_exact_bn"]["F1"],
    }


def main() -> int:
    if not (SHARED / "data/polnear").is_dir():
        print(f"no data at {SHARED.name}/data/polnear beside the repository: nothing measured")
        return 2
    floors = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))["attribution"]
    below = 0
    for name, least in floors.items():
        found = measure(name)
        for key, value in found.items():
            floor = least.get(key)
            under = floor is not None and value < floor
            below += under
            note = "" if floor is None else f"   floor {floor:.1f}" + (" BELOW" if under else "")
            print(f"{name:6} {key:34} {value:10.1f}{note}")
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
