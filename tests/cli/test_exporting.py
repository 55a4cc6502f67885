"""`onrecord export` writes what is held, chosen by filters, and says what cannot be written."""

import json

import pyarrow.parquet as pq
import pytest

import examples
from onrecord.cli.exporting import _FORMS, _TABLES
from onrecord.exports import FORMS
from onrecord.exports.tables import COLUMNS
from onrecord.stores import open_store


@pytest.fixture(scope="module")
def papers(tmp_path_factory):
    path = tmp_path_factory.mktemp("exporting") / "papers.db"
    with open_store(path) as store:
        examples.fill(store)
    return path


@pytest.fixture
def export(papers, onrecord):
    return lambda *args: onrecord("export", *args, "--db", papers)


def test_the_help_knows_every_form_in_one_line(onrecord):
    told = onrecord("export", "--help").stdout.splitlines()
    assert {name: form.told for name, form in FORMS.items()} == _FORMS
    assert tuple(sorted(COLUMNS)) == tuple(sorted(_TABLES))
    for name, words in _FORMS.items():
        assert any(line.split() == [name, *words.split()] for line in told)


@pytest.mark.parametrize("form", [name for name, form in FORMS.items() if form.write])
def test_every_form_writes_the_same_to_a_file_as_to_output(export, form, tmp_path):
    options = ("--document", "quorrel-league.txt", "--estimate-times")
    shown = export(form, *options)
    assert shown.exit_code == 0
    path = tmp_path / "out"
    export(form, *options, "--output", path)
    assert path.read_bytes() == shown.stdout_bytes
    assert [one.name for one in tmp_path.iterdir()] == ["out"]


def test_filters_choose_documents_and_statements(export):
    lines = export(
        "annotated",
        "--publisher",
        "quenna press",
        "--from",
        "2023-02-01",
        "--to",
        "2023-02-28",
        "--speaker",
        "Tolvarin",
    ).stdout.splitlines()
    (only,) = map(json.loads, lines)
    assert all("Tolvarin" in one["speaker"] for one in only["attributions"])


def test_findings_are_there_where_they_are_asked_for(export):
    ledger = ("--document", "ledger.html")
    items = json.loads(export("web-annotation", *ledger).stdout)["items"]
    more = json.loads(export("web-annotation", *ledger, "--check").stdout)["items"]
    assert {one["motivation"] for one in items} == {"identifying"}
    assert {one["motivation"] for one in more} == {"identifying", "assessing"}
    assert "misattributed" in export("csv", *ledger, "--table", "findings").stdout


def test_a_folder_holds_a_card_and_tables(export, tmp_path):
    assert export("hugging-face", "--output", str(tmp_path / "hub")).exit_code == 0
    assert (tmp_path / "hub" / "README.md").is_file()
    assert pq.read_table(tmp_path / "hub" / "data" / "statements" / "train.parquet").num_rows


def test_several_transcripts_are_a_file_each(export, tmp_path):
    done = export("webvtt", "--kind", "transcript", "--estimate-times", "--output", str(tmp_path))
    assert done.exit_code == 0
    assert len(list(tmp_path.glob("*.vtt"))) == 6


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("webvtt",), "one document a file"),
        (("webvtt", "--document", "quorrel-league.txt"), "no times are known"),
        (("webvtt", "--document", "courier.html"), "no turns"),
        (("hugging-face",), "a folder"),
        (("tei", "--publisher", "nobody at all"), "no document held passes"),
        (("tei", "--document", "nothing"), "nothing"),
        (("tei", "--from", "soon"), "is no day"),
        (("docx",), "docx"),
    ],
)
def test_what_cannot_be_written_is_said_in_one_line(export, args, words):
    done = export(*args)
    assert done.exit_code == 2
    assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_a_file_that_fails_is_not_left_half_written(export, tmp_path):
    export("webvtt", "--output", str(tmp_path / "out.vtt"))
    assert list(tmp_path.iterdir()) == []
