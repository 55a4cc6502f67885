import csv
import io
import json

import pytest


def contents(lines, result):
    assert result.exit_code == 0
    return [line["content"].strip('",') for line in lines(result.stdout)]


BRIDGE = "The bridge will stay shut until the river falls"
ENGINEERS = "We have asked seven engineers to look at it"


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (["--document", "story.md", "--kind", "direct"], [BRIDGE, ENGINEERS]),
        (["--speaker", "Ms Bell", "--kind", "direct", "--document", "story"], None),
        (["--speaker", "ann bell", "--document", "story.md", "--kind", "direct"],
         [BRIDGE, ENGINEERS]),
        (["--speaker", "Bob Reed"], []),
        (["--document", "story.md", "--kind", "direct", "--date", "2021-03"],
         [BRIDGE, ENGINEERS]),
        (["--date", "2020"], []),
        (["--publisher", "Nobody"], []),
    ],
)  # fmt: skip
def test_filters(held, lines, options, expected):
    done = held("statements", "--format", "jsonl", *options)
    if expected is None:
        assert done.exit_code == 2
        assert "story: no document" in done.stderr
    else:
        assert contents(lines, done) == expected


def test_a_surname_finds_its_bearer_and_so_does_another_spelling(onrecord, lines):
    text = '"We agree on that," Sergey Orlov said.'
    onrecord("add", "-", input=text)
    for name in ("Orlov", "Sergei Orlov"):
        done = onrecord("statements", "--speaker", name, "--format", "jsonl")
        assert contents(lines, done) == ["We agree on that"]


def test_a_date_that_is_none_is_one_line(held):
    done = held("statements", "--date", "whenever")
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)


def test_csv_holds_no_formula(onrecord):
    text = '"=2+5 is what we pay," said Ann Bell. "@home we stay," she said.'
    onrecord("add", "-", "--publisher", "+Post", input=text)
    rows = list(csv.DictReader(io.StringIO(onrecord("statements", "--format", "csv").stdout)))
    assert rows
    assert all(row["publisher"] == "'+Post" for row in rows)
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row.values())


def test_json_lines_have_spans_of_every_role(held, lines):
    shown = json.loads(held("show", "story.md", "--json").stdout)
    text = shown["document"]["text"]
    for line in lines(held("statements", "--document", "story.md", "--format", "jsonl").stdout):
        for role in ("source", "cue", "content"):
            assert " … ".join(text[s:e] for s, e in line["spans"][role]) == line[role]


def test_search_finds_words_by_their_stems_best_first(held, lines):
    found = contents(lines, held("search", "engineer", "--format", "jsonl"))
    assert any(ENGINEERS in words for words in found)
    assert held("search", "nowhere").stdout == ""


def test_a_phrase_given_to_the_shell_in_quotation_marks_is_a_phrase(held):
    assert held("search", "stay shut", "bridge").stdout


@pytest.mark.parametrize("query", ['"', "-", "AND OR NOT", "a*b(", "NEAR(", "^:", "'; --", "😀"])
def test_odd_characters_are_no_syntax_error(held, query):
    done = held("search", "--", query)
    assert done.exit_code in (0, 2)
    assert done.stderr.count("\n") == (1 if done.exit_code else 0)
