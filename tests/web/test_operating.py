"""What those who run the server see: health, figures, a line for each request, errors."""

import logging
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from prometheus_client.parser import text_string_to_metric_families
from starlette.testclient import TestClient

from onrecord.listening import Limits
from onrecord.stores import open_store
from onrecord.web import Settings, create_app
from onrecord.web.pages import operating

HOST = "http://127.0.0.1"
QUOTE = "We have accepted a fixed quota"


def figures(client: TestClient) -> dict[str, float]:
    """Each figure by its name and labels."""
    text = client.get("/metrics").text
    return {
        f"{one.name}{sorted(one.labels.items()) if one.labels else ''}": one.value
        for family in text_string_to_metric_families(text)
        for one in family.samples
    }


def test_a_server_that_works_says_so_and_nothing_else(client: TestClient) -> None:
    for path in ("/healthz", "/healthz/live"):
        answer = client.get(path)
        assert (answer.status_code, answer.text) == (200, "ok\n")
        assert answer.headers["Cache-Control"] == "no-store"


def test_a_database_that_cannot_be_read_is_not_ok_and_the_log_alone_says_why(
    own_papers: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(operating.Health, "_EVERY", 0.0)
    with TestClient(create_app(Settings(own_papers)), base_url=HOST) as client:
        assert client.get("/healthz").status_code == 200
        client.app.state.stores.close()
        with sqlite3.connect(own_papers) as connection:
            connection.execute("PRAGMA application_id = 7")
        connection.close()
        answer = client.get("/healthz")
        assert (answer.status_code, answer.text) == (503, "not ok\n")
        assert client.get("/healthz/live").status_code == 200
    assert "not ready: " in caplog.text


def test_while_somebody_looks_nobody_waits(client: TestClient) -> None:
    assert client.get("/healthz").status_code == 200
    health = client.app.state.health
    health._looked = float("-inf")
    with health._lock:
        assert client.get("/healthz").text == "ok\n"


def test_figures_count_requests_findings_and_what_is_held(client: TestClient, papers: Path) -> None:
    client.get("/documents")
    client.get("/documents/nothing")
    client.get("/static/onrecord.css")
    client.get("/no/such/page")
    for _ in range(2):
        client.post("/api/checks", json={"quote": QUOTE})
    client.get("/", params={"quote": "Our engineers found 381 mines there last autumn"})
    seen = figures(client)
    told = "onrecord_requests_total[('method', '{}'), ('route', '{}'), ('status', '{}')]"
    assert seen[told.format("GET", "/documents", 200)] == 1
    assert seen[told.format("GET", "/documents/{ref}", 404)] == 1
    assert seen[told.format("POST", "/api/checks", 200)] == 2
    assert seen[told.format("GET", "/static", 200)] == 1
    assert seen[told.format("GET", "other", 404)] == 1
    assert seen["onrecord_request_seconds_count[('route', '/documents')]"] == 1
    assert sum(value for name, value in seen.items() if "checks_total" in name) == 3
    with open_store(papers) as store:
        assert seen["onrecord_documents"] == store.how_many()
    assert seen["onrecord_passages"] > 50
    assert 0 < seen["onrecord_index_lag_seconds"] < 60
    assert seen["onrecord_requests_in_flight"] == 1  # the one that asks
    assert seen["process_resident_memory_bytes"] > 0


def test_figures_say_nothing_of_what_was_asked(client: TestClient) -> None:
    client.get("/search", params={"q": "xylophone"})
    client.get("/people/Xenia Xylander")
    client.request("XYLO", "/xylem")
    assert "xyl" not in client.get("/metrics").text.lower()


def test_requests_refused_for_their_number_are_counted(papers: Path) -> None:
    app = create_app(Settings(papers, limits=Limits("3/hour")))
    with TestClient(app, base_url=HOST) as client:
        for _ in range(3):
            client.get("/findings")
        answer = client.get("/api/corpus")
        assert answer.status_code == 429
        assert answer.json()["detail"].startswith("too many requests")
        assert int(answer.headers["Retry-After"]) > 0
        assert client.get("/healthz").status_code == 200
    text = app.state.metrics.text([]).decode()
    assert 'onrecord_limited_total{limit="rate"} 1.0' in text


@pytest.fixture
def failing(papers: Path) -> Iterator[TestClient]:
    """A client of an app with a page that fails."""
    app = create_app(Settings(papers))

    @app.get("/api/fail/{what}")
    def fail(what: str) -> None:
        raise RuntimeError(f"the secret of {what}")

    with TestClient(app, base_url=HOST) as client:
        yield client


def test_what_was_not_foreseen_is_in_the_log_alone(
    failing: TestClient, caplog: pytest.LogCaptureFixture
) -> None:
    answer = failing.get("/api/fail/words?q=quoted")
    assert answer.status_code == 500
    assert "secret" not in answer.text
    assert "Traceback" not in answer.text
    id = answer.headers["X-Request-ID"]
    assert id in answer.json()["detail"]
    assert "Content-Security-Policy" in answer.headers
    (record,) = [one for one in caplog.records if one.exc_info]
    assert record.request_id == id
    assert record.getMessage() == "GET /api/fail/{what} failed"
    assert "the secret of words" in caplog.text


def test_the_line_of_a_request_has_its_form_and_none_of_its_words(
    client: TestClient, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO, "onrecord.requests"):
        client.get("/search?q=xylophone")
        client.post("/", data={"quote": "xylophone"})
        client.get("/people/xylophone")
    lines = [one for one in caplog.records if one.name == "onrecord.requests"]
    assert [one.getMessage() for one in lines][:2] == ["GET /search 200", "POST / 303"]
    assert all(len(one.request_id) == 16 and one.ms > 0 for one in lines)
    assert "xylophone" not in "".join(str(vars(one)) for one in lines)


def test_each_answer_has_an_id_of_its_own(client: TestClient) -> None:
    ids = {client.get(path).headers["X-Request-ID"] for path in ("/", "/findings", "/nowhere")}
    assert len(ids) == 3
