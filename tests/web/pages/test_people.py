"""The list of people and the page of one, as they are sent, without a browser."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from lxml import html
from starlette.testclient import TestClient
from tests.web.conftest import HOST

import examples
from onrecord.rosters import read_roster
from onrecord.stores import open_store
from onrecord.web import Settings, create_app

PROFILE = Path(examples.__file__).parent / "ossimere.toml"
MINISTER = "/people/Andrey%20Tolvarin"
ROSTER = """person,id,post,of,start,end,according
Andrey Tolvarin,g:1,Foreign Minister,Tamvaria,2019-04-02,2024,Gazette
Andrey Tolvarin,g:1,Foreign Minister,Tamvaria,2019-05-07,2024,Almanac
Andrey Tolvarin,g:1,Judge,Tamvaria,,2011,Gazette
"""


def words(text: str) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]*>", " ", text)))


@pytest.fixture
def known(own_papers: Path) -> Iterator[TestClient]:
    """A client of the app over the sample corpus with a roster and a profile."""
    with open_store(own_papers) as store:
        store.keep_roster("own", read_roster(ROSTER.encode()))
    settings = Settings(own_papers, profiles=(PROFILE,))
    with TestClient(create_app(settings), base_url=HOST) as client:
        yield client


def test_people_are_listed_with_most_words_first_and_found_by_name(client: TestClient) -> None:
    whole = words(client.get("/people").text)
    assert whole.index("Andrey Tolvarin") < whole.index("Mirelle Osgarth") < whole.index("Quorrel")
    assert "Andrei Tolvarin" in whole
    assert "ministers" not in whole
    found = words(client.get("/people", params={"name": "tolv"}).text)
    assert "1 name" in found
    assert "Osgarth" not in found
    assert "ministers" in words(client.get("/people", params={"kind": "group"}).text)
    assert "Nobody here fits" in words(client.get("/people", params={"name": "Nemo"}).text)


@pytest.mark.parametrize("given", [{"kind": "robot"}, {"page": 0}, {"page": "x"}])
def test_a_list_that_makes_no_sense_is_refused(client: TestClient, given: dict[str, str]) -> None:
    assert client.get("/people", params=given).status_code in (400, 422)


def test_a_person_has_counts_a_drawing_and_a_table_that_says_the_same(client: TestClient) -> None:
    found = client.get(MINISTER)
    assert found.status_code == 200
    assert "38 statements (24 quoted, wholly or in part) and 4 turns" in words(found.text)
    assert found.text.count("<svg") == 1
    assert 'href="/people/Andrey%20Tolvarin?when=2023-04#words"' in found.text
    assert "style=" not in found.text
    assert "The Ossimere Ledger" in words(found.text)


def test_a_name_in_another_spelling_leads_to_the_same_words(client: TestClient) -> None:
    other = words(client.get("/people/Andrei%20Tolvarin").text)
    assert "38 statements" in other
    assert client.get("/people/Nemo%20Nobody").status_code == 404


def test_each_state_of_the_list_of_words_is_in_its_address(client: TestClient) -> None:
    def total(**given: str) -> int:
        text = words(client.get(MINISTER, params=given).text)
        found = re.search(r"\d+ to \d+ of (\d+)", text)
        return int(found[1]) if found else 0

    whole = total()
    assert whole == 42
    assert total(kind="turns") == 4
    assert total(kind="statements") == 38
    assert total(when="2023") == whole
    assert total(when="2023-04") + total(when="2023-02") + total(when="2023-03") == whole - 2
    assert total(publisher="The Ossimere Ledger") == 5
    assert total(publisher="*") == whole
    form = html.document_fromstring(client.get(MINISTER).text)
    publishers = form.xpath("//select[@id='publisher']/option/@value")[1:]
    assert sum(total(publisher=one) for one in publishers) == whole
    assert total(way="QPA") == 1
    assert total(when="1999") == 0
    newest = words(client.get(MINISTER, params={"page": "2"}).text)
    assert "26 to 42 of 42" in newest
    oldest = client.get(MINISTER, params={"order": "oldest"}).text
    assert oldest.index("2023-02-16 ·") < oldest.index("</ol>")


@pytest.mark.parametrize(
    "given", [{"when": "soon"}, {"kind": "song"}, {"order": "x"}, {"by": "day"}, {"theme": "a:b"}]
)
def test_what_cannot_be_asked_for_is_told_in_one_line(client: TestClient, given) -> None:
    found = client.get(MINISTER, params=given)
    assert found.status_code == 400
    assert "Traceback" not in found.text


def test_words_lead_to_their_place_in_the_document(client: TestClient) -> None:
    found = client.get(MINISTER).text
    assert re.search(r'href="/documents/[0-9a-z-]+\?at=\d+-\d+(&amp;at=\d+-\d+)*#at"', found)


def test_themes_are_those_of_the_profiles_that_are_known(known: TestClient) -> None:
    found = known.get(MINISTER, params={"theme": "ossimere:water"})
    text = words(found.text)
    counted = re.search(r"water ossimere (\d+)", text)
    assert counted
    assert f"1 to {counted[1]} of {counted[1]}" in text


def test_posts_are_shown_by_source_with_what_they_disagree_on(known: TestClient) -> None:
    for who in (MINISTER, "/people/g:1"):
        found = known.get(who).text
        text = words(found)
        assert "Foreign Minister, Tamvaria" in text
        assert "2019-04-02" in text
        assert "Where sources disagree" in text
        assert "Almanac has it from 2019-05-07, Gazette from 2019-04-02" in text
        assert found.count("<svg") == 2
        assert "38 statements" in text


def test_names_of_others_are_shown_as_text(own_papers: Path, tmp_path: Path) -> None:
    name = "<img src=x onerror=alert(1)>"
    roster = ROSTER.replace("Andrey Tolvarin,g:1,Judge", f"{name} Venn,g:2,Judge")
    with open_store(own_papers) as store:
        store.keep_roster("own", read_roster(roster.encode()))
    with TestClient(create_app(Settings(own_papers)), base_url=HOST) as client:
        found = client.get("/people/g:2")
        assert found.status_code == 200
        assert "<img" not in found.text
        assert "which does not say that nothing was said" in words(found.text)


def test_the_newest_quotations_are_checked_where_that_is_asked_for(client: TestClient) -> None:
    before = client.get(MINISTER).text
    assert 'class="finding' not in before
    assert f'href="{MINISTER}?findings=1"' in before
    found = client.get(MINISTER, params={"findings": "1"}).text
    assert 1 <= found.count('class="finding') <= 12
    assert "see the check" in found
