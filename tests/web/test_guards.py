"""Which requests are let in, and what every answer carries."""

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
