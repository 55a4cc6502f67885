"""Pages to stored statements: `python -m benchmarks pages [PAGES]`, by the extractor.

Words of precise and fast (readers/html_extractors.py) are held against texts that are known:

made        news pages of about 75 KB (`_pages.py`) around articles of PolNeAR train
kremlin     the shared pages as they are, which mark their text; what the precise one reads is known
unmarked    the same with what marks the text taken out of them, so that an extractor has to tell it

Precision and recall are of words, over all pages together. Then the CPU seconds of one thread for
reading, analysis and storing of the made pages, and of the articles as plain text. Reads the folder
`shared` beside the repository; without it says so and exits with 2. Floors are in floors.toml.
"""

from __future__ import annotations

import json
import re
import sys
import time
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks._pages import LAYOUTS, made
from benchmarks._shared import SHARED
from onrecord.model import Document
from onrecord.pipeline import read_document
from onrecord.readers import read
from onrecord.stores import open_store

PAGES = 100
EXTRACTORS = ("precise", "fast")
MARKS = re.compile(rb'itemprop="articleBody"|e-content|entry-content|</?article\b')
Page = tuple[bytes, str]


def articles(count: int) -> list[str]:
    path = SHARED / "data/polnear/polnear_train.jsonl"
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line, _ in zip(lines, range(count), strict=False)]


def made_pages(texts: Iterable[str]) -> Iterator[Page]:
    for seed, text in enumerate(texts):
        title, *rest = [line for line in text.split("\n") if line.strip()]
        yield made(title, rest, layout=LAYOUTS[seed % len(LAYOUTS)], seed=seed), text


def kremlin() -> Iterator[Page]:
    for path in sorted((SHARED / "data/kremlin_astana/html").glob("*.html"))[::2]:
        page = path.read_bytes()
        yield page, document(page, "precise").text


def unmarked(pages: Iterable[Page]) -> Iterator[Page]:
    for page, text in pages:
        yield MARKS.sub(_without, page), text


def _without(found: re.Match[bytes]) -> bytes:
    return found[0].replace(b"article", b"div") if found[0].startswith(b"<") else b""


def document(page: bytes, extractor: str) -> Document:
    (found,) = read(page, path="page.html", extractor=extractor)
    assert isinstance(found, Document), found
    return found


def words(pages: Iterable[Page], extractor: str) -> tuple[float, float]:
    """Precision and recall of words, in per cent."""
    shared = read_ = known = 0
    for page, text in pages:
        got, wanted = Counter(document(page, extractor).text.split()), Counter(text.split())
        shared += (got & wanted).total()
        read_, known = read_ + got.total(), known + wanted.total()
    return 100 * shared / read_, 100 * shared / known


def speed(raws: list[bytes], path: str, extractor: str) -> None:
    """CPU of one thread for each of the steps, a document each kept for itself."""
    took: Counter[str] = Counter()
    count = 0
    with TemporaryDirectory() as folder, open_store(Path(folder) / "held.db") as store:
        for raw in raws:
            start = time.thread_time()
            (found,) = read(raw, path=path, extractor=extractor)
            assert isinstance(found, Document), found
            after = time.thread_time()
            reading = read_document(found)
            done = time.thread_time()
            store.add(reading, raw)
            took.update(read=after - start, analyse=done - after, store=time.thread_time() - done)
            count += len(found.text.split())
    whole, each = took.total(), {name: 1000 * spent / len(raws) for name, spent in took.items()}
    steps = ", ".join(f"{name} {ms:.1f}" for name, ms in each.items())
    print(f"  {path:10} {extractor:8} {steps} ms; {len(raws) / whole:.1f} documents and "
          f"{count / whole:,.0f} words a second of one core")  # fmt: skip


def main(asked: list[str] | None = None) -> int:
    if not (SHARED / "data/polnear").is_dir():
        print("the shared data is not beside the repository")
        return 2
    count = int((asked or sys.argv[1:] or [PAGES])[0])
    texts = articles(count)
    shared = list(kremlin())
    sets = {"made": list(made_pages(texts)), "kremlin": shared, "unmarked": list(unmarked(shared))}
    floors = tomllib.loads((Path(__file__).parent / "floors.toml").read_text("utf-8"))["pages"]
    below = 0
    for name, pages in sets.items():
        for extractor in floors[name]:
            precision, recall = words(pages, extractor)
            print(f"  {name:10} {extractor:8} precision {precision:.1f} recall {recall:.1f}")
            held = floors[name][extractor]
            below += precision < held["precision"] or recall < held["recall"]
    for layout in LAYOUTS:
        some = sets["made"][LAYOUTS.index(layout) :: len(LAYOUTS)]
        told = [f"{e} {words(some, e)[0]:.1f} {words(some, e)[1]:.1f}" for e in EXTRACTORS]
        print(f"  made, {layout:10} precision and recall: {', '.join(told)}")
    pages = [page for page, _ in sets["made"]]
    speed([text.encode() for text in texts], "story.txt", "")
    for extractor in EXTRACTORS:
        speed(pages, "page.html", extractor)
    return int(below > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
