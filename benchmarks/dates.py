"""How often expressions of time are found and resolved as a person resolved them, by type.

    python -m benchmarks dates [kept] [wrong]

`tests/data/dates/read.jsonl` holds stretches of real documents with every expression of time in
them, by offset; `kept.jsonl` more of them that no rule was written from, measured when asked for.
`wrong` lists what went wrong, by document and offset. Documents are in the folder `shared` beside
the repository (ONRECORD_SHARED names another).
"""

from __future__ import annotations

import hashlib
import json
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from benchmarks._shared import SHARED
from onrecord.dates import read_edtf, resolve_dates
from onrecord.model import Dating, Document, Span
from onrecord.readers import read

HERE = Path(__file__).parent
DATA = HERE.parent / "tests" / "data" / "dates"
FLOORS = HERE / "floors.toml"
NONE = "none"
PLACES = {
    "kremlin": "data/kremlin_astana/html/{}.html",
    "whitehouse": "data/whitehouse/{}.md",
    "ungdc": "data/ungdc_astana/{}.txt",
}


@lru_cache(maxsize=2)
def _articles(part: str) -> dict[str, str]:
    lines = (SHARED / f"data/polnear/polnear_{part}.jsonl").read_text("utf-8").splitlines()
    return {record["doc"]: record["text"] for record in map(json.loads, lines)}


@lru_cache(maxsize=512)
def text_of(reference: str) -> str:
    """The text that the offsets of a reference count in."""
    where, name = reference.split("/", maxsplit=1)
    if where == "polnear":
        return _articles("dev").get(name) or _articles("train")[name]
    if where == "seeds":
        (path,) = (SHARED / "seeds").glob(f"{name}_*")
    else:
        path = SHARED / PLACES[where].format(name)
    (document,) = read(path.read_bytes(), path=str(path))
    assert isinstance(document, Document)
    return document.text


def stretches(name: str) -> list[dict[str, Any]]:
    """The annotated stretches of a part; those whose text has changed since are an error."""
    lines = (DATA / f"{name}.jsonl").read_text("utf-8").splitlines()
    found = [json.loads(line) for line in lines]
    for stretch in found:
        words = text_of(stretch["document"])[stretch["start"] : stretch["end"]]
        if hashlib.sha256(words.encode()).hexdigest()[:8] != stretch["sum"]:
            raise SystemExit(f"{stretch['document']} is not read as it was when it was annotated")
    return found


def measured(part: str) -> tuple[Counter[str], list[str]]:
    """Counts by type ("weekday exact"), and a line for each that went wrong."""
    counts, wrong = Counter[str](), list[str]()
    for stretch in stretches(part):
        text = text_of(stretch["document"])
        within = Span(stretch["start"], stretch["end"])
        found = resolve_dates(text, anchor=read_edtf(stretch["anchor"]), within=within)
        asked = [one for one in stretch["expressions"] if one["type"] != NONE]
        taken = set()
        for one in asked:
            dating = _overlapping(found, Span(one["start"], one["end"]))
            taken.add(dating)
            ok = _compared(one, dating, counts)
            if not ok:
                got = f"{dating.edtf} “{dating.words}”" if dating else "not found"
                words = text[one["start"] : one["end"]]
                wrong.append(_line(stretch, one, f"{words!r} {one['edtf']}, got {got}"))
        counts["found in all"] += len(found)
        for dating in found:
            if dating not in taken:
                counts["too many"] += 1
                at = {"start": dating.spans[0].start, "type": "too many"}
                wrong.append(_line(stretch, at, f"{dating.edtf} {dating.words!r}"))
    return counts, wrong


def _line(stretch: dict[str, Any], one: dict[str, Any], what: str) -> str:
    return f"{stretch['document'][:40]} {stretch['anchor']} {one['start']} {one['type']}: {what}"


def _overlapping(found: tuple[Dating, ...], span: Span) -> Dating | None:
    meeting = [dating for dating in found if dating.spans[0].meets(span)]
    return max(meeting, key=lambda d: -abs(d.spans[0].start - span.start), default=None)


def _compared(one: dict[str, Any], dating: Dating | None, counts: Counter[str]) -> bool:
    kind, meant = one["type"], read_edtf(one["edtf"])
    exact = dating is not None and dating.edtf == meant.edtf
    right = dating is not None and (dating.earliest, dating.latest) == (
        meant.earliest,
        meant.latest,
    )
    for what, holds in (("asked", True), ("found", dating), ("exact", exact), ("bounds", right)):
        counts[f"{kind} {what}"] += bool(holds)
        counts[f"all {what}"] += bool(holds)
    return exact


def _shown(counts: Counter[str]) -> Iterator[str]:
    kinds = sorted({key.rsplit(" ", 1)[0] for key in counts if key.endswith(" asked")} - {"all"})
    yield f"{'type':14}{'asked':>7}{'found':>7}{'exact':>7}{'bounds':>8}"
    for kind in (*kinds, "all"):
        row = [counts[f"{kind} {what}"] for what in ("asked", "found", "exact", "bounds")]
        yield f"{kind:14}{row[0]:7}{row[1]:7}{row[2]:7}{row[3]:8}"


def figures(counts: Counter[str]) -> dict[str, float]:
    """Per cent: recall, precision, EDTF exactly right, bounds right."""
    asked, found = counts["all asked"], counts["found in all"]
    return {
        "recall": 100 * counts["all found"] / asked,
        "precision": 100 * (found - counts["too many"]) / found,
        "exact": 100 * counts["all exact"] / asked,
        "bounds": 100 * counts["all bounds"] / asked,
    }


def main() -> int:
    """Print the figures; 2 where the data is not there, 1 where one is below its floor."""
    if not SHARED.is_dir():
        print("the shared data is not here")
        return 2
    part = "kept" if "kept" in sys.argv else "read"
    counts, wrong = measured(part)
    print("\n".join(wrong) + "\n" if "wrong" in sys.argv else "", end="")
    print("\n".join(_shown(counts)))
    reached = figures(counts)
    print("  ".join(f"{name} {value:.1f}" for name, value in reached.items()))
    floors = tomllib.loads(FLOORS.read_text("utf-8"))["dates"].get(part, {})
    below = [name for name, floor in floors.items() if reached[name] < floor]
    for name in below:
        print(f"{name} is below its floor of {floors[name]}")
    return int(bool(below))


if __name__ == "__main__":
    sys.exit(main())
