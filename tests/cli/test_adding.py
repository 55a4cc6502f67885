import json
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from tests.fetching.servers import answer, forbid_the_world, serve

from onrecord.pipeline import read_document


def ids(result):
    return [line.split()[0] for line in result.stdout.splitlines()[1:]]


def sound(database):
    with closing(sqlite3.connect(database)) as connection:
        return connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def many(folder, count):
    folder.mkdir()
    for number in range(count):
        text = f'Letter {number}\n\n"We will write {number} letters," said Ann Bell.\n'
        (folder / f"letter{number:03}.txt").write_text(text, "utf-8")
    return folder


def test_a_folder_is_read_with_all_below_it_and_summed_up(onrecord, papers):
    done = onrecord("add", papers)
    assert done.exit_code == 0
    assert done.stdout.splitlines()[-1] == "2 added, 0 held already, 0 newer versions, 0 failed"
    assert [line.split()[0] for line in done.stdout.splitlines()[:-1]] == ["added", "added"]
    assert len(ids(onrecord("documents"))) == 2


def test_what_an_older_version_left_untold_is_told_when_it_is_added_again(
    onrecord, database, tmp_path
):
    story = tmp_path / "story.txt"
    story.write_text("Minister Ann Bell denied that the bridge would stay shut until the autumn.\n")
    onrecord("add", story)
    with sqlite3.connect(database) as connection:
        connection.execute("UPDATE statements SET stance = ''")
    assert "0 added, 1 held already" in onrecord("add", story).output
    shown = onrecord("statements", "--format", "csv").output
    assert "speech,denied,False" in shown


def test_the_same_bytes_twice_are_one_document(held, papers):
    done = held("add", papers)
    assert done.exit_code == 0
    assert "0 added, 2 held already" in done.stdout
    assert len(ids(held("documents"))) == 2


def test_newer_bytes_of_a_url_are_a_newer_version(onrecord, papers):
    url = "https://orlo.example/bridge"
    assert onrecord("add", papers / "conference.txt", "--url", url).exit_code == 0
    done = onrecord("add", papers / "press" / "story.md", "--url", url + "/")
    assert "0 added, 0 held already, 1 newer versions" in done.stdout
    assert len(ids(onrecord("documents"))) == 1


def test_standard_input_is_a_minus(onrecord):
    done = onrecord("add", "-", "--title", "A note", input='"We agree," said Ann Bell.')
    assert "1 added" in done.stdout
    assert "A note" in onrecord("documents").stdout


def test_what_is_given_is_kept(onrecord, papers, lines):
    given = {"publisher": "The Post", "published": "2021-03-03", "language": "en", "kind": "story"}
    options = [f"--{name}={value}" for name, value in given.items()]
    assert onrecord("add", papers / "press" / "story.md", *options).exit_code == 0
    (line,) = lines(onrecord("documents", "--format", "jsonl").stdout)
    assert (line["publisher"], line["language"], line["kind"]) == ("The Post", "en", "story")


def test_columns_of_a_csv_file_are_named(onrecord, tmp_path, lines):
    path = tmp_path / "debate.csv"
    path.write_text("Who,What\nAnn Bell,We open the bridge.\nBob Reed,We do not.\n", "utf-8")
    done = onrecord("add", path, "--columns", "speaker=Who,text=What")
    assert done.exit_code == 0
    (line,) = lines(onrecord("documents", "--format", "jsonl").stdout)
    assert line["turns"] == 2


@pytest.mark.parametrize(
    "options",
    [
        ["--published", "last Tuesday"],
        ["--kind", "novel"],
        ["--columns", "speaker"],
        ["--max-size", "huge"],
        ["--url", "https://orlo.example/"],
        ["--title", "Both"],
    ],
)
def test_what_cannot_be_meant_is_refused_before_anything_is_added(
    onrecord, papers, database, options
):
    done = onrecord("add", papers, *options)
    assert done.exit_code == 2
    assert not database.exists()


class TestBadFiles:
    def test_one_bad_file_does_not_lose_the_others(self, onrecord, papers):
        (papers / "a-empty.txt").touch()
        (papers / "b-picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9)
        (papers / "c-large.txt").write_text("word " * 1000, "utf-8")
        done = onrecord("add", papers, papers / "gone.txt", "--max-size", "4k")
        assert done.exit_code == 1
        assert done.stdout.splitlines()[-1].startswith("2 added")
        assert done.stdout.splitlines()[-1].endswith("4 failed")
        told = done.stderr.splitlines()
        assert [line.startswith("not added: ") for line in told] == [True] * 4
        assert [
            name
            for line in told
            for name in ("a-empty", "b-picture", "c-large", "gone")
            if name in line
        ] == ["a-empty", "b-picture", "c-large", "gone"]
        assert "5,000 bytes, 4,000 allowed" in told[2]
        assert "No such file" in told[3]

    def test_standard_input_has_a_maximum_too(self, onrecord):
        done = onrecord("add", "-", "--max-size", "10", input="much longer than that")
        assert done.exit_code == 1
        assert "10 allowed" in done.stderr

    @pytest.mark.parametrize(
        ("name", "content"),
        [
            ("broken.txt", b'"We agree," said Ann Bell in Orl\xff\xfe\xc3.\n'),
            ("cut.html", b"<html><head><title>Bridge</title><body><p>The bridge is sh"),
            ("half.jsonl", b'{"id": "n1", "text": "half \\ud800 a pair"}\n'),
        ],
    )
    def test_damaged_bytes_are_read_as_far_as_they_go_or_refused_in_a_line(
        self, onrecord, tmp_path, name, content
    ):
        path = tmp_path / name
        path.write_bytes(content)
        done = onrecord("add", path)
        added = "1 added" in done.stdout
        assert done.exit_code == (0 if added else 1)
        assert len(done.stderr.splitlines()) == (0 if added else 1)

    def test_a_bad_line_of_a_file_is_listed_by_its_number(self, onrecord, tmp_path):
        path = tmp_path / "notes.jsonl"
        path.write_text('{"id": "n1", "text": "We agree."}\nnonsense\n', "utf-8")
        done = onrecord("add", path)
        assert done.exit_code == 1
        assert "1 added" in done.stdout
        assert "notes.jsonl: line 2:" in done.stderr

    def test_a_fault_in_the_analysis_of_one_document_is_listed_with_it(
        self, onrecord, papers, monkeypatch
    ):
        def stumble(document, **options):
            if "Question" in document.text:
                raise ZeroDivisionError("by zero")
            return read_document(document, **options)

        monkeypatch.setattr("onrecord.intake.taking.read_document", stumble)
        done = onrecord("add", papers)
        assert done.exit_code == 1
        assert "conference.txt" in done.stderr
        assert "ZeroDivisionError: by zero" in done.stderr
        assert "1 added" in done.stdout


def test_a_file_that_is_no_file_is_refused(onrecord, tmp_path):
    assert onrecord("add", "/dev/null").exit_code == 1


@pytest.mark.parametrize("moment", [1, 4, 9])
def test_killed_in_the_middle_everything_acknowledged_is_kept(
    onrecord, as_process, tmp_path, database, moment
):
    folder = many(tmp_path / "letters", 12)
    process = as_process("add", folder)
    told = [process.stdout.readline() for _ in range(moment)]
    process.send_signal(signal.SIGKILL)
    process.communicate()
    assert sound(database)
    acknowledged = {line.split()[1] for line in told}
    assert acknowledged <= set(ids(onrecord("documents")))
    done = onrecord("add", folder)
    assert done.exit_code == 0
    assert len(ids(onrecord("documents"))) == 12
    assert sound(database)


def test_interrupted_it_sums_up_and_keeps_what_was_acknowledged(onrecord, as_process, tmp_path):
    folder = many(tmp_path / "letters", 3)
    # Standard input stays open, so that it waits there until it is interrupted.
    process = as_process("add", folder, "-", stdin=subprocess.PIPE)
    acknowledged = {process.stdout.readline().split()[1] for _ in range(3)}
    process.send_signal(signal.SIGINT)
    out, told = process.communicate()
    assert process.returncode == 130
    assert told.strip() == "onrecord: interrupted; what was acknowledged is kept"
    assert out.splitlines()[-1].startswith("3 added")
    assert acknowledged == set(ids(onrecord("documents")))


def test_two_processes_can_add_at_the_same_time(onrecord, as_process, tmp_path, database):
    folders = [many(tmp_path / "one", 8), many(tmp_path / "two", 8)]
    for path in folders[1].iterdir():
        path.write_text(path.read_text("utf-8") + "Two.\n", "utf-8")
    started = [as_process("add", folder) for folder in folders]
    for process in started:
        _, told = process.communicate()
        assert (process.returncode, told) == (0, "")
    assert len(ids(onrecord("documents"))) == 16
    assert sound(database)


class TestPages:
    @pytest.fixture
    def served(self, monkeypatch):
        forbid_the_world(monkeypatch)
        with serve() as running:
            running.pages["/bridge"] = answer()
            yield running

    def test_pages_and_files_are_added_together(self, onrecord, papers, served):
        done = onrecord("add", papers, served.url("/bridge"), "--allow-private")
        assert done.exit_code == 0, done.output
        assert "3 added" in done.stdout
        assert onrecord("show", served.url("/bridge")).exit_code == 0

    def test_each_page_that_fails_is_told_in_a_line(self, onrecord, served):
        urls = [served.url("/gone"), "ftp://orlo.example/", served.url("/bridge")]
        done = onrecord("add", *urls, "--allow-private", "--quiet")
        assert done.exit_code == 1
        assert "1 added, 0 held already, 0 newer versions, 2 failed" in done.stdout
        gone, other = done.stderr.splitlines()
        assert gone == f"not added: {urls[0]}: the server says 404 Not Found"
        assert other == "not added: ftp://orlo.example/: only http and https are fetched, not ftp"

    def test_private_addresses_are_fetched_only_where_that_is_allowed(self, onrecord, served):
        done = onrecord("add", "http://127.0.0.1/", "http://[::1]:8080/")
        assert done.exit_code == 1
        assert done.stderr.count("not of the public network (--allow-private") == 2
        assert served.asked == []

    def test_a_page_has_the_maximum_of_files(self, onrecord, served):
        done = onrecord("add", served.url("/bridge"), "--allow-private", "--max-size", "20")
        assert "20 allowed" in done.stderr

    def test_what_fetching_needs_is_named_where_it_is_missing(self, onrecord, monkeypatch):
        monkeypatch.setitem(sys.modules, "httpx2", None)
        done = onrecord("add", "https://orlo.example/")
        assert done.exit_code == 2
        assert "pip install 'onrecord[fetch]'" in done.stderr


class TestManyFiles:
    """Files that several processes read."""

    @pytest.mark.parametrize(("sent", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
    def test_ended_by_a_signal_it_keeps_what_it_told_of_and_can_go_on(
        self, onrecord, as_process, tmp_path, database, sent, status
    ):
        folder = many(tmp_path / "letters", 60)
        process = as_process("add", folder, "--jobs", "2")
        told = {process.stdout.readline().split()[1]}
        below = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
        process.send_signal(sent)
        out, err = process.communicate()
        assert process.returncode == status
        assert err.strip() in ("", "onrecord: interrupted; what was acknowledged is kept")
        assert "newer versions, 0 failed" in out.splitlines()[-1]
        told |= {line.split()[1] for line in out.splitlines()[:-1]}
        assert below
        assert not any(Path(f"/proc/{one}").exists() for one in below)
        held = set(ids(onrecord("documents")))
        assert told <= held
        done = onrecord("add", folder, "--resume", "--quiet")
        assert done.stdout.startswith(f"{60 - len(held)} added, 0 held already")
        assert f"; {len(held)} files were taken in before" in done.stdout
        assert sound(database)

    def test_many_failures_are_counted_by_reason_and_written_to_a_file(self, onrecord, tmp_path):
        lines = [f'{{"id": "n{n}", "text": {n}}}' for n in range(25)]
        (tmp_path / "news.jsonl").write_text("\n".join([*lines, "nonsense", ""]), "utf-8")
        written = tmp_path / "failures.jsonl"
        done = onrecord("add", tmp_path / "news.jsonl", "--failures", written)
        assert done.exit_code == 1
        told = done.stderr.splitlines()
        assert [line.startswith("not added: ") for line in told] == [True] * 20 + [False] * 3
        assert told[20] == "and 6 more; all 26 by reason:"
        assert told[21].split(",")[0].split() == "25 text is not a string".split()
        assert "such as " in told[22]
        failures = [json.loads(line) for line in written.read_text("utf-8").splitlines()]
        assert [one["place"] for one in failures] == [f"line {n}" for n in range(1, 27)]
        assert set(failures[0]) == {"path", "place", "reason"}

    def test_what_failed_is_tried_again_where_that_is_asked_for(self, onrecord, papers):
        bad = papers / "bad.jsonl"
        bad.write_text("nonsense\n", "utf-8")
        assert "2 added" in onrecord("add", papers).stdout
        assert "3 files were taken in before" in onrecord("add", papers, "--resume").stdout
        done = onrecord("add", papers, "--retry-failed")
        assert done.exit_code == 1
        assert "0 added, 0 held already, 0 newer versions, 1 failed" in done.stdout

    def test_how_far_it_is_is_said_where_nobody_watches(self, onrecord, papers, monkeypatch):
        monkeypatch.setattr("onrecord.cli.adding_progress.EVERY", 0.0)
        done = onrecord("add", papers)
        said = done.stderr.splitlines()
        assert said[-1].startswith("onrecord: ")
        assert said[-1].endswith("time left 0:00:00")
        assert "documents and " in said[-1]
        assert onrecord("add", papers, "--quiet").stderr == ""
