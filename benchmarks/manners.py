"""How often manner, stance and hedge are told right: `python -m benchmarks.manners`.

Reads the annotations in tests/data/manners (document ids, spans and labels; no text) and the
PolNeAR articles in the folder `shared` beside the repository (ONRECORD_SHARED names another), which
the repository does not hold; without them it says so and exits with 2. Sources, cues and contents
are the annotated ones: this measures `statements.characterise` alone. Exits with 1 where a figure
is below its floor in floors.toml.

300 attributions of the training articles, drawn at random: 150 with a word of negation or hedging
in the cue or beside it, 150 of the others; shuffled and cut in halves. The first half was read
while the rules were made, the second only when they were done: it is the one to quote. Whoever
labelled them had written the rules, and saw the cue with a few words around it: a doubtful case may
lean the rules' way.

"kept apart" is what must not fail: contents that are not asserted, and are not taken for asserted.
`covered` is the share of all annotated cues of the training articles for which a manner is told.
"""

from __future__ import annotations

import json
import os
import sys
import time
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks._shared import SHARED
from onrecord.model import Attribution, Quotation, Span, Spans, Stance
from onrecord.statements import characterise

HERE = Path(__file__).parent
LABELS = HERE.parent / "tests" / "data" / "manners" / "polnear_train_manners.jsonl"
MARKS = "\"“”'‘’«»"


def articles(shared: Path) -> dict[str, dict[str, Any]]:
    lines = (shared / "data/polnear/polnear_train.jsonl").read_text("utf-8").splitlines()
    return {article["doc"]: article for article in map(json.loads, lines)}


def attribution_of(text: str, one: dict[str, Any]) -> Attribution:
    source, cue, content = (spans(one[role]) for role in ("source", "cue", "content"))
    return Attribution(source, cue, content, kind(text, content))


def spans(pairs: list[list[int]]) -> Spans:
    return tuple(Span(start, end) for start, end in pairs)


def kind(text: str, content: Spans) -> Quotation:
    """Direct where every piece stands in quotation marks, mixed where a piece holds one."""
    pieces = [span.of(text) for span in content]
    if all(piece[:1] in MARKS and piece[-1:] in MARKS for piece in pieces):
        return Quotation.DIRECT
    return Quotation.MIXED if any(m in p for p in pieces for m in '"“”') else Quotation.INDIRECT


def judged(held: dict[str, dict[str, Any]]) -> Iterator[tuple[dict[str, Any], Attribution]]:
    """Each label with the attribution as it is characterised by itself."""
    for label in map(json.loads, LABELS.read_text("utf-8").splitlines()):
        text = held[label["doc"]]["text"]
        (found,) = characterise(text, (attribution_of(text, label),))
        yield label, found


def right(label: dict[str, Any], found: Attribution) -> dict[str, bool]:
    return {
        "manner": found.manner == label["manner"],
        "stance": found.stance == label["stance"],
        "hedged": found.hedged == label["hedged"],
    }


def figures(held: dict[str, dict[str, Any]]) -> dict[str, dict[str, float]]:
    """Per cent right by half and field, and the slips in per cent of what is not asserted."""
    counts: Counter[tuple[str, str, bool]] = Counter()
    for label, found in judged(held):
        half = label["half"]
        for field, fits in right(label, found).items():
            counts[half, field, fits] += 1
            wanted = label[field] or "none"
            counts[half, f"{field} {wanted}", fits] += 1
        if label["stance"] != Stance.ASSERTED:
            counts[half, "kept apart", found.withheld] += 1
        if not all(right(label, found).values()) and os.environ.get("ONRECORD_SHOW") == half:
            print(label["doc"], label["cue"], right(label, found))
    table: dict[str, dict[str, float]] = {}
    for half, field, _ in sorted(counts):
        good, bad = counts[half, field, True], counts[half, field, False]
        table.setdefault(half, {})[field] = 100 * good / (good + bad)
        table[half][f"{field} (of)"] = good + bad
    return table


def coverage(held: dict[str, dict[str, Any]]) -> tuple[float, float]:
    """Per cent of all annotated cues that tell a manner, and microseconds a word of text."""
    told = total = words = 0
    started = time.process_time()
    for article in held.values():
        text = article["text"]
        given = [attribution_of(text, one) for one in article["attributions"] if one["content"]]
        found = characterise(text, given)
        told += sum(one.manner is not None for one in found)
        total, words = total + len(found), words + len(text.split())
    return 100 * told / total, 1e6 * (time.process_time() - started) / words


def main() -> int:
    shared = SHARED
    if not (shared / "data" / "polnear").is_dir():
        print("no data at shared/data/polnear beside the repository: nothing measured")
        return 2
    floors = tomllib.loads((HERE / "floors.toml").read_text("utf-8"))["manners"]
    held = articles(shared)
    table = figures(held)
    told, cost = coverage(held)
    below = 0
    for half, fields in table.items():
        for field, value in fields.items():
            if field.endswith("(of)"):
                continue
            floor = floors.get(half, {}).get(field.replace(" ", "_"))
            below += floor is not None and value < floor
            note = "" if floor is None else f"   floor {floor:.1f}"
            print(f"{half:8}{field:20}{value:7.1f} of {fields[field + ' (of)']:4.0f}{note}")
    below += told < floors["covered"]
    print(f"covered {told:.1f} per cent of cues   floor {floors['covered']:.1f}")
    print(f"{cost:.1f} microseconds a word of text, on annotated attributions")
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
