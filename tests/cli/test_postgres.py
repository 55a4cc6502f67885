"""The command line over a PostgreSQL database."""

import json
import pickle
import subprocess
import sys
import urllib.request

import pytest

from onrecord.stores import Address
from onrecord.web import Settings


@pytest.fixture
def database(postgres):
    """Where the database of a test is."""
    return postgres.new_database()


def test_documents_are_added_searched_checked_and_taken_out(onrecord, papers):
    added = onrecord("add", papers)
    assert added.exit_code == 0
    assert added.stdout.splitlines()[-1] == "2 added, 0 held already, 0 newer versions, 0 failed"
    assert onrecord("add", papers).stdout.splitlines()[-1].startswith("0 added, 2 held already")
    assert "The bridge will stay shut" in onrecord("search", "bridge").stdout
    found = onrecord("check", "The bridge will stay shut until the river falls", "--json")
    assert json.loads(found.stdout)["finding"] == "verbatim"
    altered = onrecord("check", "We have asked seven engineers to look at it", "--json")
    assert json.loads(altered.stdout)["finding"] == "altered"
    story = added.stdout.splitlines()[-2].split()[1]
    assert onrecord("remove", story).exit_code == 0
    assert len(onrecord("documents").stdout.splitlines()) == 2


def test_a_database_is_moved_there_and_back_and_says_what_was_moved(
    onrecord, papers, database, tmp_path, monkeypatch
):
    here, back = tmp_path / "here.db", tmp_path / "back.db"
    monkeypatch.setenv("ONRECORD_DB", str(here))
    onrecord("add", papers)
    there = onrecord("db", "move", here, database)
    assert there.exit_code == 0
    again = onrecord("db", "move", database, back)
    assert there.stdout.splitlines()[:-1] == again.stdout.splitlines()[:-1]
    assert "documents" in there.stdout
    assert "counts and checksums are the same" in again.stdout.splitlines()[-1]
    refused = onrecord("db", "move", here, database)
    assert refused.exit_code == 2
    assert "empty" in refused.stderr
    listed = onrecord("documents", "--db", database)
    assert listed.stdout == onrecord("documents", "--db", back).stdout


def test_it_is_examined_and_kept_in_a_file(onrecord, papers, tmp_path):
    onrecord("add", papers)
    examined = onrecord("doctor")
    assert examined.exit_code == 0
    assert examined.stdout.splitlines()[-1].endswith(": whole")
    kept = tmp_path / "kept.db"
    assert onrecord("db", "backup", kept).exit_code == 0
    assert onrecord("doctor", "--db", kept).exit_code == 0
    refused = onrecord("db", "restore", kept)
    assert refused.exit_code == 2
    assert "empty" in refused.stderr


def test_no_password_is_ever_printed(onrecord, monkeypatch):
    monkeypatch.setenv("ONRECORD_DB", "postgresql://ann:hush@127.0.0.1:1/onrecord")
    for command in (["documents"], ["add", "."], ["doctor"], ["db", "move", "a.db", "b.db"]):
        done = onrecord(*command)
        assert done.exit_code == 2
        assert "hush" not in done.output
    moved = onrecord("db", "move", "postgresql://ann:hush@127.0.0.1:1/onrecord", "b.db")
    assert "postgresql://ann@127.0.0.1:1/onrecord: the server cannot be reached" in moved.stderr
    assert "hush" not in moved.output


def test_the_web_app_is_served_from_it(onrecord, papers, database):
    onrecord("add", papers)
    serving = subprocess.Popen(
        [
            *(sys.executable, "-m", "onrecord", "serve", "--db", database),
            *("--port", "0"),
        ],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        lines = iter(serving.stdout.readline, "")
        url = next(word for line in lines for word in line.split() if word.startswith("http://"))
        with urllib.request.urlopen(f"{url.rstrip('/.,')}/documents", timeout=120) as page:
            assert "Bridge stays shut" in page.read().decode()
    finally:
        serving.terminate()
        serving.wait(30)


def test_what_a_process_of_the_server_is_told_is_the_address_itself():
    settings = Settings(Address("postgresql://ann:hush@127.0.0.1/onrecord"))
    assert pickle.loads(pickle.dumps(settings)) == settings
    assert "hush" not in repr(settings)
