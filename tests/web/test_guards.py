"""Which requests are let in, and what every answer carries."""

import asyncio

import pytest
from starlette.testclient import TestClient

from onrecord.web import Settings, create_app
from onrecord.web.headers import POLICY


def test_every_answer_forbids_scripts_and_styles_that_are_not_ours(client: TestClient) -> None:
    for path in ("/", "/nowhere", "/static/onrecord.css", "/static/nothing.css"):
        policy = client.get(path).headers["Content-Security-Policy"]
        assert policy == POLICY
        assert "unsafe" not in policy


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "", "localhost.evil"])
def test_a_name_that_is_not_ours_is_refused(client: TestClient, host: str) -> None:
    answer = client.get("/", headers={"Host": host})
    assert answer.status_code == 400
    assert answer.text.count("\n") == 1


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:8000", "[::1]:8000", "127.0.0.1:1"])
def test_this_machine_has_several_names(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"Host": host}).status_code == 200


def test_a_proxy_may_give_another_name(papers) -> None:
    app = create_app(Settings(papers, names=("Desk.Example",)))
    with TestClient(app, base_url="http://desk.example") as client:
        assert client.get("/").status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site", "Origin": "http://127.0.0.1"},
    ],
)
def test_a_form_of_another_site_is_refused(client: TestClient, headers: dict[str, str]) -> None:
    assert client.post("/", data={"quote": "It is shut"}, headers=headers).status_code == 403


@pytest.mark.parametrize("headers", [{"Origin": "http://127.0.0.1"}, {}])
def test_our_own_forms_and_programs_are_let_in(client: TestClient, headers: dict[str, str]) -> None:
    answer = client.post("/", data={"quote": "It is shut"}, headers=headers, follow_redirects=False)
    assert answer.status_code == 303


def test_a_body_is_refused_by_its_size_also_where_it_does_not_say_it(papers) -> None:
    app = create_app(Settings(papers, largest=1_000))
    with TestClient(app, base_url="http://127.0.0.1") as client:
        said = client.post("/", data={"quote": "x" * 2_000})
        assert said.status_code == 413
        pieces = (b"quote=" + b"x" * 400 for _ in range(9))
        form = {"Content-Type": "application/x-www-form-urlencoded"}
        assert client.post("/", content=pieces, headers=form).status_code == 413


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}, 200),
        ({"Sec-Fetch-Site": "same-origin", "Sec-Fetch-Mode": "cors"}, 200),
        ({"Sec-Fetch-Site": "none", "Sec-Fetch-Mode": "navigate"}, 200),
        ({"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"}, 403),
        ({"Sec-Fetch-Site": "same-site", "Sec-Fetch-Mode": "cors"}, 403),
        (
            {
                "Sec-Fetch-Site": "same-site",
                "Sec-Fetch-Mode": "navigate",
                "Sec-Fetch-Dest": "iframe",
            },
            403,
        ),
    ],
)
def test_pages_elsewhere_may_lead_here_and_use_nothing(
    client: TestClient, headers: dict[str, str], status: int
) -> None:
    assert client.get("/findings", headers=headers).status_code == status
    assert client.get("/api/corpus", headers=headers).status_code == status


@pytest.mark.parametrize("headers", [{}, {"Sec-Fetch-Site": "same-site"}])
def test_who_has_a_cookie_says_where_the_form_stands(
    client: TestClient, headers: dict[str, str]
) -> None:
    cookie = headers | {"Cookie": "reviewer=ed"}
    assert client.post("/", data={"quote": "It is shut"}, headers=cookie).status_code == 403


def test_beyond_this_machine_the_address_that_was_connected_to_is_a_name(papers) -> None:
    here = create_app(Settings(papers))
    beyond = create_app(Settings(papers, beyond=True))
    for app, status in ((here, 400), (beyond, 200)):
        with TestClient(app, base_url="http://192.0.2.7") as client:
            assert client.get("/findings").status_code == status
            assert client.get("/findings", headers={"Host": "192.0.2.8"}).status_code == 400
    with TestClient(beyond, base_url="http://desk.example") as client:
        assert client.get("/findings").status_code == 400


def test_a_body_that_comes_too_slowly_is_not_waited_for(papers, monkeypatch) -> None:
    monkeypatch.setattr("onrecord.web.guards._SECONDS", 0.0)
    monkeypatch.setattr("onrecord.web.guards._SLOWEST", 10)
    heard: list[int] = []
    head = {"host": "127.0.0.1", "content-type": "application/json", "content-length": "900"}
    scope = {
        "type": "http",
        "method": "POST",
        "path": "/api/checks",
        "raw_path": b"/api/checks",
        "query_string": b"",
        "headers": [(name.encode(), value.encode()) for name, value in head.items()],
    }
    pieces = iter([b'{"a', b'":'])

    async def receive() -> dict:
        piece = next(pieces, None)
        if piece is None:
            await asyncio.sleep(60)
        await asyncio.sleep(0)
        return {"type": "http.request", "body": piece, "more_body": True}

    async def send(message: dict) -> None:
        if message["type"] == "http.response.start":
            heard.append(message["status"])

    asyncio.run(asyncio.wait_for(create_app(Settings(papers))(scope, receive, send), 30))
    assert heard == [408]


def test_forms_have_so_many_parts_and_no_more(own_client: TestClient) -> None:
    files = [("files", (f"{n}.txt", b"")) for n in range(1_001)]
    assert own_client.post("/add", files=files).status_code == 400
    many = {f"field{n}": "x" for n in range(1_001)}
    assert own_client.post("/add", data=many).status_code == 400
    assert own_client.post("/add", data=many, files=files[:1]).status_code == 400
    assert own_client.post("/add", data={"text": "x" * 1_200_000}).status_code == 400
    deep = "[" * 100_000
    sent = {"content": deep, "headers": {"Content-Type": "application/json"}}
    assert own_client.post("/api/checks", **sent).status_code in (400, 422)
