import json

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.copies.test_copies import STORY, text, words

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
    heads = "id kind dated publisher turns statements copies title"
    assert table[0].split() == heads.split()
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


@pytest.fixture
def copied(onrecord, tmp_path):
    """A command over a story of 2 May, a copy of it of 3 May, and another story."""
    copies = {"late.md": ("2021-05-03", text(STORY[:-1])), "early.md": ("2021-05-02", text(STORY))}
    for name, (day, content) in {**copies, "other.md": ("2021-05-01", words(80, 3))}.items():
        (tmp_path / name).write_text(f"---\ndate: {day}\ntitle: {name}\n---\n{content}\n", "utf-8")
        onrecord("add", tmp_path / name, "--kind", "story")
    return onrecord


def test_copies_are_counted_and_grouped_under_the_earliest(copied, lines):
    every = lines(copied("documents", "--format", "jsonl").stdout)
    counted = {one["title"]: one["copies"] for one in every}
    assert counted == {"early.md": 1, "late.md": 1, "other.md": 0}
    grouped = lines(copied("documents", "--group", "--format", "jsonl").stdout)
    assert {one["title"] for one in grouped} == {"early.md", "other.md"}


def test_a_document_names_its_copies_and_which_is_the_first(copied):
    late = json.loads(copied("show", "late.md", "--json").stdout)
    early = json.loads(copied("show", "early.md", "--json").stdout)
    first, second = early["document"]["id"], late["document"]["id"]
    assert late["copies"] == early["copies"] == [first, second]
    assert f"copies      {first} (the first is {first})" in copied("show", "late.md").stdout
    assert f"copies      {second} (the first of these)" in copied("show", "early.md").stdout
    assert "copies  " not in copied("show", "other.md").stdout
