"""How often somebody may ask, and how many requests are answered at once."""

import asyncio

import pytest
from starlette.responses import PlainTextResponse
from starlette.testclient import TestClient
from starlette.types import ASGIApp, Receive, Scope, Send

from onrecord.errors import InputError
from onrecord.listening import Callers, Limiter, Limits, limits_of, tokens_in
from onrecord.listening.limiting import UNIT

ANNA = "Hk2v9XqLw7PzR4tYbN8cJm3sDf6gKa1e"
WELL = PlainTextResponse("well\n")


def asked_from(address: str, app: ASGIApp) -> TestClient:
    return TestClient(app, client=(address, 5000))


def light(scope: Scope) -> int:
    return {"/light": 1, "/free": 0}.get(scope["path"], UNIT)


def test_who_asks_too_often_is_told_when_to_come_again() -> None:
    seen: list[str] = []
    app = Limiter(WELL, limits=Limits("2/minute"), cost=light, told=seen.append)
    client = asked_from("192.0.2.1", app)
    assert [client.get("/").status_code for _ in range(3)] == [200, 200, 429]
    answer = client.get("/")
    assert 0 < int(answer.headers["Retry-After"]) <= 60
    assert answer.text.startswith("too many requests; try again in ")
    assert seen == ["rate", "rate"]
    assert asked_from("192.0.2.2", app).get("/").status_code == 200


def test_a_light_request_costs_a_tenth_and_some_cost_nothing() -> None:
    client = asked_from("192.0.2.1", Limiter(WELL, limits=Limits("2/minute"), cost=light))
    assert all(client.get("/light").status_code == 200 for _ in range(2 * UNIT))
    assert client.get("/light").status_code == 429
    assert client.get("/free").status_code == 200


def test_of_several_rates_each_holds() -> None:
    client = asked_from("192.0.2.1", Limiter(WELL, limits=Limits("5/minute;1/hour")))
    assert [client.get("/").status_code for _ in range(2)] == [200, 429]


def test_a_network_of_ipv6_is_one_caller_and_a_token_is_one_wherever_it_comes_from() -> None:
    tokens = tokens_in(ANNA, "here")
    app = Callers(Limiter(WELL, limits=Limits("1/minute")), tokens=tokens)
    assert asked_from("2001:db8::1", app).get("/").status_code == 200
    assert asked_from("2001:db8::ffff", app).get("/").status_code == 429
    assert asked_from("2001:db8:1::1", app).get("/").status_code == 200
    bearing = {"Authorization": f"Bearer {ANNA}"}
    assert asked_from("192.0.2.1", app).get("/", headers=bearing).status_code == 200
    assert asked_from("192.0.2.2", app).get("/", headers=bearing).status_code == 429


def test_without_a_rate_nobody_asks_too_often() -> None:
    client = asked_from("192.0.2.1", Limiter(WELL, limits=Limits()))
    assert {client.get("/").status_code for _ in range(100)} == {200}


def test_more_than_are_answered_at_once_are_told_to_come_again() -> None:
    statuses = asyncio.run(_together(Limits(at_once=3), ["192.0.2.1"] * 5))
    assert sorted(statuses) == [200, 200, 200, 503, 503]


def test_where_callers_are_told_apart_none_has_it_all() -> None:
    limits = Limits("1000/minute", at_once=8)
    statuses = asyncio.run(_together(limits, ["192.0.2.1"] * 4 + ["192.0.2.2"]))
    assert statuses == [200, 200, 503, 503, 200]


async def _together(limits: Limits, addresses: list[str]) -> list[int]:
    """The statuses of requests of which none is answered before all have come."""
    go = asyncio.Event()

    async def slow(scope: Scope, receive: Receive, send: Send) -> None:
        await go.wait()
        await WELL(scope, receive, send)

    app, statuses = Limiter(slow, limits=limits), [0] * len(addresses)

    async def ask(number: int) -> None:
        async def send(message: dict) -> None:
            if message["type"] == "http.response.start":
                statuses[number] = message["status"]

        scope = {"type": "http", "method": "GET", "path": "/", "headers": []}
        await app(scope | {"client": (addresses[number], 5)}, None, send)

    asking = [asyncio.create_task(ask(number)) for number in range(len(addresses))]
    for _ in range(20):
        await asyncio.sleep(0)
    go.set()
    await asyncio.gather(*asking)
    return statuses


def test_what_is_no_rate_is_told() -> None:
    assert limits_of("600/minute", 5) == Limits("600/minute", 5)
    for wrong in ("many", "5", "-1/minute", "5/fortnight"):
        with pytest.raises(InputError, match="not a rate"):
            limits_of(wrong, 5)
