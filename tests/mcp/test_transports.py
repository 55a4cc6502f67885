"""The server in a process of its own, as clients reach it: over standard streams, and HTTP."""

from __future__ import annotations

import http.client
import json
import signal
import socket
import subprocess
import sys
from urllib.parse import urlsplit

import anyio
import jsonschema
import pytest
from click.testing import CliRunner
from mcp.client import Client
from mcp.client.stdio import stdio_client
from starlette.testclient import TestClient

from onrecord.cli import main
from onrecord.errors import InputError
from onrecord.listening import Limits, tokens_in
from onrecord.mcp import Admission, create_server, open_stores, serve_http, transports

ASKED = {"quote": "We have accepted a fixed quota", "speaker": "Osgarth", "date": "2023-03-02"}
HELLO = {
    "jsonrpc": "2.0",
    "id": 1,
    "method": "initialize",
    "params": {
        "protocolVersion": "2025-06-18",
        "capabilities": {},
        "clientInfo": {"name": "a test", "version": "1"},
    },
}


async def _everything(client):
    """What a client sees: tools, an answer that is as its schema says, an error, eight at once."""
    tools = {tool.name: tool for tool in (await client.list_tools()).tools}
    answer = await client.call_tool("check_quote", ASKED)
    jsonschema.validate(answer.structured_content, tools["check_quote"].output_schema)
    error = await client.call_tool("get_document", {"document": "nothing"})
    found = []

    async def one():
        result = await client.call_tool("check_quote", ASKED)
        found.append(result.structured_content)

    async with anyio.create_task_group() as tasks:
        for _ in range(8):
            tasks.start_soon(one)
    assert found == [answer.structured_content] * 8
    return sorted(tools), answer.structured_content, error


def _as_expected(seen):
    names, answer, error = seen
    assert names == ["check_quote", "check_text", "dossier", "get_document", "search_statements"]
    assert answer["finding"]["finding"] == "altered"
    assert (error.is_error, error.structured_content["error"]["code"]) == (True, "not_found")


@pytest.mark.parametrize("mode", ["auto", "legacy"])
def test_a_client_over_standard_streams(started, mode):
    async def go():
        async with Client(stdio_client(started), mode=mode) as client:
            return await _everything(client)

    _as_expected(anyio.run(go))


@pytest.mark.parametrize("mode", ["auto", "legacy"])
def test_a_client_over_http(url, mode):
    async def go():
        async with Client(url, mode=mode) as client:
            return await _everything(client)

    _as_expected(anyio.run(go))


def test_a_text_of_a_megabyte_over_standard_streams(started):
    text = "A line without anybody's words in it, and nothing else either.\n\n" * 16_500

    async def go():
        async with Client(stdio_client(started)) as client:
            fitting = await client.call_tool("check_text", {"text": text[:400_000]})
            return fitting, await client.call_tool("check_text", {"text": text})

    fitting, longer = anyio.run(go)
    assert fitting.structured_content["quotations"] == 0
    assert longer.structured_content["error"]["code"] == "too_large"


def _spoken(arguments, *lines, closing=True):
    """The server after these lines of input, with its standard input closed or still open."""
    process = subprocess.Popen(
        [sys.executable, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    for line in lines:
        process.stdin.write(line + "\n")
    process.stdin.flush()
    if closing:
        process.stdin.close()
        process.stdin = None
    return process


def test_the_end_of_input_ends_it_and_standard_output_is_the_protocol_alone(arguments):
    broken = ["no JSON", '{"jsonrpc": "2.0"}', "[]", '"\\ud800"', "\0"]
    process = _spoken(arguments, *broken, json.dumps(HELLO))
    out, err = process.communicate(timeout=60)
    assert process.returncode == 0, err
    messages = [json.loads(line) for line in out.splitlines()]
    assert messages[-1]["result"]["serverInfo"]["name"] == "onrecord"
    assert all(message["jsonrpc"] == "2.0" for message in messages)
    assert "Traceback" not in err


@pytest.mark.parametrize(
    ("sent", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)], ids=["SIGINT", "SIGTERM"]
)
def test_an_interruption_ends_it_while_it_waits_for_input(arguments, sent, status):
    process = _spoken(arguments, json.dumps(HELLO), closing=False)
    assert "onrecord" in process.stdout.readline()
    process.send_signal(sent)
    _, err = process.communicate(timeout=60)
    assert process.returncode == status
    assert "Traceback" not in err


def test_an_interruption_ends_the_http_server(arguments):
    process = _spoken([*arguments, "--http", "127.0.0.1:0"], closing=False)
    assert "http://127.0.0.1:" in process.stderr.readline()
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert process.returncode in (0, 130)
    assert "Traceback" not in err


def _posted(url, **headers):
    """The status of a first message with these headers."""
    place = urlsplit(url)
    connection = http.client.HTTPConnection(place.hostname, place.port, timeout=30)
    sent = {"Content-Type": "application/json", "Accept": "application/json, text/event-stream"}
    connection.request("POST", "/mcp", json.dumps(HELLO), sent | headers)
    return connection.getresponse().status


def test_pages_of_others_cannot_reach_it(url):
    assert _posted(url) == 200
    assert _posted(url, Origin=url.removesuffix("/mcp")) == 200
    assert _posted(url, Origin="https://elsewhere.example") == 403
    assert _posted(url, Origin="null") == 403
    assert _posted(url, Host="elsewhere.example") == 421
    assert _posted(url, Host="127.0.0.1.elsewhere.example:80") == 421


def test_an_address_that_others_reach_is_refused(server):
    for host in ("0.0.0.0", "192.0.2.1", "example.org", ""):
        with pytest.raises(InputError, match="not an address of this machine alone"):
            serve_http(server, host, 0)


def test_a_port_that_is_taken_is_one_line(server):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        with pytest.raises(InputError, match="cannot be served"):
            serve_http(server, "127.0.0.1", other.getsockname()[1])


def test_a_database_that_is_not_there_is_told_and_not_made(tmp_path):
    path = tmp_path / "none.db"
    result = CliRunner().invoke(main, ["mcp", "--db", str(path)])
    assert result.exit_code == 2
    assert "there is no Onrecord database here yet" in result.output
    assert not path.exists()


def test_what_is_no_address_or_profile_is_told(database, tmp_path):
    db = ["--db", str(database)]
    refused = CliRunner().invoke(main, ["mcp", "--http", "here", *db])
    assert "is not HOST:PORT" in refused.output
    missing = CliRunner().invoke(main, ["mcp", "--process", str(tmp_path / "no.toml"), *db])
    assert "no such profile" in missing.output


def test_stores_are_closed_when_the_server_is_done_with(database):
    stores = open_stores(database)
    create_server(stores)
    with stores.lend() as store:
        assert store.speakers()
    stores.close()


def test_over_http_who_bears_a_token_that_is_known_is_let_in(server):
    token = "Hk2v9XqLw7PzR4tYbN8cJm3sDf6gKa1e"
    names = ("record.example",)
    admission = Admission(
        tokens=tokens_in(f"agent: {token}", "here"), names=names, limits=Limits("50/minute")
    )
    kind = {"Accept": "application/json, text/event-stream", "Host": "record.example"}
    with TestClient(transports.app_of(server, "0.0.0.0", admission)) as client:
        statuses = [
            client.post("/mcp", json=HELLO, headers=kind | bearing).status_code
            for bearing in (
                {},
                {"Authorization": f"Bearer {token[::-1]}"},
                {"Authorization": f"Bearer {token}"},
                {"Authorization": f"Bearer {token}", "Host": "elsewhere.example"},
                {"Authorization": f"Bearer {token}", "Origin": "https://elsewhere.example"},
            )
        ]
        for _ in range(3):
            client.post("/mcp", headers={"Authorization": "Bearer x"})
        assert client.post("/mcp", headers={"Authorization": "Bearer x"}).status_code == 429
    assert statuses == [401, 401, 200, 421, 403]
