import csv
import io

import pytest

BRIDGE = "The bridge will stay shut until the river falls"


@pytest.mark.parametrize(
    ("options", "count"),
    [
        ([], 1),
        (["--speaker", "Ms Bell"], 1),
        (["--speaker", "Reed"], 0),
        (["--kind", "indirect"], 0),
        (["--genre", "story"], 1),
        (["--stance", "denied"], 0),
        (["--from", "2021-03", "--until", "2021"], 1),
        (["--from", "2022"], 0),
        (["--finding", "verbatim"], 1),
        (["--finding", "altered"], 0),
        (["--process", "astana"], 0),
    ],
)
def test_filters(held, lines, options, count):
    done = held("search", "river", *options, "--format", "jsonl")
    assert done.exit_code == 0
    assert len(lines(done.stdout)) == count


def test_sentences_of_turns_are_found_with_where_their_words_match(held, lines):
    (line,) = lines(held("search", "pays", "--in", "sentences", "--speaker", "Bell",
                         "--format", "jsonl").stdout)  # fmt: skip
    assert line["words"] == "The district pays."
    start = line["start"]
    assert [line["words"][a - start : b - start] for a, b in line["marks"]] == ["pays"]


def test_without_words_the_filters_say_what_is_listed(held, lines):
    assert len(lines(held("search", "--kind", "direct", "--format", "jsonl").stdout)) == 2
    done = held("search")
    assert (done.exit_code, done.stderr) == (2, "onrecord: nothing to search for\n")


def test_matches_stand_in_one_column(held):
    done = held("search", "bridge", "--in", "sentences", "--kwic")
    columns = {line.index("bridge") for line in done.stdout.splitlines()}
    assert len(done.stdout.splitlines()) > 1
    assert len(columns) == 1


def test_lines_in_context_are_rows_for_programs_in_order(held, lines):
    given = ("search", "bridge", "--in", "sentences", "--kwic", "--sort", "right")
    found = lines(held(*given, "--format", "jsonl").stdout)
    assert [one["right"] for one in found] == sorted(one["right"] for one in found)
    rows = list(csv.DictReader(io.StringIO(held(*given, "--format", "csv").stdout)))
    assert [row["match"] for row in rows] == [one["match"] for one in found]


def test_a_search_goes_on_where_it_ended(held, lines):
    first = held("search", "it", "--in", "sentences", "--limit", "1")
    assert first.stderr.startswith("onrecord: 1 of ")
    cursor = first.stderr.split()[-1]
    rest = held("search", "it", "--in", "sentences", "--cursor", cursor, "--format", "jsonl")
    every = held("search", "it", "--in", "sentences", "--format", "jsonl")
    assert lines(rest.stdout) == lines(every.stdout)[1:]


@pytest.mark.parametrize(
    "options",
    [
        ["--cursor", "x"],
        ["--from", "soon"],
        ["--process", "nowhere"],
        ["--in", "sentences", "--stance", "denied"],
    ],
)
def test_what_cannot_be_searched_is_one_line(held, options):
    done = held("search", "bridge", *options)
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)


def test_any_of_the_words_is_told_apart_from_all(held):
    done = held("search", "river helicopter")
    assert done.exit_code == 0
    assert BRIDGE in done.stdout
    assert "these have any of them" in done.stderr
