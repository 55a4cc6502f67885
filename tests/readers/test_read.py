"""What every reader keeps to, whatever the format."""

import hashlib
import subprocess
import sys

import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st

from onrecord.model import Document, Failure
from onrecord.readers import read, sniff

PAGE = b"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A day in Port Ellery
</title></head><body><nav><a href="/">Home</a></nav><article><h1>A day in Port Ellery</h1>
<p>Minister Ada Vell said on Monday that \xe2\x80\x9cthe bridge will open\xe2\x80\x9d in May.</p>
<p><b>Question:</b> Which May?</p><p><b>Ada Vell:</b> The next one.</p></article></body></html>"""
NOTES = b"""---\ntitle: A briefing\ndate: 2031-04-05\n---\nMS. VELL:  The bridge\nwill open.\n"""
ROWS = b"Line,Speaker,Text,Date\n1,Vell,The bridge will open.,9/26/31\n2,Orme,When?,9/26/31\n"
LINES = b'{"id": "a", "text": "Vell said so."}\n{"id": "b", "text": "Orme did not."}\n'
WORDS = "Ada Vell said: “The bridge will open.”\n\nNobody else spoke.\n".encode()
SAMPLES = {"x.html": PAGE, "x.md": NOTES, "x.csv": ROWS, "x.jsonl": LINES, "x.txt": WORDS}


def only(data, **options):
    found = list(read(data, **options))
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize("path", SAMPLES)
def test_a_format_is_known_by_its_looks_as_by_its_extension(path):
    by_name = list(read(SAMPLES[path], path=path))
    by_looks = list(read(SAMPLES[path], path="-"))
    assert sniff(SAMPLES[path], path=path) == sniff(SAMPLES[path], path="-")
    assert [d.text for d in by_name] == [d.text for d in by_looks]
    assert all(isinstance(d, Document) for d in by_name)


@pytest.mark.parametrize("path", SAMPLES)
def test_provenance_says_what_was_read_and_by_whom(path):
    for found in read(SAMPLES[path], path=path):
        provenance = found.provenance
        assert provenance.sha256 == hashlib.sha256(SAMPLES[path]).hexdigest()
        assert (provenance.path, provenance.encoding) == (path, "utf-8")
        assert provenance.reader
        assert provenance.reader_version
        assert "/" in provenance.media_type


def test_an_id_is_of_the_bytes_where_none_is_given():
    assert only(WORDS).id == hashlib.sha256(WORDS).hexdigest()[:12]
    assert only(WORDS, path="elsewhere.txt").id == only(WORDS).id


@pytest.mark.parametrize("path", SAMPLES)
def test_what_is_given_goes_before_what_is_read(path):
    given = {
        "title": "Given",
        "url": "https://example.org/given",
        "published": "2031-05",
        "publisher": "The Ellery Mail",
        "author": "O. Rivers",
        "language": "en-GB",
        "kind": "transcript",
        "speaker": "Ada Vell",
    }
    for found in read(SAMPLES[path], path=path, given=given):
        assert {name: getattr(found, name) for name in given} == given


def test_empty_values_give_nothing():
    assert only(NOTES, path="x.md", given={"title": ""}).title == "A briefing"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b" \r\n\t\n", "empty"),
        (b"\xef\xbb\xbf\n", "empty"),
        (b"%PDF-1.7 and so on", "PDF"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"PK\x03\x04 and so on", "ZIP"),
        (bytes(range(256)) * 20, "binary"),
    ],
)
@pytest.mark.parametrize("path", ["", "x.html", "x.txt", "x.md", "x.csv", "x.jsonl"])
def test_what_is_no_text_is_refused_in_one_line(data, words, path):
    found = only(data, path=path)
    assert isinstance(found, Failure)
    assert found.path == path
    assert words in found.reason
    assert "\n" not in found.reason


def test_a_file_above_the_maximum_is_refused_with_both_sizes():
    found = only(b"x" * 2001, max_size=2000)
    assert isinstance(found, Failure)
    assert "2,001" in found.reason
    assert "2,000" in found.reason
    assert isinstance(only(b"x" * 2000, max_size=2000), Document)


def test_a_kind_that_is_none_and_a_field_that_is_none_are_refused():
    assert "kind is one of" in only(WORDS, given={"kind": "rumour"}).reason
    assert "no such field: mood" in only(WORDS, given={"mood": "fair"}).reason


@drawn(
    path=st.sampled_from([*SAMPLES, "-"]),
    which=st.sampled_from(list(SAMPLES)),
    spoil=st.tuples(st.integers(0, 600), st.integers(0, 600), st.binary(max_size=12)),
)
def test_spoilt_bytes_end_in_documents_or_failures(path, which, spoil):
    whole = SAMPLES[which]
    cut, at, junk = spoil
    spoilt = (whole[:at] + junk + whole[at:])[: len(whole) - cut if cut < len(whole) else None]
    _holds(spoilt, path)


@drawn(path=st.sampled_from([*SAMPLES, "-"]), data=st.binary(max_size=400))
def test_any_bytes_end_in_documents_or_failures(path, data):
    _holds(data, path)


@drawn(path=st.sampled_from([*SAMPLES, "-"]), text=st.text(max_size=400))
def test_any_text_ends_in_documents_or_failures(path, text):
    _holds(text.encode("utf-8", "surrogatepass"), path)


def _holds(data, path):
    for found in read(data, path=path):
        if isinstance(found, Failure):
            assert "fault of Onrecord" not in found.reason
            assert found.reason
            assert "\n" not in found.reason
            continue
        assert found.text.strip()
        found.text.encode("utf-8")
        for mark in found.marks:
            assert mark.span.of(found.text).strip()
        for line in found.dropped:
            assert "\n" not in line


def test_nothing_heavy_is_imported_before_it_is_needed():
    heavy = ("lxml", "trafilatura", "markdown_it", "frontmatter", "yaml", "charset_normalizer")
    program = f"import sys, onrecord.readers; print(set({heavy}) & set(sys.modules))"
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    assert (done.stdout.strip(), done.stderr) == ("set()", "")


def test_the_form_that_is_told_goes_before_the_path():
    (page,) = read(b"<p>The bridge stays shut.</p>", path="https://orlo.example/a.md", form="html")
    assert page.text == "The bridge stays shut."
    (failure,) = read(b"words", form="novel")
    assert "no such format: novel" in failure.reason


def test_a_reason_is_one_line_whatever_words_of_the_file_it_has():
    failed = only(b"a\x1b[31m\r\nb\t\x85c," + b"x" * 5000 + b"\n1,2\n", path="x.csv")
    assert isinstance(failed, Failure)
    assert failed.reason.isprintable()
    assert len(failed.reason) < 500


@pytest.mark.parametrize("path", ["x.csv", "x.jsonl", "x.vtt", "x.tei", "x.html", "x.md"])
@pytest.mark.parametrize(
    "data", [b"\xe2\x80\x83\n", b"Line,Speaker,Text,Date\n", b"WEBVTT\n", b"{}"]
)
def test_what_holds_nothing_ends_in_something_all_the_same(path, data):
    assert list(read(data, path=path))


def test_bytes_of_a_file_name_that_are_no_text_are_written_out():
    found = only(WORDS, path="a\udcff\n.txt")
    assert found.provenance.path == "a\\xff\n.txt"


def test_half_a_surrogate_pair_in_what_is_given_is_replaced():
    assert only(WORDS, given={"title": "A\ud800"}).title == "A\ufffd"
