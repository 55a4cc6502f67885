"""Files of any number into a store, by processes that read and one that writes."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from tests.intake.made import Suffering, stories, story

from onrecord.crews import Bounds
from onrecord.intake import How, Taken, gather
from onrecord.model import Failure
from onrecord.stores import Added, open_store

SHORT = {"bounds": Bounds(seconds=3, waiting=4), "work": Suffering(How(seconds=0.5))}


def taken(store, *paths, **options):
    """What was taken in: a word for each that is held, the reason of each that failed."""
    return [
        str(one.what) if isinstance(one, Taken) else one.reason
        for one in gather(store, paths, **options)
    ]


def rows(path):
    """All that a database holds but for times and the stamp."""
    with closing(sqlite3.connect(path)) as connection:
        names = [
            name
            for (name,) in connection.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'"
                " AND name NOT LIKE '%_fts_%' ORDER BY name"
            )
        ]
        found = {}
        for name in names:
            cursor = connection.execute(f"SELECT * FROM {name}")
            columns = [column[0] for column in cursor.description]
            kept = [n for n, column in enumerate(columns) if column not in ("added", "at", "stamp")]
            found[name] = [tuple(row[n] for n in kept) for row in cursor]
        return found


@pytest.fixture
def corpus(tmp_path):
    """Files of several kinds, some of which are broken."""
    folder = stories(tmp_path / "corpus", 9)
    lines = [json.dumps({"text": story(n), "url": f"https://orlo.example/{n}"}) for n in range(15)]
    lines[7] = "nonsense"
    (folder / "news.jsonl").write_text("\n".join(lines), "utf-8")
    (folder / "debate.csv").write_text("speaker,text\nAnn Bell,We open it.\nBob Reed,No.\n")
    (folder / "empty.txt").touch()
    # The same address twice: the second is a newer version, whichever process was faster.
    (folder / "a.jsonl").write_text(json.dumps({"text": "We agree.", "url": "https://a.example/1"}))
    (folder / "b.jsonl").write_text(
        json.dumps({"text": "We do not.", "url": "https://a.example/1"})
    )
    return folder


def test_what_is_kept_does_not_hang_on_how_many_processes_read(tmp_path, corpus):
    told, held = [], []
    for number, jobs in enumerate((0, 2)):
        with open_store(tmp_path / f"{number}.db") as store:
            given = {"work": Suffering(How())} if jobs else {}
            told.append(taken(store, corpus, jobs=jobs, **given))
        held.append(rows(tmp_path / f"{number}.db"))
    assert told[0] == told[1]
    assert {"added", "version", "empty"} <= set(told[0])
    assert held[0] == held[1]
    assert len(held[0]["documents"]) == 9 + 14 + 1 + 2
    assert len(held[0]["taken_failures"]) == 2


def test_what_is_given_out_is_held_by_then(store, corpus, tmp_path):
    with open_store(tmp_path / "onrecord.db") as other:
        for one in gather(store, [corpus / "story0000.txt", corpus / "story0001.txt"]):
            assert other.listed(one.ref).id == one.ref
        assert other.how_many() == 2


def test_little_is_read_without_another_process(store, corpus, monkeypatch):
    def refuse(*_, **__):
        raise AssertionError("a process was started")

    monkeypatch.setattr(subprocess, "Popen", refuse)
    assert taken(store, corpus / "story0000.txt") == ["added"]


class TestDocumentsThatHarm:
    @pytest.fixture
    def harmful(self, tmp_path):
        folder = stories(tmp_path / "harmful", 10)
        for number, word in ((3, "HANG"), (5, "CRASH"), (8, "DEAF")):
            (folder / f"story{number:04}.txt").write_text(word)
        return folder

    def test_each_is_a_failure_and_the_others_are_taken_in(self, store, harmful):
        found = list(gather(store, [harmful], jobs=2, **SHORT))
        told = [str(one.what) if isinstance(one, Taken) else one.reason for one in found]
        where = [Path(one.path).name for one in found if isinstance(one, Failure)]
        assert where == ["story0003.txt", "story0005.txt", "story0008.txt"]
        assert told[:3] + told[4:5] + told[6:8] + told[9:] == ["added"] * 7
        assert told[5] == "ended the process that read it, by SIGSEGV"
        assert "took longer than" in told[3]
        assert "took longer than" in told[8]

    def test_time_has_an_end_without_another_process_too(self, store, tmp_path, monkeypatch):
        def hang(*_, **__):
            while True:
                pass

        monkeypatch.setattr("onrecord.intake.taking.read_document", hang)
        (tmp_path / "a.txt").write_text(story(1))
        assert taken(store, tmp_path / "a.txt", how=How(seconds=0.3)) == [
            "took longer than 0.3 seconds of the processor"
        ]

    def test_one_that_cannot_be_kept_does_not_lose_its_batch(self, store, tmp_path, monkeypatch):
        added = store.add

        def stumble(reading, raw):
            if "report 5" in reading.document.text:
                raise UnicodeEncodeError("utf-8", "\ud800", 0, 1, "surrogates not allowed")
            return added(reading, raw)

        monkeypatch.setattr(store, "add", stumble)
        told = taken(store, stories(tmp_path / "few", 9), jobs=1, work=Suffering(How()))
        assert told[:5] + told[6:] == ["added"] * 8
        assert told[5] == "the text holds half of a surrogate pair"
        assert store.how_many() == 8


class TestGoingOn:
    def test_what_was_taken_in_is_left_out(self, store, corpus):
        first = taken(store, corpus)
        assert "added" in first
        assert taken(store, corpus, resume=True) == []
        assert store.how_many() == first.count("added")

    def test_without_it_everything_is_offered_again(self, store, corpus):
        first = taken(store, corpus)
        again = taken(store, corpus)
        assert len(again) == len(first)
        assert "added" not in again

    def test_a_file_that_was_taken_in_is_not_opened(self, store, corpus, monkeypatch):
        taken(store, corpus)

        def refuse(*_, **__):
            raise AssertionError("opened")

        monkeypatch.setattr("onrecord.intake.offering.unpack", refuse)
        assert taken(store, corpus, resume=True) == []

    def test_it_goes_on_within_a_file(self, store, corpus):
        coming = gather(store, [corpus / "news.jsonl"])
        first = [next(coming) for _ in range(8)]
        coming.close()
        rest = taken(store, corpus / "news.jsonl", resume=True)
        # The last one given out may be offered once more: it was held, and its end not yet noted.
        assert rest.count("added") == 14 - 7
        assert len(rest) <= 14 - 7 + 1
        assert store.how_many() == 14
        assert sum(isinstance(one, Taken) for one in first) == 7

    def test_a_file_that_changed_is_read_from_its_start(self, store, corpus):
        taken(store, corpus)
        news = corpus / "news.jsonl"
        news.write_text(news.read_text() + "\n" + json.dumps({"text": "One more."}))
        told = taken(store, corpus, resume=True)
        assert told.count("held") == 14
        assert told.count("added") == 1
        assert taken(store, corpus, resume=True) == []

    def test_what_failed_is_tried_again_only_where_that_is_asked_for(self, store, tmp_path):
        folder = stories(tmp_path / "harmful", 4)
        (folder / "story0002.txt").write_text(story(2) + "HANG\n")
        (folder / "bad.jsonl").write_text('nonsense\n{"text": "We agree."}\n')
        first = taken(store, folder, jobs=1, **SHORT)
        assert len([one for one in first if one != "added"]) == 2
        assert taken(store, folder, resume=True) == []
        again = taken(store, folder, again=True)
        assert again.count("added") == 1
        assert len(again) == 2
        assert len(taken(store, folder, again=True)) == 1
        assert Added.NEW == "added"
        assert store.how_many() == 5

    def test_what_cannot_be_looked_at_is_told_each_time(self, store, tmp_path):
        for _ in range(2):
            assert taken(store, tmp_path / "gone.txt", resume=True) == ["No such file or directory"]


PROGRAM = """
import sys
from tests.intake.made import Suffering
from onrecord.intake import How, gather
from onrecord.stores import open_store

with open_store(sys.argv[1]) as store:
    for one in gather(store, sys.argv[2:], jobs=2, work=Suffering(How())):
        print(getattr(one, 'ref', ''), flush=True)
"""


def processes_of(group):
    """The processes that live and are those of a run, by what stands in their environment."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            said = (folder / "environ").read_bytes()
            state = (folder / "stat").read_text().rpartition(")")[2].split()[0]
        except OSError:
            continue
        if f"ONRECORD_TEST_RUN={group}".encode() in said and state != "Z":
            found.append(folder.name)
    return found


@pytest.mark.parametrize("moment", [1, 15])
def test_killed_at_any_moment_it_goes_on_where_it_was(tmp_path, corpus, moment):
    path = tmp_path / "onrecord.db"
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(path), str(corpus)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "ONRECORD_TEST_RUN": str(tmp_path)},
    )
    told = {process.stdout.readline().strip() for _ in range(moment)} - {""}
    process.send_signal(signal.SIGKILL)
    process.communicate()
    with open_store(path) as store:
        held = [row[1] for row in rows(path)["documents"]]
        assert told <= set(held)
        rest = taken(store, corpus, resume=True)
        assert len(rest) <= 28 - (moment > 1)
        assert rest.count("added") + rest.count("version") + len(held) == 26
    with open_store(tmp_path / "whole.db") as store:
        taken(store, corpus)
    documents = [rows(file)["documents"] for file in (path, tmp_path / "whole.db")]
    assert documents[0] == documents[1]
    for _ in range(50):
        if not (left := processes_of(tmp_path)):
            break
        os.sched_yield()
        signal.sigtimedwait([], 0.1)
    assert left == []
