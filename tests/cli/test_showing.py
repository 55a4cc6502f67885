import json

import click
from hypothesis import given
from hypothesis import strategies as st

from onrecord.cli.marking import marked_text
from onrecord.model import (
    Attribution,
    Document,
    Kind,
    Provenance,
    Quotation,
    Reading,
    Span,
    Statement,
    Structure,
    Turn,
)


def test_documents_are_listed_by_date_in_three_formats(held, lines):
    table = held("documents").stdout.splitlines()
    assert table[0].split() == ["id", "kind", "dated", "publisher", "turns", "statements", "title"]
    assert len(table) == 3
    assert held("documents", "--format", "csv").stdout.startswith("id,kind,dated,")
    listed = lines(held("documents", "--format", "jsonl").stdout)
    assert {one["kind"] for one in listed} == {"transcript", "story"}
    assert [one["dated"] for one in listed] == ["2021-03-03", "2021-03-03"]


def test_turns_and_statements_are_marked_in_the_text(held):
    told = held("show", "conference.txt").stdout
    assert "answer: Ann Bell⟫" in told
    assert "question: not named⟫" in told
    told = held("show", "story.md").stdout
    assert "⟨" in told
    assert "‹said›" in told
    assert "Ann Bell (name): direct" in told


def test_json_gives_all_with_spans_that_slice_the_text(held):
    told = json.loads(held("show", "story.md", "--json").stdout)
    text = told["document"]["text"]
    contents = [
        text[start:end]
        for one in told["statements"]
        for start, end in one["attribution"]["content"]
    ]
    assert any("stay shut until the river falls" in words for words in contents)
    assert told["structure"]["kind"] == "story"


def test_an_older_version_says_which_one_is_newer(onrecord, papers, lines):
    url = "https://orlo.example/bridge"
    onrecord("add", papers / "conference.txt", "--url", url)
    (old,) = lines(onrecord("documents", "--format", "jsonl").stdout)
    onrecord("add", papers / "press" / "story.md", "--url", url)
    (new,) = lines(onrecord("documents", "--format", "jsonl").stdout)
    assert f"its newer version is {new['id']}" in onrecord("show", old["id"]).stdout
    told = json.loads(onrecord("show", url, "--json").stdout)
    assert told["listed"]["supersedes"] == old["id"]


def test_the_bytes_come_back_as_they_were(held, papers):
    assert (
        held("show", "story.md", "--raw").stdout_bytes
        == (papers / "press" / "story.md").read_bytes()
    )


def test_a_reference_that_means_nothing_or_too_much_is_one_line(held):
    done = held("show", "gone.txt")
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)


def test_a_document_cannot_steer_the_terminal(onrecord, tmp_path):
    path = tmp_path / "trap.jsonl"
    text = '\x1b]0;owned\x07"We agree," said Ann Bell.'
    path.write_text(json.dumps({"id": "trap", "text": text, "title": "\x1b[2J"}), "utf-8")
    onrecord("add", path)
    for command in (["show", "trap"], ["documents"], ["statements"], ["check", "we agree to that"]):
        assert "\x1b" not in onrecord(*command).stdout
        assert "\x07" not in onrecord(*command).stdout


@given(data=st.data(), text=st.text(alphabet="ab \n", max_size=30))
def test_marks_take_nothing_from_the_text(data, text):
    place = st.integers(0, len(text))
    spans = st.lists(st.tuples(place, place).map(lambda p: Span(min(p), max(p))), max_size=4)
    attributions = [
        Attribution(*(tuple(data.draw(spans)) for _ in range(3)), Quotation.DIRECT)
        for _ in range(3)
    ]
    reading = Reading(
        document=Document("d", text, Provenance("", "", "")),
        structure=Structure(Kind.OTHER, "", turns=(Turn(1, "", tuple(data.draw(spans))),)),
        statements=tuple(Statement("d", a) for a in attributions),
    )
    shown = click.unstyle(marked_text(reading))
    for mark in ["⟪1 speech: not named⟫ ", *(f"{m}{n} " for n in (1, 2, 3) for m in "⟦⟨"), *"⟧⟩‹›"]:
        shown = shown.replace(mark, "")
    assert shown == text
