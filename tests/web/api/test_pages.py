"""Pages of a list are together the whole, whatever is added meanwhile."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.stores import open_store

LISTS = [
    "/api/documents",
    "/api/statements",
    "/api/statements?speaker=Tolvarin",
    "/api/statements?kind=indirect&date=2023-02",
    "/api/speakers",
    "/api/search?q=the",
    "/api/search?q=the&unit=sentence&order=newest",
    "/api/people?of=Kazakhstan",
    "/api/processes/ossimere/positions",
    "/api/documents/27e4be6fde3e/findings",
]


def with_limit(path, limit):
    return f"{path}{'&' if '?' in path else '?'}limit={limit}"


def walked(client, path, limit):
    """All lines of a list, page by page, by the `next` of each."""
    found, following = [], with_limit(path, limit)
    while following:
        answer = client.get(following)
        assert answer.status_code == 200, answer.text
        page = answer.json()
        assert len(page["items"]) <= limit
        assert bool(page["next"]) == bool(page["cursor"])
        link = f'<{page["next"]}>; rel="next"' if page["next"] else None
        assert answer.headers.get("link") == link
        found += page["items"]
        following = page["next"]
    return found


@pytest.mark.parametrize("path", LISTS)
def test_the_pages_of_a_list_together_are_the_whole(api, path):
    whole = api.get(with_limit(path, 200)).json()
    assert whole["items"]
    if whole["next"] is None:
        assert walked(api, path, 3) == whole["items"]
    else:
        assert walked(api, path, 77)[:200] == whole["items"]


@pytest.mark.parametrize("path", ["/api/documents", "/api/statements", "/api/search?q=the"])
def test_what_is_added_between_two_pages_moves_nothing(own_api, own_papers, path, make_paper):
    before = [line["id"] if "id" in line else line["number"] for line in walked(own_api, path, 9)]
    page = own_api.get(with_limit(path, 4)).json()
    found = page["items"]
    with open_store(own_papers) as store:
        for day in ("2001-01-01", "2023-02-16", "2030-01-01"):
            make_paper(store, day)
    found += walked(own_api, page["next"].replace("limit=4&", ""), 4)
    after = [line["id"] if "id" in line else line["number"] for line in found]
    assert len(after) == len(set(after))
    assert [one for one in after if one in set(before)] == before


@pytest.fixture
def make_paper():
    from onrecord.model import Document, Provenance
    from onrecord.pipeline import read_document

    def make(store, day):
        text = f'"The gates were shut on {day} and the bells rang," Mara Quill said.'
        document = Document(f"new-{day}", text, Provenance("0" * 64, "plain", "1"), published=day)
        store.add(read_document(document, engine="rules"), text.encode())

    return make


def test_a_cursor_of_another_query_is_refused(api):
    cursor = api.get("/api/statements?limit=1").json()["cursor"]
    for other in ("/api/statements?speaker=Tolvarin", "/api/documents?", "/api/search?q=the"):
        answer = api.get(f"{other}&cursor={cursor}")
        assert answer.status_code == 400
        assert "cursor" in answer.json()["detail"]
    assert api.get(f"/api/statements?limit=7&cursor={cursor}").status_code == 200


@given(cursor=st.text(max_size=40) | st.binary(max_size=40).map(bytes.hex))
@settings(max_examples=60)
def test_what_is_no_cursor_is_refused_in_one_line(api, cursor):
    answer = api.get("/api/documents", params={"cursor": cursor})
    assert answer.status_code == (200 if not cursor else 400)
