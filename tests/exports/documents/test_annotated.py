"""What is exported to be annotated is read by what trains."""

from hypothesis import given
from tests.exports import hostile

from onrecord.exports.documents import as_annotated
from onrecord.training.annotated import read_annotations


def test_training_reads_every_document_with_its_spans(accounts, tmp_path):
    path = tmp_path / "gold.jsonl"
    path.write_text("".join(as_annotated(accounts)), "utf-8")
    found = list(read_annotations(path))
    assert [one.text for one in found] == [one.document.text for one in accounts]
    for one, account in zip(found, accounts, strict=True):
        given = [s.attribution for s in account.reading.statements]
        assert [a.content for a in one.attributions] == [tuple(sorted(a.content)) for a in given]
        assert [a.source for a in one.attributions] == [tuple(sorted(a.source)) for a in given]


@given(account=hostile.accounts())
def test_hostile_words_are_a_line(account):
    (line,) = as_annotated([account])
    assert line.encode().count(b"\n") == 1
