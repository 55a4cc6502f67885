"""A process of our own, its profile in a file, and two documents that speak of it."""

import csv
import io

import pytest
from lxml import html

from onrecord.exports import FORMATS, from_json

PROFILE = """
name = "bridge"
title = "Bridge talks"
names = ["Bridge talks", "talks on the bridge"]

[[themes]]
name = "tolls"
words = ["toll", "tolls"]
"""
TALKS = """News conference of Minister Ann Bell, Orlo, 3 March 2021

Question: Who takes part in the Bridge talks?

Ann Bell: Orlo and Sarn are the guarantors of the Bridge talks. The next round of the Bridge talks
will be held in Sarn on 12 April 2021. We are against tolls on the bridge.
"""


@pytest.fixture
def profile(tmp_path):
    path = tmp_path / "bridge.toml"
    path.write_text(PROFILE, "utf-8")
    return path


@pytest.fixture
def talks(onrecord, tmp_path):
    paper = tmp_path / "talks.txt"
    paper.write_text(TALKS, "utf-8")
    assert onrecord("add", paper).exit_code == 0
    return onrecord


def test_a_dossier_is_a_report_unless_told_otherwise(talks, profile):
    done = talks("dossier", profile)
    assert done.exit_code == 0
    assert done.stdout.startswith("# Bridge talks\n")
    assert "1 document" in done.stdout


def test_every_format_of_the_package_is_a_format_of_the_command(talks, profile):
    for form in FORMATS:
        assert talks("dossier", profile, "--format", form).exit_code == 0, form
    assert talks("dossier", profile, "--format", "pdf").exit_code == 2


def test_a_dossier_goes_to_a_file(talks, profile, tmp_path):
    out = tmp_path / "bridge.html"
    done = talks("dossier", profile, "--format", "html", "--output", out)
    assert done.stdout == ""
    assert html.parse(out).findtext(".//h1") == "Bridge talks"


def test_as_of_a_day_leaves_out_what_came_later(talks, profile):
    done = talks("dossier", profile, "--as-of", "2021-03-01", "--format", "json")
    drawn = from_json(done.stdout)
    assert drawn.as_of == "2021-03-01"
    assert not drawn.covered.documents


def test_what_is_no_process_is_told_in_a_line(talks, tmp_path):
    done = talks("dossier", "atlantis")
    assert done.exit_code == 2
    assert done.stderr.startswith("onrecord: no process 'atlantis'")
    assert talks("dossier", tmp_path / "gone.toml").exit_code == 2


def test_a_day_that_is_none_is_told_in_a_line(talks, profile):
    done = talks("dossier", profile, "--as-of", "yesterday")
    assert done.exit_code == 2
    assert done.stderr.count("\n") == 1


def test_a_file_that_cannot_be_written_is_told_in_a_line(talks, profile, tmp_path):
    done = talks("dossier", profile, "--output", tmp_path / "gone" / "a.md")
    assert done.exit_code == 2
    assert done.stderr.count("\n") == 1


def test_positions_are_rows_that_programs_read(talks, profile, lines):
    done = talks("positions", "--process", profile, "--by", "year", "--json")
    assert done.exit_code == 0
    for row in lines(done.stdout):
        assert row["period"] == row["said"][:4]
    table = talks("positions", "--process", profile, "--csv")
    found = list(csv.DictReader(io.StringIO(table.stdout)))
    assert len(found) == len(lines(done.stdout))


def test_positions_cannot_be_both_json_and_csv(talks, profile):
    done = talks("positions", "--process", profile, "--json", "--csv")
    assert done.exit_code == 2


def test_an_empty_day_is_refused_and_is_not_all_that_is_held(talks, profile):
    for command in (("dossier", profile), ("positions", "--process", profile)):
        done = talks(*command, "--as-of", "")
        assert done.exit_code == 2
        assert "empty" in done.stderr


def test_no_position_is_told_in_a_line_that_claims_nothing(talks, profile):
    done = talks("positions", "--process", profile, "--about", "whales")
    assert (done.exit_code, done.stdout) == (0, "")
    assert "does not say that there is none; themes: tolls" in done.stderr
