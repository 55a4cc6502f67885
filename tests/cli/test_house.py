import os
import sqlite3
import subprocess
import sys

import click
import pytest

from onrecord.cli import COMMANDS, main

GROUPS = ("corrections", "db", "people", "process", "review", "spark")
NO_STORE = {
    ("db", "move"),  # it names both
    ("process", "list"),
    ("process", "show"),
    ("spark", "extract"),
    ("spark", "match"),
}
HEAVY = (
    "numpy onnxruntime trafilatura lxml rich edtf sqlite3 ahocorasick cydifflib rapidfuzz"
    " frontmatter dateparser"
)


def test_help_loads_nothing_heavy():
    script = (
        "import sys\n"
        "from onrecord.cli import main\n"
        "try:\n    main(['--help'])\nexcept SystemExit:\n    pass\n"
        f"print('loaded:', *[m for m in {HEAVY.split()} if m in sys.modules])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert "Usage: onrecord" in done.stdout
    assert done.stdout.splitlines()[-1].strip() == "loaded:"


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_each_command_has_help_and_takes_a_database_after_its_name(onrecord, name):
    done = onrecord(name, "--help")
    assert done.exit_code == 0
    bare = ("extract", "engines", "train", *GROUPS)
    assert ("--db" in done.output) is (name not in bare)


@pytest.mark.parametrize("name", GROUPS)
def test_each_command_of_a_group_has_help_and_takes_a_database_where_it_needs_one(onrecord, name):
    group = main.get_command(click.Context(main), name)
    for inner in group.list_commands(click.Context(group)):
        done = onrecord(name, inner, "--help")
        assert done.exit_code == 0
        assert ("--db" in done.output) is ((name, inner) not in NO_STORE)


def test_an_unknown_command_is_a_usage_error(onrecord):
    assert onrecord("guess").exit_code == 2


def test_the_option_goes_before_the_environment(onrecord, papers, database, tmp_path):
    other = tmp_path / "other.db"
    assert onrecord("add", papers, "--db", other).exit_code == 0
    assert other.exists()
    assert not database.exists()


def test_without_either_the_database_is_in_the_users_data_folder(onrecord, papers, monkeypatch):
    monkeypatch.delenv("ONRECORD_DB")
    monkeypatch.setenv("XDG_DATA_HOME", str(papers / "data"))
    monkeypatch.setenv("HOME", str(papers))
    monkeypatch.setattr(sys, "platform", "linux")
    assert onrecord("add", papers / "conference.txt").exit_code == 0
    assert (papers / "data" / "onrecord" / "onrecord.db").exists()


@pytest.mark.parametrize("content", [b"Dear all,\n", b"\x00\x01" * 999, b""])
@pytest.mark.parametrize("command", [["documents"], ["check", "a few words of hers"]])
def test_a_database_that_is_not_one_is_one_line(onrecord, database, content, command):
    database.write_bytes(content)
    done = onrecord(*command)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith("onrecord: ")
    assert done.stderr.count("\n") == 1
    assert database.read_bytes() == content


def test_a_database_of_a_newer_version_is_one_line(held, database):
    connection = sqlite3.connect(database)
    connection.execute("PRAGMA user_version = 999")
    connection.close()
    for command in (["documents"], ["add", database.parent / "papers"]):
        done = held(*command)
        assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
        assert "newer Onrecord" in done.stderr


def test_no_database_yet_is_one_line_and_makes_none(onrecord, database):
    done = onrecord("documents")
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
    assert not database.exists()


def test_colour_is_for_terminals_and_no_color_turns_it_off(held, monkeypatch):
    assert "\x1b" not in held("documents").output
    assert "\x1b" not in held("documents", color=True).output
    monkeypatch.delenv("NO_COLOR")
    assert "\x1b" in held("documents", color=True).output


def test_a_reader_that_goes_away_is_no_error(held, as_process):
    process = as_process("statements")
    process.stdout.close()
    told = process.stderr.read()
    process.wait()
    process.stderr.close()
    assert "Traceback" not in told
    assert "Exception ignored" not in told


def test_what_a_terminal_cannot_show_is_escaped(held, database):
    done = subprocess.run(
        [sys.executable, "-m", "onrecord", "show", "story.md"],
        env={**os.environ, "ONRECORD_DB": str(database), "PYTHONIOENCODING": "latin-1"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert "\\u27e6" in done.stdout


def test_the_group_is_the_program():
    assert main.name == "onrecord"
