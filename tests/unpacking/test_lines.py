import json

from hypothesis import given
from hypothesis import strategies as st
from tests.unpacking import made

from onrecord.model import Document
from onrecord.readers import read
from onrecord.unpacking import Limits, unpack

LINES = [
    {"text": "The minister said that talks would go on.", "url": "https://a.example/1"},
    {"id": "two", "text": "“We agreed,” she said.\u2028It rained.", "title": "Zweites – größer"},
    {"text": "It rained.", "kind": "story", "other": 1},
]
WHOLE = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in LINES).encode()


def by_lines(path):
    for one in unpack(path):
        yield from read(one.data, path=one.path, given=one.given, form=one.form, record=one.record)


def known(document):
    if not isinstance(document, Document):
        return document
    where = document.provenance
    return document.id, document.text, document.url, where.path, where.record, where.reader


def test_a_line_alone_is_the_document_that_it_is_in_its_file(tmp_path):
    path = made.put(tmp_path, "x.jsonl", b"\xef\xbb\xbf" + WHOLE.replace(b"\n", b"\r\n\n"))
    alone = [known(one) for one in by_lines(path)]
    assert alone == [known(one) for one in read(path.read_bytes(), path=str(path))]
    assert [one[4] for one in alone] == ["line 1", "line 3", "line 5"]


WORDS = st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=30)


@given(st.lists(st.one_of(WORDS, st.sampled_from(WHOLE.decode().splitlines())), max_size=8))
def test_bad_lines_are_called_by_their_number(tmp_path_factory, lines):
    whole = "\n".join(['{"text": "words"}', *lines]).encode()
    path = made.put(tmp_path_factory.mktemp("lines"), "x.jsonl", whole)
    both = (
        [known(one) for one in by_lines(path)],
        [known(one) for one in read(whole, path=str(path))],
    )
    alone, together = (
        [one if isinstance(one, tuple) else one.reason.partition(":")[0] for one in found]
        for found in both
    )
    assert alone == together


def test_a_line_that_is_too_long_is_a_failure_and_the_others_are_read(tmp_path):
    lines = WHOLE.splitlines()
    path = made.put(tmp_path, "x.jsonl", lines[0] + b"\n" + b"x" * 3_000_000 + b"\n" + lines[1])
    assert len(made.datas(path, Limits(entry=1000))) == 2
    assert made.reasons(path, Limits(entry=1000)) == [
        "x.jsonl: line 2: larger than the maximum: 1,000 allowed"
    ]


def test_one_object_over_many_lines_or_an_array_is_one_entry(tmp_path):
    pretty = json.dumps(LINES[0], indent=1).encode()
    path = made.put(tmp_path, "x.json", pretty)
    assert made.datas(path) == [pretty]
    assert [known(one) for one in by_lines(path)] == [
        known(one) for one in read(pretty, path=str(path))
    ]
    (failure,) = by_lines(made.put(tmp_path, "y.json", b'[\n{"text": "a"}\n]'))
    assert failure.reason == "a JSON array, not JSON Lines (one object a line)"


def test_lines_in_utf_16_are_one_entry(tmp_path):
    path = made.put(tmp_path, "x.jsonl", WHOLE.decode().encode("utf-16"))
    assert [one.text for one in by_lines(path)] == [line["text"] for line in LINES]


def test_packed_lines_are_lines(tmp_path):
    for packing, pack in made.PACK.items():
        path = made.put(tmp_path, f"x.jsonl.{packing}".strip("."), pack(WHOLE))
        assert [one.record for one in unpack(path)] == ["line 1", "line 2", "line 3"]


def test_lines_that_are_cut_off_give_what_is_whole(tmp_path):
    packed = made.PACK["gz"](WHOLE * 1000)
    path = made.put(tmp_path, "x.jsonl.gz", packed[: len(packed) // 2])
    assert len(made.datas(path)) > 100
    assert made.reasons(path) == ["x.jsonl.gz: cut off: the gz data is not whole"]
