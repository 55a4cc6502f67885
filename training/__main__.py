"""From data to the shipped models: `python -m training --data FOLDER --out FOLDER`.

Three steps, each of which leaves its file and is skipped where that is there already:

    teacher.pt            MiniLM and a head fitted to the training part, 4 rounds, seed 7
    best.onnx, best.npz   the same with 8-bit weights: the engine best
    fast.npz              a small network fitted to annotations and the teacher, seed 3

Thresholds are chosen on the development part, which nothing was fitted to; the figures in the
manifest are taken on it too. About 40 minutes of two idle cores for the teacher, 8 for its marks,
20 for the small network.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from onrecord import readers, unpacking
from onrecord.model import Document
from onrecord.training import Annotated, examples, read_annotations
from onrecord.training.learning import SHORTEST
from training.distil import taught
from training.shipping import write_best, write_small
from training.teacher import fit_teacher

_MOST = 25_000  # code points of one unmarked document
_TRAINED_ON = "PolNeAR 1.0, training part (840 articles of the US campaign of 2016)"

_ALSO = "pages of the Kremlin, the UN and the White House, marked by the engine best"


def main() -> None:
    """Run the steps that are still to be run."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="with polnear_{train,dev}.jsonl")
    parser.add_argument("--out", type=Path, required=True, help="where the models go")
    parser.add_argument("--rounds", type=int, default=4, help="of the teacher")
    parser.add_argument("--unmarked", type=Path, nargs="*", default=[], help="files, folders")
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    learned = list(read_annotations(given.data / "polnear_train.jsonl"))
    aside = list(read_annotations(given.data / "polnear_dev.jsonl"))
    teacher = given.out / "teacher.pt"
    if not teacher.exists():
        held = [one for one in examples(learned) if len(one) >= SHORTEST]
        fit_teacher(held, teacher, rounds=given.rounds)
    if not (given.out / "best.onnx").exists():
        write_best(given.out, teacher, aside, _TRAINED_ON)
    if not (given.out / "fast.npz").exists():
        annotated, more = (
            [one for one in taught(articles, given.out, share=share) if len(one) >= SHORTEST]
            for articles, share in ((learned, 0.5), (unmarked(given.unmarked), 1.0))
        )
        write_small(given.out, (annotated, more), aside, f"{_TRAINED_ON}; {_ALSO}")


def unmarked(paths: list[Path]) -> list[Annotated]:
    """Documents without annotations, which the teacher alone marks; of each the beginning."""
    return [
        Annotated(document.id, document.text[:_MOST], ())
        for path in unpacking.walk(map(str, paths))
        for document in readers.read(path.read_bytes(), path=str(path))
        if isinstance(document, Document)
    ]


if __name__ == "__main__":
    main()
