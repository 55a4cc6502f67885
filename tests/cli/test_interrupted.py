"""What serves and follows ends when it is told to: a status, no traceback, a sound database."""

import json
import shutil
import signal
import sqlite3
import subprocess
import sys
import urllib.error
import urllib.request
from contextlib import suppress
from pathlib import Path
from threading import Thread

import pytest
from tests.fetching.servers import answer, forbid_the_world, serve

from onrecord.stores import open_store

ROOT = Path(__file__).parents[2]
SENT = [signal.SIGINT, signal.SIGTERM]
HELLO = {
    "jsonrpc": "2.0",
    "id": 1,
    "method": "initialize",
    "params": {
        "protocolVersion": "2025-06-18",
        "capabilities": {},
        "clientInfo": {"name": "test", "version": "1"},
    },
}
CALL = {
    "jsonrpc": "2.0",
    "id": 2,
    "method": "tools/call",
    "params": {"name": "check_quote", "arguments": {"quote": "the bridge will stay shut"}},
}


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    """The sample corpus in a database, made once."""
    path = tmp_path_factory.mktemp("sample") / "onrecord.db"
    command = [sys.executable, "-m", "onrecord", "add", str(ROOT / "examples" / "corpus")]
    subprocess.run([*command, "--db", str(path)], check=True, capture_output=True)
    return path


@pytest.fixture
def corpus(sample, database):
    """A copy of it where the commands of a test look."""
    shutil.copytree(sample.parent, database.parent, dirs_exist_ok=True)
    return database


def sound(path):
    """Whether SQLite finds the file whole, and the index has what the tables have."""
    with sqlite3.connect(path) as connection:
        (told,) = connection.execute("PRAGMA integrity_check").fetchone()
        searched = connection.execute("SELECT count(*) FROM passages WHERE searched").fetchone()[0]
    with open_store(path) as store:
        passages = [hit.number for line in store.documents() for hit in store.passages_of(line.id)]
        store.reindex()
        return told == "ok" and store.indexed()[0] == searched == len(passages)


def asked(url):
    """A request that is left to whatever becomes of it."""

    def ask():
        with suppress(urllib.error.URLError, OSError):
            urllib.request.urlopen(f"{url}search?q=water&findings=1", timeout=30).read()

    asking = Thread(target=ask, daemon=True)
    asking.start()
    return asking


@pytest.mark.parametrize("sent", SENT, ids=lambda one: one.name)
def test_the_web_app_ends_while_it_answers(as_process, corpus, sent):
    process = as_process("serve", "--port", "0")
    told = process.stdout.readline()
    url = next(word for word in told.split() if word.startswith("http://"))
    urllib.request.urlopen(f"{url}documents", timeout=60).read()
    asking = asked(url)
    process.send_signal(sent)
    _, err = process.communicate(timeout=60)
    asking.join(60)
    assert process.returncode == {signal.SIGINT: 0, signal.SIGTERM: 143}[sent], err
    assert "Traceback" not in err
    assert sound(corpus)


@pytest.mark.parametrize("sent", SENT, ids=lambda one: one.name)
def test_the_mcp_server_ends_while_it_answers(as_process, corpus, sent):
    process = as_process("mcp", stdin=subprocess.PIPE)
    process.stdin.write(json.dumps(HELLO) + "\n")
    process.stdin.flush()
    process.stdout.readline()
    ready = {"jsonrpc": "2.0", "method": "notifications/initialized"}
    process.stdin.write(json.dumps(ready) + "\n" + json.dumps(CALL) + "\n")
    process.stdin.flush()
    process.send_signal(sent)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 128 + sent
    assert "Traceback" not in err
    assert sound(corpus)


@pytest.mark.parametrize("sent", SENT, ids=lambda one: one.name)
def test_following_feeds_ends_while_it_reads(as_process, corpus, tmp_path, sent, monkeypatch):
    forbid_the_world(monkeypatch)
    items = "".join(f"<item><guid>{n}</guid><link>/page{n}</link></item>" for n in range(30))
    feed = f'<rss version="2.0"><channel><title>T</title>{items}</channel></rss>'
    with serve() as running:
        running.pages |= {f"/page{n}": answer() for n in range(30)}
        running.pages["/feed"] = answer(feed, content_type="text/xml")
        file = tmp_path / "feeds.toml"
        file.write_text(f'[[feed]]\nurl = "{running.url("/feed")}"\n', "utf-8")
        process = as_process("watch", file, "--allow-private")
        told = process.stdout.readline()
        process.send_signal(sent)
        _, err = process.communicate(timeout=60)
    assert told.startswith(("added ", "held "))
    assert process.returncode == 128 + sent
    assert "Traceback" not in err
    assert sound(corpus)
