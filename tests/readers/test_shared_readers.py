"""Real data is read without a failure and without a loss; it is named by file and number only."""

import csv
import json
import re
from collections import Counter
from html import unescape

import pytest

from onrecord.model import Document, Failure, PartKind
from onrecord.readers import read
from onrecord.unpacking import walk

HEAD = (PartKind.HEADLINE, PartKind.STANDFIRST, PartKind.DATE, PartKind.DATELINE)
BOLD_LABEL = re.compile(
    r"<p[^>]*>\s*<(?:b|strong)>([^<>]{2,60}?)(?::\s*</(?:b|strong)>|</(?:b|strong)>\s*:)"
)


def _documents(folder, pattern):
    for path in sorted(folder.glob(pattern)):
        for found in read(path.read_bytes(), path=str(path)):
            assert isinstance(found, Document), found
            yield path, found


def _words(text):
    return re.sub(r"[\W_]+", " ", text.replace("\u00ad", "")).split()


@pytest.fixture(scope="module")
def kremlin(shared):
    folder = shared / "data" / "kremlin_astana"
    index = {str(entry["id"]): entry for entry in json.loads((folder / "index.json").read_text())}
    return {
        path.stem: (path.read_text(), found, index[path.stem])
        for path, found in _documents(folder / "html", "*.html")
    }


def _crude_paragraphs(page):
    """Every `p` of the article by a few blunt expressions, to compare with."""
    start = page.index('itemprop="articleBody"')
    end = page.index('class="read__bottommeta')
    body = page[start:end]
    body = re.sub(r'<div class="read__cut.*?</div>\s*</div>\s*</div>', " ", body, flags=re.S)
    body = re.sub(r'<span class="read__tooltip.*?</span> </span></a>', "</a>", body, flags=re.S)
    for paragraph in re.findall(r"<p[ >].*?</p>", body, flags=re.S):
        text = unescape(re.sub(r"<[^>]+>", "", paragraph))
        if text.strip():
            yield paragraph, " ".join(text.split())


def test_all_kremlin_pages_are_read(kremlin):
    assert len(kremlin) == 213


def test_no_paragraph_of_a_kremlin_page_is_lost_or_out_of_order(kremlin):
    for name, (page, found, _) in kremlin.items():
        have = " " + " ".join(_words(found.text)) + " "
        at = 0
        for _, text in _crude_paragraphs(page):
            wanted = " ".join(_words(text))
            place = have.find(wanted, at)
            assert place >= 0, (name, len(wanted))
            at = place + len(wanted)


def test_kremlin_pages_hold_nothing_but_head_and_paragraphs(kremlin):
    for name, (page, found, _) in kremlin.items():
        crude = Counter(word for _, text in _crude_paragraphs(page) for word in _words(text))
        head = Counter(
            word
            for mark in found.marks
            if mark.kind
            in (PartKind.HEADLINE, PartKind.STANDFIRST, PartKind.DATE, PartKind.DATELINE)
            for word in _words(mark.span.of(found.text))
        )
        assert sum((Counter(_words(found.text)) - crude - head).values()) == 0, name


def test_kremlin_pages_have_their_day_address_headline_and_standfirst(kremlin):
    for name, (_, found, entry) in kremlin.items():
        assert (found.published, found.url) == (entry["date"], entry["url"]), name
        assert _words(found.title) == _words(entry["title"].split("•")[0]), name
        assert found.publisher
        assert found.language == "en"
        kinds = Counter(mark.kind for mark in found.marks)
        assert kinds[PartKind.HEADLINE] == 1, name
        lead = " ".join(m.span.of(found.text) for m in found.marks if m.kind == "standfirst")
        assert _words(lead) == _words(entry["lead"]), name


def test_bold_labels_of_kremlin_pages_are_marked_at_the_start_of_their_paragraphs(kremlin):
    """A paragraph that begins bold and has its colon at the end of the bold type is labelled."""
    total = 0
    for name, (page, found, _) in kremlin.items():
        crude = [
            " ".join(_words(unescape(label[1])))
            for paragraph, _ in _crude_paragraphs(page)
            if (label := BOLD_LABEL.match(paragraph))
        ]
        labels = [" ".join(_words(m.value)) for m in found.marks if m.kind == PartKind.LABEL]
        assert not Counter(crude) - Counter(labels), name
        total += len(crude)
    assert total > 3000


def test_un_speeches_and_seeds_are_kept_to_the_letter(shared):
    folders = ((shared / "data" / "ungdc_astana", 32), (shared / "seeds", 5))
    for folder, count in folders:
        found = list(_documents(folder, "*.txt"))
        assert len(found) == count
        for path, document in found:
            assert document.text == path.read_text(encoding="utf-8-sig").replace("\f", "\n")


def test_white_house_files_keep_every_word_of_their_body(shared):
    found = list(_documents(shared / "data" / "whitehouse", "*.md"))
    assert len(found) == 120
    for path, document in found:
        assert document.published == path.name[:10]
        assert document.title
        assert document.url.startswith("https://")
        assert "\\" not in document.text
        body = path.read_text().split("---\n", 2)[2]
        body = re.sub(r"\]\([^()]*(?:\([^()]*\)[^()]*)*\)", "]", body)
        body = unescape(re.sub(r"<(?!http)[^>]*>", "", body))
        missing = Counter(_words(body)) - Counter(_words(document.text))
        assert not missing, (path.name, sum(missing.values()))


def test_white_house_questions_and_labels_begin_lines(shared):
    label = re.compile(r"^(?:[\s\u00a0]*)(Q[\s\u00a0]{2,}|(?:MS|MR|DR)\. [A-Z’-]+:)", re.M)
    total = 0
    for path, document in _documents(shared / "data" / "whitehouse", "*.md"):
        written = [" ".join(m.split()) for m in label.findall(path.read_text())]
        have = [" ".join(m.split()) for m in label.findall(document.text)]
        assert not Counter(written) - Counter(have), path.name
        total += len(written)
    assert total > 5000


def test_the_debates_are_four_documents_of_their_days_turn_by_turn(shared):
    path = shared / "data" / "debates2016" / "debate.csv"
    found = [document for _, document in _documents(path.parent, path.name)]
    assert [d.published for d in found] == ["2016-09-26", "2016-10-04", "2016-10-09", "2016-10-19"]
    assert len({d.id for d in found}) == 4
    with path.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["Text"].strip()]
    labels = [
        (m.value, d.text[m.span.start : m.span.end])
        for d in found
        for m in d.marks
        if m.kind == PartKind.LABEL
    ]
    assert len(labels) == len(rows)
    assert Counter(label for label, _ in labels) == Counter(row["Speaker"] for row in rows)
    assert all(words == f"{label}:" for label, words in labels)


def test_a_folder_of_real_files_is_walked_whole(shared):
    folder = shared / "data" / "kremlin_astana"
    paths = list(walk([str(folder)]))
    assert len(paths) == 214
    assert paths == sorted(paths)
    index = next(path for path in paths if path.suffix == ".json")
    found = list(read(index.read_bytes(), path=str(index)))
    assert len(found) == 1
    assert isinstance(found[0], Failure)
