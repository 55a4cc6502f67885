"""`onrecord serve`: who may reach it, its tokens, its log, and how it ends."""

import json
import re
import shutil
import signal
import stat
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from threading import Event, Thread

import pytest

from onrecord.listening import read_tokens

ROOT = Path(__file__).parents[2]
SOON = 1.0
"""Seconds in which somebody who is connected says what they ask."""
TOKEN = "Hk2v9XqLw7PzR4tYbN8cJm3sDf6gKa1e"
QUOTE = {"quote": "We have accepted a fixed quota", "speaker": "Osgarth"}


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


@contextmanager
def served(as_process, *options):
    """A server as a process of its own, and its address."""
    process = as_process("serve", "--port", "0", *options)
    told = process.stdout.readline()
    try:
        yield process, next(word for word in told.split() if word.startswith("http://"))
    finally:
        process.terminate()
        process.communicate(timeout=120)


def got(url, token=""):
    """Status and body of an address."""
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    try:
        with urllib.request.urlopen(urllib.request.Request(url, headers=headers), timeout=240) as f:
            return f.status, f.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def secret(path, line=0):
    """A token as it stands in a file."""
    return path.read_text().splitlines()[line].rpartition(": ")[2]


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.9", "desk.example"])
def test_what_others_reach_needs_a_token(onrecord, host):
    result = onrecord("serve", "--host", host, "--port", "0")
    assert result.exit_code == 2
    assert result.output == (
        f"onrecord: {host}: others reach that address, and this needs a token then: "
        "onrecord serve --new-token FILE makes one, --token-file FILE asks for it\n"
    )


def test_a_new_token_is_put_into_a_file_and_shown_nowhere(onrecord, tmp_path):
    path = tmp_path / "tokens"
    first = onrecord("serve", "--new-token", path, "--token-name", "Anna")
    second = onrecord("serve", "--new-token", path, "--token-name", "wall", "--read-only")
    assert (first.exit_code, second.exit_code) == (0, 0)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [(one.name, one.role) for one in read_tokens(path)] == [
        ("Anna", "write"),
        ("wall", "read"),
    ]
    assert secret(path) not in first.output
    assert onrecord("serve", "--token-name", "x").exit_code == 2


@pytest.mark.parametrize(
    ("options", "why"),
    [
        (("--rate", "often"), "often: not a rate"),
        (("--proxy", "proxy.example"), "not an address in figures"),
        (("--token-file", "none"), "none: No such file"),
    ],
)
def test_what_cannot_be_used_is_one_line(onrecord, options, why):
    result = onrecord("serve", "--port", "0", *options)
    assert result.exit_code == 2
    assert why in result.output
    assert result.output.count("\n") == 1


def test_a_token_on_loopback_is_asked_for_as_well(as_process, corpus, tmp_path, onrecord):
    path = tmp_path / "tokens"
    onrecord("serve", "--new-token", path)
    with served(as_process, "--token-file", path, "--log", "json") as (process, url):
        assert got(f"{url}api/corpus")[0] == 401
        assert got(f"{url}api/corpus", "x" * 43)[0] == 401
        assert got(f"{url}api/corpus", secret(path))[0] == 200
        assert got(f"{url}healthz") == (200, "ok\n")
        process.terminate()
        _, log = process.communicate(timeout=60)
    assert process.returncode == 143
    assert secret(path) not in log
    lines = [json.loads(line) for line in log.splitlines()]
    assert [one["status"] for one in lines if "status" in one] == [401, 401, 200, 200]
    routes = [one["route"] for one in lines if "route" in one]
    assert routes == ["other", "other", "/api/corpus", "/healthz"]


def test_served_to_others_it_answers_to_the_address_that_was_asked(as_process, corpus, monkeypatch):
    monkeypatch.setenv("ONRECORD_TOKEN", TOKEN)
    with served(as_process, "--host", "0.0.0.0") as (_, url):
        port = int(url.rstrip("/").rpartition(":")[2])
        for host, status in {
            f"127.0.0.1:{port}": 200,
            "127.0.0.9": 400,
            "10.1.2.3": 400,
            "desk.example": 400,
        }.items():
            connection = HTTPConnection("127.0.0.1", port, timeout=60)
            bearing = {"Host": host, "Authorization": f"Bearer {TOKEN}"}
            connection.request("GET", "/api/corpus", headers=bearing)
            assert connection.getresponse().status == status, host
            connection.close()


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="what processes hold is seen in /proc")
def test_several_processes_count_together_and_are_handed_no_token(as_process, corpus, monkeypatch):
    monkeypatch.setenv("ONRECORD_TOKEN", f"anna: {TOKEN}")
    with served(as_process, "--workers", "2") as (process, url):
        for _ in range(12):
            assert got(f"{url}findings", TOKEN)[0] == 200
        figures = got(f"{url}metrics", TOKEN)[1]
        told = 'onrecord_requests_total{method="GET",route="/findings",status="200"} 12.0'
        assert told in figures
        assert "onrecord_processes 2.0" in figures
        assert re.search(r"^process_cpu_seconds_total [0-9.]+$", figures, re.MULTILINE)
        children = children_of(process.pid)
        assert len(children) >= 2
        for child in children:
            assert TOKEN not in (child / "environ").read_text(errors="replace")
            assert TOKEN not in (child / "cmdline").read_text(errors="replace")
        process.kill()
        until = time.monotonic() + 60
        while any(lives(child) for child in children) and time.monotonic() < until:
            time.sleep(0.1)
        assert not any(lives(child) for child in children)


def children_of(number):
    """The processes that a process has started, as folders of /proc."""
    listed = Path(f"/proc/{number}/task/{number}/children").read_text().split()
    return [Path("/proc") / one for one in listed]


def lives(process):
    """Whether a process runs; one that has ended and that nobody has asked for does not."""
    try:
        return (process / "stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def asking(port, stop, answers, lost):
    """Ask again and again, each time by a connection of its own, until none is to be had."""
    while not stop.is_set():
        connection = HTTPConnection("127.0.0.1", port, timeout=240)
        try:
            connection.connect()
        except OSError:
            return  # not taken: whoever asks can tell, and asks somebody else
        start = sent = time.monotonic()
        try:
            body = json.dumps(QUOTE | {"semantic": False})
            kind = {"Content-Type": "application/json"}
            connection.request("POST", "/api/checks", body, kind)
            sent = time.monotonic()
            answer = connection.getresponse()
            answers.append((answer.status, json.loads(answer.read())["finding"]))
        except (OSError, ValueError) as error:
            sent = sent if sent > start else time.monotonic()
            if sent - start < SOON:  # who says nothing for longer is not waited for
                lost.append(repr(error))
        connection.close()


@pytest.mark.parametrize("workers", [1, 2])
def test_nothing_that_was_taken_is_lost_when_it_ends_under_load(as_process, corpus, workers):
    options = ("--workers", workers, "--name", "desk.example")
    with served(as_process, *options) as (process, url):
        got(url)
        process.send_signal(signal.SIGHUP)  # a terminal that closes is no reason to end
        port = int(url.rstrip("/").rpartition(":")[2])
        stop, answers, lost = Event(), [], []
        clients = [Thread(target=asking, args=(port, stop, answers, lost)) for _ in range(4)]
        for one in clients:
            one.start()
        while len(answers) < 20:
            time.sleep(0.05)
        process.send_signal(signal.SIGTERM)
        _, told = process.communicate(timeout=240)
        stop.set()
        for one in clients:
            one.join(240)
    assert process.returncode == 143, told
    assert "no token is asked for; whoever the proxy lets in may read and write" in told
    assert lost == []
    assert {status for status, _ in answers} == {200}
    assert "Traceback" not in told


def test_what_takes_longer_than_the_grace_is_cut_off(as_process, corpus):
    with served(as_process, "--grace", "0") as (process, url):
        got(url)
        port = int(url.rstrip("/").rpartition(":")[2])
        connection = HTTPConnection("127.0.0.1", port, timeout=60)
        connection.putrequest("POST", "/api/checks")
        connection.putheader("Content-Length", "100000")
        connection.putheader("Content-Type", "application/json")
        connection.endheaders(b"{")  # and never more
        time.sleep(0.5)
        start = time.monotonic()
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=60)
        assert process.returncode == 143
        assert time.monotonic() - start < 40
        connection.close()
