"""Who may come in, who may change what is held, and how a browser signs in and out."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.routing import APIRoute
from starlette.testclient import TestClient

from onrecord.listening import Limits, tokens_in
from onrecord.web import Settings, create_app
from onrecord.web.door import ASKING, OPEN
from onrecord.web.pages import ROUTERS
from onrecord.web.signing_in import COOKIE, SECONDS, SECURE_COOKIE, own_path

HOST = "http://127.0.0.1"
ANNA = "Hk2v9XqLw7PzR4tYbN8cJm3sDf6gKa1e"
ROOM = "q8WnE5rTzU2iOpAs7dFgHj4kLyXc9vBm"
TOKENS = tokens_in(f"Anna Vale: {ANNA}\nreading room read: {ROOM}", "here")
FORM = {"Origin": HOST}


def bearing(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


@pytest.fixture
def app(own_papers: Path) -> FastAPI:
    return create_app(Settings(own_papers, tokens=TOKENS))


@pytest.fixture
def asked(app: FastAPI) -> Iterator[TestClient]:
    """A client of a server that asks for tokens; it follows no redirect."""
    with TestClient(app, base_url=HOST, follow_redirects=False) as client:
        yield client


def signed_in(client: TestClient, token: str = ANNA) -> TestClient:
    answer = client.post("/sign-in", data={"token": token}, headers=FORM)
    assert answer.status_code == 303
    return client


@pytest.mark.parametrize("path", ["/api/corpus", "/api", "/api/openapi.json", "/metrics"])
def test_a_program_without_a_token_is_told_that_it_needs_one(asked: TestClient, path: str) -> None:
    answer = asked.get(path)
    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"] == 'Bearer realm="onrecord"'
    wrong = asked.get(path, headers=bearing(ANNA[:-1] + "x"))
    assert wrong.status_code == 401
    assert 'error="invalid_token"' in wrong.headers["WWW-Authenticate"]
    assert ANNA[:-1] not in wrong.text


def test_a_program_with_a_token_is_let_in(asked: TestClient) -> None:
    assert asked.get("/api/corpus", headers=bearing(ANNA)).status_code == 200
    assert asked.get("/metrics", headers=bearing(ROOM)).status_code == 200
    scheme = {"Authorization": f"bearer {ANNA}"}
    assert asked.get("/api/corpus", headers=scheme).status_code == 200


@pytest.mark.parametrize("given", [ANNA, f"Basic {ANNA}", "Bearer", "Bearer ", f"Bearer {ANNA} x"])
def test_a_header_of_another_form_is_no_token(asked: TestClient, given: str) -> None:
    assert asked.get("/api/corpus", headers={"Authorization": given}).status_code == 401


def test_a_token_in_an_address_or_a_form_lets_nobody_in(asked: TestClient) -> None:
    assert asked.get("/api/corpus", params={"token": ANNA, "access_token": ANNA}).status_code == 401


def test_a_page_leads_to_signing_in_and_from_there_to_where_one_wanted(asked: TestClient) -> None:
    answer = asked.get("/search?q=fixed+quota")
    assert answer.status_code == 303
    to = answer.headers["Location"]
    assert to == "/sign-in?next=%2Fsearch%3Fq%3Dfixed%2Bquota"
    shown = asked.get(to)
    assert shown.status_code == 200
    assert 'value="/search?q=fixed+quota"' in shown.text
    form = {"token": ANNA, "next": "/search?q=fixed+quota"}
    led = asked.post("/sign-in", data=form, headers=FORM)
    assert (led.status_code, led.headers["Location"]) == (303, "/search?q=fixed+quota")
    assert asked.get("/search?q=fixed+quota").status_code == 200
    assert asked.get(to).headers["Location"] == "/search?q=fixed+quota"


def test_what_browsers_need_to_sign_in_and_what_looks_after_the_server_is_open(
    asked: TestClient,
) -> None:
    for path in ("/sign-in", "/static/onrecord.css", "/healthz", "/healthz/live"):
        assert asked.get(path).status_code == 200
    for path in ("/healthzz", "/sign-in/x", "/staticx", "/nowhere"):
        assert asked.get(path).status_code == 303


def test_every_page_and_operation_asks_for_a_token(asked: TestClient, app: FastAPI) -> None:
    paths = {route.path for router in ROUTERS for route in router.routes}
    operations = asked.get("/api/openapi.json", headers=bearing(ANNA)).json()["paths"]
    assert len(paths) > 15
    assert len(operations) > 15
    for path in (paths | operations.keys()) - OPEN:
        assert asked.get(path.replace("{", "").replace("}", "")).status_code in (303, 401), path


def test_the_cookie_is_for_this_server_alone_ends_and_holds_no_token(asked: TestClient) -> None:
    answer = asked.post("/sign-in", data={"token": ANNA}, headers=FORM)
    cookie = answer.headers["Set-Cookie"]
    for said in ("HttpOnly", "SameSite=strict", "Path=/", f"Max-Age={SECONDS}"):
        assert said in cookie
    assert "Secure" not in cookie
    assert ANNA not in cookie
    assert TOKENS[0].digest not in cookie


def test_behind_tls_the_cookie_is_sent_by_tls_alone(own_papers: Path) -> None:
    settings = Settings(own_papers, tokens=TOKENS, names=("desk.example",), proxies=("10.0.0.1",))
    app = create_app(settings)
    by_proxy = {"X-Forwarded-Proto": "https", "X-Forwarded-For": "192.0.2.7"}
    client = TestClient(
        app, base_url="http://desk.example", client=("10.0.0.1", 5), headers=by_proxy
    )
    form = {"data": {"token": ANNA}, "headers": {"Origin": "https://desk.example"}}
    with client:
        cookie = client.post("/sign-in", follow_redirects=False, **form).headers["Set-Cookie"]
    assert cookie.startswith(f"{SECURE_COOKIE}=")
    assert "Secure" in cookie
    lying = TestClient(
        app, base_url="http://desk.example", client=("10.9.9.9", 5), headers=by_proxy
    )
    with lying:
        cookie = lying.post("/sign-in", follow_redirects=False, **form).headers["Set-Cookie"]
    assert "Secure" not in cookie


def test_a_cookie_that_was_changed_or_is_of_another_token_lets_nobody_in(
    asked: TestClient, own_papers: Path
) -> None:
    held = signed_in(asked).cookies[COOKIE]
    assert asked.get("/documents").status_code == 200
    asked.cookies.clear()
    for other in ("", "x", held[:-1], TOKENS[1].mark + held[len(TOKENS[0].mark) :], "é"):
        cookie = {"Cookie": f"{COOKIE}={other}".encode()}
        assert asked.get("/documents", headers=cookie).status_code == 303
    others = create_app(Settings(own_papers, tokens=TOKENS[1:]))
    with TestClient(others, base_url=HOST, follow_redirects=False) as client:
        client.cookies.set(COOKIE, held)
        assert client.get("/documents").status_code == 303


def test_a_cookie_has_an_end(asked: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    signed_in(asked)
    assert asked.get("/documents").status_code == 200
    monkeypatch.setattr("onrecord.web.signing_in.SECONDS", -1)
    assert asked.get("/documents").status_code == 303


def test_signing_out_takes_the_cookie_away(asked: TestClient) -> None:
    signed_in(asked)
    assert "Sign out" in asked.get("/documents").text
    assert asked.post("/sign-out", headers=FORM).headers["Location"] == "/sign-in"
    assert COOKIE not in asked.cookies
    assert asked.get("/documents").status_code == 303


def test_a_token_that_is_not_known_is_told_and_not_repeated(asked: TestClient) -> None:
    answer = asked.post("/sign-in", data={"token": ROOM[::-1]}, headers=FORM)
    assert answer.status_code == 401
    assert "not known here" in answer.text
    assert ROOM[::-1] not in answer.text
    assert "Set-Cookie" not in answer.headers


@pytest.mark.parametrize(
    "to",
    [
        "//evil.example",
        "https://evil.example/",
        "/\\evil.example",
        "javascript:alert(1)",
        "x",
        "/\n",
    ],
)
def test_signing_in_leads_nowhere_else(asked: TestClient, to: str) -> None:
    assert own_path(to) == "/"
    answer = asked.post("/sign-in", data={"token": ANNA, "next": to}, headers=FORM)
    assert answer.headers["Location"] == "/"


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": "http://127.0.0.1:9"},
        {"Origin": "http://localhost"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "cross-site"},
    ],
)
def test_a_form_with_a_cookie_must_say_that_it_is_ours(
    asked: TestClient, headers: dict[str, str]
) -> None:
    signed_in(asked)
    answer = asked.post("/add", data={"text": "It is shut."}, headers=headers)
    assert answer.status_code == 403


def test_who_may_read_changes_nothing(asked: TestClient) -> None:
    for headers in (bearing(ROOM), {}):
        if not headers:
            signed_in(asked, ROOM)
        own = headers | FORM
        assert asked.get("/documents", headers=headers).status_code == 200
        assert asked.get("/review", headers=headers).status_code == 200
        asking = {"quote": "We have accepted a fixed quota"}
        assert asked.post("/api/checks", json=asking, headers=own).status_code == 200
        assert asked.post("/", data=asking, headers=own).status_code == 303
        for path in ("/add", "/review/x", "/review/undo/x"):
            answer = asked.post(path, data={"text": "“It is shut,” Ann Bell said."}, headers=own)
            assert answer.status_code == 403, path
            assert "may read" in answer.text


def test_what_is_posted_and_needs_no_writing_is_what_only_asks(app: FastAPI) -> None:
    posted = {
        route.path
        for router in ROUTERS
        for route in router.routes
        if isinstance(route, APIRoute) and route.methods - {"GET", "HEAD"}
    }
    assert posted - OPEN - ASKING == {"/add", "/review/{ref}", "/review/undo/{ref}"}


def test_who_has_signed_in_decides_under_their_own_name(asked: TestClient) -> None:
    signed_in(asked)
    shown = asked.get("/review").text
    assert 'value="Anna Vale"' in shown
    ref = shown.partition('action="/review/')[2].partition('"')[0]
    asked.post(f"/review/{ref}", data={"do": "reject", "by": "Boris"}, headers=FORM)
    log = asked.get("/review/decided").text
    assert "Anna Vale" in log
    assert "Boris" not in log


def test_pages_of_those_who_sign_in_are_kept_by_no_cache(asked: TestClient) -> None:
    signed_in(asked)
    assert asked.get("/documents").headers["Cache-Control"] == "private, no-store"
    assert "no-store" not in asked.get("/static/onrecord.css").headers["Cache-Control"]


def test_who_tries_tokens_is_soon_out_of_tries(own_papers: Path) -> None:
    app = create_app(Settings(own_papers, tokens=TOKENS, limits=Limits("100/minute")))
    with TestClient(app, base_url=HOST) as client:
        statuses = [
            client.get("/api/corpus", headers=bearing(f"{n:0>40}")).status_code for n in range(8)
        ]
        assert statuses[0] == 401
        assert statuses[-1] == 429
        assert client.get("/api/corpus", headers=bearing(ANNA)).status_code == 200


def test_without_tokens_nothing_is_asked_for_and_figures_are_for_this_machine(
    own_papers: Path,
) -> None:
    app = create_app(Settings(own_papers, names=("desk.example",)))
    with TestClient(app, base_url=HOST, follow_redirects=False) as client:
        assert client.get("/documents").status_code == 200
        assert client.get("/sign-in").headers["Location"] == "/"
        assert client.get("/metrics").status_code == 200
        assert client.get("/metrics", headers={"X-Forwarded-For": "10.1.1.1"}).status_code == 403
        assert client.get("/metrics", headers={"Host": "desk.example"}).status_code == 403
