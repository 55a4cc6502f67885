"""What is drawn from pages, against annotated pages: `python -m benchmarks process`.

Reads the annotations in tests/data/process (document ids, spans and labels; no text) and the
documents in the folder `shared` beside the repository (ONRECORD_SHARED names another), which the
repository does not hold; without them it says so and exits with 2. Exits with 1 where a figure is
below its floor in floors.toml.

One item is one thing as one page tells of it (`_items.py` says when two are one). Parts: the five
seeds and twenty pages of the Kremlin's English site that the rules may be read against; with
`--kept` ten more that nobody who wrote rules had seen, and how far a second, independent annotation
of these ten agrees with the first. "process" counts what belongs to the settlement in Syria, by the
annotation and by what the profile `astana` says; "all" whatever the page tells of. With
`--show KIND` the slips of a kind are listed by page and span.
"""

from __future__ import annotations

import json
import sys
import tomllib
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from benchmarks._items import KINDS, Item, Tally, pairs, tally
from benchmarks._shared import SHARED
from onrecord.dossiers import find
from onrecord.drawing import draw
from onrecord.model import Dating, Document, Drawn, Line, Profile, Span
from onrecord.pipeline import read_document
from onrecord.readers import read

HERE = Path(__file__).parent
DATA = HERE.parent / "tests" / "data" / "process"
LABELS = {
    "role": ("actor", "role"),
    "meeting": ("type", "ordinal", "date", "place", "parties", "status"),
    "agreement": ("type", "date", "parties"),
    "promise": ("actor", "due"),
}


def annotated(name: str) -> list[Item]:
    """The items of one file of annotations; none where there is no such file."""
    path = DATA / f"{name}.jsonl"
    lines = path.read_text("utf-8").splitlines() if path.is_file() else []
    return [_item(json.loads(line)) for line in lines if line.strip()]


def _item(line: dict[str, object]) -> Item:
    spans = line["spans"]
    assert isinstance(spans, list)
    return Item(
        document=str(line["document"]),
        kind=str(line["kind"]),
        labels=line,
        spans=tuple(Span(start, end) for start, end in spans),
        process=line.get("about") == "process",
    )


def table(part: str) -> dict[str, str]:
    """The pages of a part, as id and page."""
    rows = (row.split("\t") for row in (DATA / "documents.tsv").read_text("utf-8").splitlines())
    return {row[0]: row[1] for row in rows if len(row) > 2 and row[2] == part}


@cache
def document(page: str) -> Document:
    """The text of a page or a seed."""
    seeds = SHARED / "seeds" / f"{page}.txt"
    path = seeds if seeds.is_file() else SHARED / "data/kremlin_astana/html" / f"{page}.html"
    (found,) = (one for one in read(path.read_bytes(), path=str(path)) if isinstance(one, Document))
    return found


def drawn(page: str) -> list[Item]:
    """The items that are drawn from a page."""
    return list(_items(draw(read_document(document(page)), _profile())))


@cache
def _profile() -> Profile:
    return find("astana")


def _items(found: Drawn) -> Iterator[Item]:
    for role in found.roles:
        labels = {"actor": role.actor, "role": role.role.value}
        yield _made(found.document, "role", labels, role)
    for meeting in found.meetings:
        labels = {
            "type": meeting.kind.value,
            "ordinal": meeting.ordinal,
            "date": _edtf(meeting.dating),
            "place": meeting.place,
            "parties": meeting.parties,
            "status": meeting.status.value,
        }
        yield _made(found.document, "meeting", labels, meeting)
    for agreement in found.agreements:
        labels = {
            "type": agreement.kind.value,
            "date": _edtf(agreement.dating),
            "parties": agreement.parties,
        }
        yield _made(found.document, "agreement", labels, agreement)
    for promise in found.promises:
        labels = {"actor": promise.actor, "due": _edtf(promise.due)}
        yield _made(found.document, "promise", labels, promise)


def _made(document: str, kind: str, labels: dict[str, object], line: Line) -> Item:
    spans = tuple(span for one in line.evidence for span in one.spans)
    return Item(document, kind, labels, spans, bool(line.belongs))


def _edtf(dating: Dating | None) -> str:
    return dating.edtf if dating else ""


def of_kind(items: Sequence[Item], kind: str, *, process: bool) -> list[Item]:
    return [one for one in items if one.kind == kind and (one.process or not process)]


def report(title: str, found: Sequence[Item], gold: Sequence[Item]) -> dict[str, Tally]:
    """Print precision and recall by kind, and by label how often it was right; give the tallies."""
    print(f"\n{title}: {len({one.document for one in gold})} documents, {len(gold)} items")
    tallies: dict[str, Tally] = {}
    for scope in ("process", "all"):
        for kind in KINDS:
            mine = of_kind(found, kind, process=scope == "process")
            theirs = of_kind(gold, kind, process=scope == "process")
            counted = tally(mine, theirs, LABELS[kind])
            tallies[f"{scope}_{kind}"] = counted
            labels = "  ".join(f"{name} {of[0]}/{of[1]}" for name, of in counted.labels.items())
            print(
                f"  {scope:8}{kind:10} P {counted.precision:5.1f} ({counted.right}/{counted.found})"
                f"  R {counted.recall:5.1f} ({counted.right}/{counted.annotated})   {labels}"
            )
    return tallies


def show(kind: str, found: Sequence[Item], gold: Sequence[Item]) -> None:
    """The slips of a kind: what was found and is not annotated, and the other way round."""
    mine, theirs = of_kind(found, kind, process=False), of_kind(gold, kind, process=False)
    met = pairs(mine, theirs)
    for sign, items, taken in (
        ("+", mine, {i for i, _ in met}),
        ("-", theirs, {j for _, j in met}),
    ):
        for number, one in enumerate(items):
            if number not in taken:
                labels = {k: v for k, v in one.labels.items() if k in LABELS[kind]}
                words = " | ".join(
                    " ".join(span.of(_text(one.document)).split()) for span in one.spans[:3]
                )
                print(f"{sign} {one.document} {_page(one.document)} {labels} {words!r}")


def _text(document_id: str) -> str:
    return document(_page(document_id)).text


def _page(document_id: str) -> str:
    pages = {**table("seeds"), **table("dev"), **table("kept")}
    return pages[document_id]


def below(part: str, tallies: dict[str, Tally]) -> list[str]:
    """What fell under its floor."""
    floors = tomllib.loads((HERE / "floors.toml").read_text("utf-8")).get("process", {})
    found: list[str] = []
    for name, floor in floors.get(part, {}).items():
        figure, _, what = name.rpartition("_")
        value = getattr(tallies[figure], what)
        if value < floor:
            found.append(f"{part} {name}: {value:.1f} is below {floor}")
    return found


def _asked() -> Namespace:
    parser = ArgumentParser(prog="python -m benchmarks process", description=__doc__)
    parser.add_argument("--kept", action="store_true", help="the pages kept apart as well")
    parser.add_argument("--show", default="", metavar="KIND", help="list the slips of a kind")
    return parser.parse_args()


def main() -> int:
    """Print the figures of each part."""
    if not (SHARED / "seeds").is_dir() or not (DATA / "documents.tsv").is_file():
        print(f"no documents in {SHARED}: nothing to measure on")
        return 2
    asked, low = _asked(), list[str]()
    for part in ("seeds", "dev", *(["kept"] if asked.kept else [])):
        gold, pages = annotated(part), table(part).values()
        if not gold:
            continue
        found = [item for page in pages for item in drawn(page)]
        low += below(part, report(part, found, gold))
        if asked.show and part != "kept":
            show(asked.show, found, gold)
    if asked.kept:
        report("a second annotation against the first", annotated("second"), annotated("kept"))
    for line in low:
        print(line)
    return int(bool(low))


if __name__ == "__main__":
    sys.exit(main())
