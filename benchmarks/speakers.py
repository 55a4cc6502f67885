"""How often the right person is named for a source, by the form of the source.

`python -m benchmarks.speakers [FOLDER]` reads the annotations in tests/data/people (document ids,
spans, names of people and organisations; no text) and the documents in the shared folder of real
data, which the repository does not hold: PolNeAR articles and pages of the Kremlin. The
attributions are the annotated ones: this measures resolution alone, within the document and then
by the shipped roster on its day (of an article, the day in its name).

right: the name is the annotated one; for several people all of them and nobody else; for a group
without a name its own words; nobody where nobody can be named. wrong: another name. silent:
nobody, or a group's own words, where somebody could be named. Exits with 1 where a figure passes
its bound in floors.toml, with 2 and a line where the data is not there.

The annotations were made by one person reading the documents, before the resolver was run on them.
`first`, `second` and `fourth` are seen: the rules were mended on them. `third` and `fifth` are
unseen: they were run when the rules were done, and are the ones to quote.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import sys
import time
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks._shared import SHARED
from onrecord.dates import read_edtf
from onrecord.model import Attribution, Dating, Document, Quotation, Span, Structure
from onrecord.people import resolve, same_name
from onrecord.readers import read
from onrecord.rosters import name_posts
from onrecord.structure import dissect

HOME = Path(__file__).parents[1]
LABELS = HOME / "tests" / "data" / "people"
SEEN, UNSEEN = ("first", "second", "fourth"), ("third", "fifth")
FORMS = (
    *("name", "surname", "apposition", "post", "pronoun", "possessive", "relative"),
    *("plural", "organisation", "collective", "none"),
)
SKIPPED = 2
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Case:
    """A document of a set: its text, its attributions, and the labels with their sources."""

    name: str
    text: str
    attributions: tuple[Attribution, ...]
    labels: tuple[dict, ...]
    structure: Structure | None = None


@dataclass(frozen=True, slots=True)
class Judged:
    """One source: its words, what it should be resolved to, and what it was."""

    document: str
    words: str
    form: str
    wanted: str
    found: str
    basis: str
    verdict: str


def attributions_of(article: dict) -> tuple[Attribution, ...]:
    """The annotated attributions of an article, those without a source left out."""
    return tuple(
        Attribution(
            _spans(one["source"]),
            _spans(one["cue"]),
            _spans(one["content"]),
            _kind(article["text"], _spans(one["content"])),
        )
        for one in article["attributions"]
        if one["source"] and one["content"]
    )


def _spans(pairs: list[list[int]]) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in pairs)


def _kind(text: str, content: tuple[Span, ...]) -> Quotation:
    """Direct where every piece of the content starts and ends with quotation marks."""
    marks = "\"“”'‘’«»"
    direct = all(s.of(text)[:1] in marks and s.of(text)[-1:] in marks for s in content if s)
    return Quotation.DIRECT if direct else Quotation.INDIRECT


def cases(shared: Path, labelled: str) -> list[Case]:
    """The documents of a set, as they are in the shared folder."""
    lines = (LABELS / f"speakers_{labelled}.jsonl").read_text("utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    wanted = {row["doc"]: row["speakers"] for row in rows if "page" not in row}
    found = [_page(shared, row) for row in rows if "page" in row]
    path = shared / "data" / "polnear" / "polnear_train.jsonl"
    for line in path.read_text("utf-8").splitlines() if wanted else ():
        article = json.loads(line)
        if article["doc"] in wanted:
            labels = tuple(wanted[article["doc"]])
            found.append(Case(article["doc"], article["text"], attributions_of(article), labels))
    return found


def _page(shared: Path, row: dict) -> Case:
    """A saved page as the pipeline reads it; an error where it is read otherwise than annotated."""
    path = shared / "data" / row["page"]
    document = next(d for d in read(path.read_bytes(), path=row["page"]) if isinstance(d, Document))
    if hashlib.sha256(document.text.encode()).hexdigest()[:12] != row["text"]:
        raise ValueError(f"{row['page']} is not read as it was annotated")
    attributions = tuple(
        Attribution(_spans(one["source"]), (), _spans(one["content"]), Quotation(one["quotation"]))
        for one in row["speakers"]
    )
    labels = tuple(row["speakers"])
    return Case(row["page"], document.text, attributions, labels, dissect(document))


def judged(case: Case) -> Iterator[Judged]:
    """Each label of a document with what its source was resolved to."""
    turns = case.structure.turns if case.structure else ()
    parts = case.structure.parts if case.structure else ()
    found = resolve(case.text, case.attributions, turns=turns, parts=parts)
    sources = [" ".join(s.of(case.text) for s in one.source) for one in case.attributions]
    found = name_posts(sources, found, _dating(case))
    by_source = {one.source: result for one, result in zip(case.attributions, found, strict=True)}
    for label in case.labels:
        spans = _spans(label["source"])
        words = " ".join(span.of(case.text) for span in spans)
        got = by_source[spans]
        group = _spans(label["source"] if label.get("own") else label.get("named", []))
        wanted = " ".join(span.of(case.text) for span in group) or label["name"]
        how = verdict(wanted, got.speaker, group=bool(group), own=got.basis == "collective")
        yield Judged(case.name, words, label["form"], wanted, got.speaker, got.basis, how)


def _dating(case: Case) -> Dating | None:
    """The day of a page as it is read, of an article the one in its name."""
    if case.structure:
        return case.structure.dating or case.structure.published
    day = _DAY.search(case.name)
    return read_edtf(day.group()) if day else None


def verdict(wanted: str, found: str, *, group: bool, own: bool) -> str:
    """right, wrong or silent; `own` says that the words found are the source's own."""
    if not wanted or not found:
        return "right" if wanted == found else "silent" if wanted else "wrong"
    if group:
        return "right" if _same_group(wanted, found) else "wrong"
    if own:
        return "right" if same_name(wanted, found) else "silent"
    ones, others = wanted.split("; "), found.split("; ")
    pairs = [[same_name(one, other) for other in others] for one in ones]
    every = all(map(any, pairs)) and all(map(any, zip(*pairs, strict=True)))
    return "right" if every and len(ones) == len(others) else "wrong"


def _same_group(wanted: str, found: str) -> bool:
    """Whether one is the beginning of the other, the article aside."""
    one, other = (words.casefold().removeprefix("the ").split() for words in (wanted, found))
    least = min(len(one), len(other))
    return one[:least] == other[:least]


def speed(shared: Path, articles: int = 100) -> float:
    """Microseconds a word that resolution alone takes, over the first articles of the set."""
    path = shared / "data" / "polnear" / "polnear_train.jsonl"
    lines = path.read_text("utf-8").splitlines()[:articles]
    found = [(one["text"], attributions_of(one)) for one in map(json.loads, lines)]
    start = time.process_time()
    for text, attributions in found:
        resolve(text, attributions)
    spent = time.process_time() - start
    return 1e6 * spent / sum(len(text.split()) for text, _ in found)


def main(folder: str = "") -> int:
    """Print the tables; 1 where a figure passes its bound."""
    shared = Path(folder or SHARED)
    if not (shared / "data" / "polnear").is_dir():
        print("the shared data is not there")
        return SKIPPED
    bounds = tomllib.loads((HOME / "benchmarks" / "floors.toml").read_text("utf-8"))["speakers"]
    passed = True
    for title, sets in (("seen", SEEN), ("unseen", UNSEEN)):
        counts: Counter[tuple[str, str]] = Counter()
        for labelled in sets:
            found = [one for case in cases(shared, labelled) for one in judged(case)]
            if labelled == os.environ.get("ONRECORD_SHOW"):
                _show(found)
            own = Counter((one.form, one.verdict) for one in found)
            right, wrong = share(own, "right"), share(own, "wrong")
            bound = bounds[labelled]
            passed &= round(right, 1) >= bound["right"] and round(wrong, 1) <= bound["wrong"]
            print(f"{labelled:14}{own.total():8}{right:8.1f}{wrong:8.1f}")
            counts += own
        print(title)
        _print(counts)
    print(f"{speed(shared):.1f} microseconds a word")
    return 0 if passed else 1


def share(counts: Counter[tuple[str, str]], how: str) -> float:
    """The per cent of all sources that were judged so."""
    return 100 * sum(n for (_, verdict), n in counts.items() if verdict == how) / counts.total()


def _show(found: list[Judged]) -> None:
    for one in found:
        if one.verdict != "right":
            print(f"{one.verdict:6} {one.form:12} {one.words[:60]!r} {one.wanted!r} found "
                  f"{one.found!r} by {one.basis} in {one.document}")  # fmt: skip


def _print(counts: Counter[tuple[str, str]]) -> None:
    print(f"{'form':14}{'sources':>8}{'right':>8}{'wrong':>8}{'silent':>8}")
    for form in (*FORMS, "all"):
        row = [
            sum(n for (f, v), n in counts.items() if form in {f, "all"} and v == how)
            for how in ("right", "wrong", "silent")
        ]
        total = sum(row) or 1
        shares = "".join(f"{100 * n / total:8.1f}" for n in row)
        print(f"{form:14}{sum(row):8}{shares}")


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
