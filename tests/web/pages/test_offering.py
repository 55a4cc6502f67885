"""What the first page offers to try, and what its findings are called."""

import re
from html import unescape

from starlette.testclient import TestClient


def offered(page: str) -> list[str]:
    """The addresses of the checks that the page offers."""
    return [unescape(one) for one in re.findall(r'<a class="said" href="(/\?[^"]+)"', page)]


def test_the_first_page_offers_quotations_that_are_held_and_each_leads_to_its_finding(
    client: TestClient,
) -> None:
    links = offered(client.get("/").text)
    assert links
    for link in links:
        answered = client.get(link)
        assert answered.status_code == 200
        assert 'class="finding ' in answered.text


def test_nothing_is_offered_where_nothing_is_held(own_client: TestClient) -> None:
    store = own_client.app.state.stores  # type: ignore[attr-defined]
    with store.lend() as held:
        for line in list(held.documents()):
            held.remove(line.id)
    page = own_client.get("/").text
    assert not offered(page)
    assert "Nothing is held yet" in page


def test_a_check_of_one_quotation_leads_to_the_same_as_json(client: TestClient) -> None:
    page = client.get("/", params={"quote": "We have accepted a fixed quota"}).text
    href = re.search(r'href="(/api/checks[^"]+)"', page)
    assert href
    assert client.get(unescape(href[1])).json()["finding"] == "altered"


def test_documents_that_a_finding_names_are_called_by_their_titles(client: TestClient) -> None:
    asked = {"quote": "We have accepted a fixed quota", "speaker": "Osgarth", "date": "2023-03-02"}
    page = client.get("/", params=asked).text
    links = re.findall(r'<a href="/documents/([^"?]+)[^"]*">([^<]+)</a>', page)
    assert len(links) > 1
    assert not [words for id, words in links if words == id]
