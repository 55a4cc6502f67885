"""A server that ends under load: every connection that was taken has its answer."""

import asyncio
import http.client
import threading

import uvicorn
from starlette.responses import PlainTextResponse

from onrecord.listening import listen
from onrecord.listening.patience import Patient
from onrecord.listening.stopping import Orderly

CLIENTS = 6


def ask(port: int, answers: list[int], lost: list[str]) -> None:
    """Ask again and again, each time by a connection of its own, until none is to be had."""
    while True:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        try:
            connection.connect()
        except OSError:
            return
        try:
            connection.request("POST", "/", b"x" * 100)
            answers.append(connection.getresponse().status)
        except OSError as error:
            lost.append(repr(error))
        connection.close()


async def stopped(answers: list[int], lost: list[str]) -> None:
    """Serve for a moment, and end while everybody asks."""
    listening = listen("127.0.0.1", 0)
    port = listening.getsockname()[1]
    app = PlainTextResponse("well\n")
    config = uvicorn.Config(app, http=Patient, log_config=None, timeout_graceful_shutdown=10)
    server = Orderly(config)
    running = asyncio.create_task(server._serve([listening]))
    while not server.started:
        await asyncio.sleep(0.01)
    several = [threading.Thread(target=ask, args=(port, answers, lost)) for _ in range(CLIENTS)]
    for one in several:
        one.start()
    await asyncio.sleep(0.1)
    server.should_exit = True
    await running
    for one in several:
        await asyncio.to_thread(one.join, 60)


def test_nothing_that_was_taken_is_lost_however_often_it_ends(times) -> None:
    answers: list[int] = []
    lost: list[str] = []
    for _ in range(times(6, 100)):
        asyncio.run(stopped(answers, lost))
    assert set(answers) == {200}
    assert lost == []
