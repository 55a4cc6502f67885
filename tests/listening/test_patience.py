"""Connections that say what they ask slowly, or never."""

import asyncio
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress

import pytest
import uvicorn
from starlette.responses import PlainTextResponse

from onrecord.listening import listen, patience
from onrecord.listening.patience import Patient
from onrecord.listening.stopping import Orderly

HEAD = b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n"
Streams = tuple[asyncio.StreamReader, asyncio.StreamWriter]
Connect = Callable[[], Awaitable[Streams]]


@asynccontextmanager
async def served(seconds: float, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Connect]:
    """A server that waits so long for the head of a request, and what connects to it."""
    monkeypatch.setattr(patience, "HEAD", seconds)
    listening = listen("127.0.0.1", 0)
    port = listening.getsockname()[1]
    config = uvicorn.Config(PlainTextResponse("well\n"), http=Patient, log_config=None)
    server = Orderly(config)
    running = asyncio.create_task(server._serve([listening]))
    while not server.started:
        await asyncio.sleep(0.01)
    yield lambda: asyncio.open_connection("127.0.0.1", port)
    server.should_exit = True
    await running


async def until_closed(streams: Streams) -> bytes:
    """What comes until the server closes the connection, which it does within ten seconds."""
    reader, writer = streams
    try:
        return await asyncio.wait_for(reader.read(), 10)
    except ConnectionResetError:
        return b""
    finally:
        writer.close()


async def trickle(streams: Streams) -> None:
    """Send a header a little at a time."""
    with suppress(ConnectionError):
        while True:
            streams[1].write(b"X-A: b\r\n")
            await streams[1].drain()
            await asyncio.sleep(0.05)


def test_a_connection_on_which_nothing_comes_is_closed(monkeypatch) -> None:
    async def go() -> bytes:
        async with served(0.3, monkeypatch) as connect:
            return await until_closed(await connect())

    assert asyncio.run(go()) == b""


@pytest.mark.parametrize("before", [b"", HEAD + b"\r\n"], ids=["first", "later"])
def test_a_head_that_comes_a_little_at_a_time_is_not_waited_for(monkeypatch, before) -> None:
    async def go() -> None:
        async with served(0.3, monkeypatch) as connect:
            streams = await connect()
            if before:
                streams[1].write(before)
                await streams[0].readuntil(b"well\n")
            streams[1].write(HEAD)
            trickling = asyncio.create_task(trickle(streams))
            await until_closed(streams)
            trickling.cancel()
            await asyncio.gather(trickling, return_exceptions=True)

    asyncio.run(go())


def test_who_says_what_they_ask_in_time_is_answered_again_and_again(monkeypatch) -> None:
    async def go() -> bytes:
        async with served(2.0, monkeypatch) as connect:
            reader, writer = await connect()
            for _ in range(3):
                writer.write(HEAD[:9])
                await writer.drain()
                await asyncio.sleep(0.05)
                writer.write(HEAD[9:] + b"\r\n")
                answer = await asyncio.wait_for(reader.readuntil(b"well\n"), 10)
            writer.close()
            return answer

    assert asyncio.run(go()).startswith(b"HTTP/1.1 200 OK")


def test_what_waits_to_be_taken_when_a_server_ends_is_answered() -> None:
    async def go() -> list[bytes]:
        listening = listen("127.0.0.1", 0)
        address = listening.getsockname()
        server = Orderly(uvicorn.Config(PlainTextResponse("well\n"), http=Patient, log_config=None))
        running = asyncio.create_task(server._serve([listening]))
        while not server.started:
            await asyncio.sleep(0.01)
        early = socket.create_connection(address)  # open, and silent by then
        waiting = [socket.create_connection(address) for _ in range(20)]
        for one in waiting:  # the loop has had no turn: the kernel alone has taken these
            one.sendall(HEAD + b"\r\n")
        server.should_exit = True
        await asyncio.sleep(0.15)
        early.sendall(HEAD + b"\r\n")
        await running
        answers = []
        for one in (*waiting, early):
            one.settimeout(10)
            answers.append(b"".join(iter(lambda one=one: one.recv(4096), b"")))
            one.close()
        return answers

    answers = asyncio.run(go())
    assert all(one.endswith(b"well\n") for one in answers)
