"""ETags, problems and bounds, for every resource alike."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.answers import FindingAnswer, plain
from onrecord.checking import STYLEBOOKS
from onrecord.stores import open_store
from onrecord.web.api import openapi
from onrecord.web.api.asking import BATCH, LIMIT, QUOTE, TEXT

GETS = [
    "/api/checks?quote=If the water stops, the money stops.",
    "/api/documents",
    "/api/documents/delta-radio",
    "/api/documents/delta-radio/text",
    "/api/documents/delta-radio/raw",
    "/api/statements",
    "/api/search?q=mines",
    "/api/people/Beibut Atamkulov",
    "/api/processes/ossimere/dossier",
    "/api/corpus",
    "/api/openapi.json",
]
PROBLEMS = [
    ("GET", "/api/nowhere", {}, 404),
    ("GET", "/api/documents/nothing-here", {}, 404),
    ("GET", "/api/documents/nothing-here/raw", {}, 404),
    ("GET", "/api/processes/nothing", {}, 404),
    ("GET", "/api/processes/..%2Fossimere.toml", {}, 404),
    ("DELETE", "/api/checks", {}, 405),
    ("GET", "/api/checks", {}, 422),
    ("GET", "/api/checks?quote=…", {}, 400),
    ("GET", "/api/checks?quote=so it was said&date=yesterday", {}, 400),
    ("GET", "/api/checks?quote=so it was said&speeker=Mara", {}, 422),
    ("GET", "/api/checks?quote=so it was said&document=%00", {}, 404),
    ("GET", f"/api/documents?limit={LIMIT + 1}", {}, 422),
    ("GET", "/api/documents?limit=" + "9" * 400, {}, 422),
    ("GET", "/api/search", {}, 400),
    ("POST", "/api/checks", {"content": b"{"}, 400),
    ("POST", "/api/checks", {"content": b'{"quote": "so \\ud800 it was"}'}, 422),
    ("POST", "/api/checks", {"content": b'{"quote": "\xff"}'}, 400),
    ("POST", "/api/checks", {"content": b"[" * 100_000}, 400),
    ("POST", "/api/checks", {"json": {"quote": "x" * (QUOTE + 1)}}, 422),
    ("POST", "/api/checks", {"json": {"quote": "so it was said", "prove": 10**400}}, 422),
    ("POST", "/api/checks/text", {"json": {"text": "x" * (TEXT + 1)}}, 422),
    ("POST", "/api/checks/batch", {"json": {"quotations": [{"quote": "x"}] * (BATCH + 1)}}, 422),
    ("POST", "/api/checks", {"headers": {"Content-Length": "999999999999"}}, 413),
    ("POST", "/api/checks", {"headers": {"Origin": "http://evil.example"}}, 403),
    ("GET", "/api/documents", {"headers": {"Host": "evil.example"}}, 400),
]


@pytest.mark.parametrize("path", GETS)
def test_what_has_not_changed_is_not_sent_again(api, path):
    first = api.get(path)
    tag = first.headers["etag"]
    assert tag.startswith('"')
    for asked in (tag, f'W/{tag}, "other"', "*"):
        again = api.get(path, headers={"If-None-Match": asked})
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["etag"] == tag
    assert api.get(path, headers={"If-None-Match": '"other"'}).content == first.content


def test_a_packed_body_has_a_tag_of_its_own(api):
    packed = api.get("/api/documents", headers={"Accept-Encoding": "gzip"}).headers["etag"]
    bare = api.get("/api/documents", headers={"Accept-Encoding": "identity"}).headers["etag"]
    assert packed != bare


def test_a_tag_is_another_one_after_something_was_added(own_api, own_papers):
    before = own_api.get("/api/documents").headers["etag"]
    with open_store(own_papers) as store:
        store.remove(next(iter(store.documents())).id)
    answer = own_api.get("/api/documents", headers={"If-None-Match": before})
    assert answer.status_code == 200
    assert answer.headers["etag"] != before


@pytest.mark.parametrize(("method", "path", "more", "status"), PROBLEMS)
def test_what_cannot_be_answered_is_a_problem_in_one_line(api, method, path, more, status):
    if method == "POST" and "content" in more:
        more = {**more, "headers": {"Content-Type": "application/json"}}
    answer = api.request(method, path, **more)
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    problem = answer.json()
    assert set(problem) == {"type", "title", "status", "detail", "instance"}
    assert problem["status"] == status
    assert problem["detail"]
    assert "\n" not in problem["detail"]


@given(quote=st.text(min_size=1, max_size=60), speaker=st.text(max_size=20))
@settings(max_examples=60)
def test_any_quotation_is_answered_or_refused(api, quote, speaker):
    answer = api.post("/api/checks", json={"quote": quote, "speaker": speaker})
    assert answer.status_code in (200, 400)


def test_a_check_by_its_address_is_the_one_that_was_posted(api):
    asked = {"quote": "If the water stops, the money stops.", "speaker": "Caspar Ostrick"}
    found = api.get("/api/checks", params=asked).json()
    assert found == api.post("/api/checks", json=asked).json()
    assert found["finding"] == "verbatim"
    assert set(found) == set(FindingAnswer.__dataclass_fields__)


def test_a_batch_answers_line_by_line(api):
    asked = [{"id": "a", "quote": "…"}, {"id": "b", "quote": "If the water stops"}]
    first, second = api.post("/api/checks/batch", json={"quotations": asked}).json()["results"]
    assert (first["id"], first["finding"]) == ("a", None)
    assert "no word" in first["error"]
    assert (second["finding"]["id"], second["error"]) == ("b", "")


def test_every_stylebook_can_be_asked_for(api):
    asked = {"quote": "It [the guarantee] has a calendar, which is better."}
    for book in STYLEBOOKS:
        found = api.post("/api/checks", json={**asked, "style": book.key}).json()
        assert found["style"]["book"] == book.name
    assert api.post("/api/checks", json={**asked, "style": "other"}).status_code == 422


def test_the_quotations_of_a_text_say_where_they_stand(api):
    text = '"If the water stops, the money stops," Caspar Ostrick said. "I am glad," he said.'
    found = api.post("/api/checks/text", json={"text": text}).json()
    assert [text[slice(*one["quotation"])] for one in found["findings"]] == [
        "If the water stops, the money stops,",
        "I am glad,",
    ]
    assert not found["more"]


def test_bytes_are_saved_and_never_shown_as_a_page_of_ours(api):
    for line in api.get("/api/documents").json()["items"]:
        answer = api.get(f"/api/documents/{line['id']}/raw")
        assert answer.headers["content-type"] == "application/octet-stream"
        assert answer.headers["content-disposition"].startswith("attachment")
        text = api.get(f"/api/documents/{line['id']}/text")
        assert text.headers["content-type"] == "text/plain; charset=utf-8"
        assert text.text == api.get(f"/api/documents/{line['id']}").json()["document"]["text"]


def test_the_description_is_of_openapi_3_1_and_names_every_operation_once():
    document = openapi()
    assert document["openapi"] == "3.1.0"
    operations = [one for methods in document["paths"].values() for one in methods.values()]
    assert len({one["operationId"] for one in operations}) == len(operations)
    known = {tag["name"] for tag in document["tags"]}
    for one in operations:
        assert one["summary"]
        assert one["description"]
        assert set(one["tags"]) <= known
        statuses = {status for status in one["responses"] if status != "200"}
        assert statuses >= {"400", "422", "503"}
        for status in statuses:
            assert "application/problem+json" in one["responses"][status]["content"]
    assert json.dumps(document).count("HTTPValidationError") == 0


def test_every_parameter_says_what_it_is():
    for methods in openapi()["paths"].values():
        for operation in methods.values():
            for parameter in operation.get("parameters", ()):
                assert parameter["description"], (operation["operationId"], parameter["name"])


def test_the_reference_shows_every_operation_and_every_kind_of_object(api):
    answer = api.get("/api")
    assert answer.headers["content-type"].startswith("text/html")
    for path, methods in openapi()["paths"].items():
        for method, operation in methods.items():
            assert f"<code>{method.upper()} {path}</code>" in answer.text
            assert f'id="{operation["operationId"]}"' in answer.text
    for name, shape in openapi()["components"]["schemas"].items():
        if "properties" in shape:
            assert f'id="shape-{name}"' in answer.text


def test_plain_answers_are_what_is_sent(api):
    assert plain(api.get("/api/corpus").json()) == api.get("/api/corpus").json()
