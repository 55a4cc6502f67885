"""What the shared archives give, some of which are cut off or damaged on purpose."""

import pytest
from tests.unpacking import made

from onrecord.readers import read
from onrecord.unpacking import unpack

GIVES = {
    "bad.arc": "2 failures, 1 an empty page",
    "example-bad-non-chunked.warc.gz": "1 page, 2 about the archive, 2 a request, 1 a revisit",
    "example-digest.warc": "4 a request",
    "example-iana.org-chunked.warc": "1 page, 1 about the archive, 1 a request",
    "example-resource.warc.gz": "1 page, 2 about the archive",
    "example-space-in-target-uri.warc.gz": "1 about the archive, 1 of type image/png",
    "example-space-in-url.arc": "1 failure",
    "example-trunc.warc": "2 failures, 2 about the archive, 1 a request",
    "example-wget-bad-target-uri.warc.gz": (
        "1 page, 1 about the archive, 1 a request, 1 metadata, 2 a note of the crawler"
    ),
    "example-wrong-chunks.warc.gz": "1 page, 1 a request",
    "example.arc": "1 page",
    "example.arc.gz": "1 page",
    "example.warc": "1 page, 2 about the archive, 2 a request, 1 a revisit",
    "example.warc.gz": "1 page, 2 about the archive, 2 a request, 1 a revisit",
    "post-test.warc.gz": "3 of type application/json, 3 a request",
}
"""In words: pages, failures, and what is passed over by the beginning of its reason."""


def in_words(entries, failures, passed):
    counts = [(len(entries), "page"), (len(failures), "failure")]
    words = [f"{n} {word}{'s' * (n > 1)}" for n, word in counts if n]
    words += [
        f"{one.count} {one.reason.partition(':')[0].removesuffix(' itself')}" for one in passed
    ]
    return ", ".join(words)


@pytest.mark.parametrize("name", GIVES)
def test_what_each_archive_gives(shared, name):
    assert in_words(*made.found(shared / "data" / "warc" / name)) == GIVES[name]


def test_every_archive_is_looked_at(shared):
    files = [path.name for path in (shared / "data" / "warc").iterdir()]
    named = {name for name in files if name not in ("LICENSE", "NOTICE")}
    assert named == set(GIVES) | {"example-bad.warc.gz.bad"}


def test_one_that_is_damaged_at_its_end_gives_what_stands_before(shared, tmp_path):
    """It is called otherwise so that nobody takes it for an archive."""
    data = (shared / "data" / "warc" / "example-bad.warc.gz.bad").read_bytes()
    found = made.found(made.put(tmp_path, "x.warc.gz", data))
    assert (
        in_words(*found)
        == "1 page, 1 about the archive, 2 a request, 1 a revisit, 1 HTTP status 302"
    )


def test_where_the_truncated_ones_are_damaged(shared):
    folder = shared / "data" / "warc"
    assert [
        reason.partition(": ")[2] for reason in made.reasons(folder / "example-trunc.warc")
    ] == [
        "byte 1197: cut off: the gz data is not whole",
        "byte 2,170 or behind it: no record can be read: Invalid WARC header",
    ]
    (reason,) = made.reasons(folder / "example-space-in-url.arc")
    assert reason.endswith("byte 151: cut off: 12 of 1,591 bytes are missing")


def test_packed_and_plain_are_the_same_page(shared):
    folder = shared / "data" / "warc"
    for one, other in (("example.warc", "example.warc.gz"), ("example.arc", "example.arc.gz")):
        assert made.datas(folder / one) == made.datas(folder / other)


def test_a_page_of_an_archive_is_read(shared):
    (entry, *_) = unpack(shared / "data" / "warc" / "example-iana.org-chunked.warc")
    (document,) = read(entry.data, path=entry.path, given=entry.given, form=entry.form)
    assert (document.url, document.provenance.reader) == ("http://www.iana.org/", "html_page")
