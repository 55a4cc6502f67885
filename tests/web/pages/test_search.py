"""The Search page as it is sent, without a browser."""

import re
from dataclasses import replace
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from starlette.testclient import TestClient

import examples
from onrecord.web import Settings, create_app

HOSTILE = "<script>alert(1)</script> \"'><img src=x onerror=alert(2)> \u202e\x00 quota"


@pytest.fixture(scope="module")
def asked(papers):
    """A function that asks for a search, with the profile of the sample corpus."""
    settings = replace(Settings(papers), profiles=(examples.PROFILE,))
    with TestClient(create_app(settings), base_url="http://127.0.0.1") as client:
        yield lambda **given: client.get("/search", params=given)


def words(html: str) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]*>", "", html)))


def links(html: str, words: str) -> list[str]:
    """The addresses of the links of these words."""
    found = re.findall(r'<a [^>]*href="([^"]*)"[^>]*>(.*?)</a>', html, re.S)
    return [unescape(href) for href, inner in found if words in re.sub(r"<[^>]*>", "", inner)]


def total(html: str) -> int:
    return int(re.search(r'id="hits-head">(?:More than )?([\d,]+) ', html)[1].replace(",", ""))


def test_nothing_asked_for_is_a_form_and_no_list(asked):
    found = asked()
    assert found.status_code == 200
    assert "hits-head" not in found.text
    assert 'name="q"' in found.text


def test_a_statement_is_shown_with_its_match_speaker_document_and_ways_on(asked):
    html = asked(q="fixed quota").text
    assert "<mark>quota</mark>" in html
    assert links(html, "Mirelle Osgarth")
    (document, *_) = links(html, "The river keeps its own minutes")
    assert re.fullmatch(r"/documents/\w+\?at=\d+-\d+#at", document)
    (check, *_) = links(html, "Check these words")
    assert "fixed quota" in parse_qs(urlsplit(check).query)["quote"][0]
    (utterance, *_) = links(html, "Where else they stand")
    assert re.fullmatch(r"/utterance\?at=\w+%40\d+-\d+", utterance)


def test_a_way_to_check_gives_the_finding_that_the_list_counts(asked, client):
    html = asked(q="fixed quota authorised", findings="1").text
    assert '<span class="finding altered">' in html
    (check,) = links(html, "Check these words")
    assert '<span class="finding altered">' in client.get(check).text


def test_words_of_a_turn_are_checked_on_their_day_and_those_of_a_report_on_no_day(asked):
    def days(html: str) -> set[str]:
        checks = [parse_qs(urlsplit(one).query) for one in links(html, "Check these words")]
        return {one.get("date", [""])[0] for one in checks}

    assert days(asked(q="water").text) == {""}
    of_turns = asked(q="water", unit="sentences", form="transcript").text
    assert any(days(of_turns))
    assert days(asked(q="water", unit="sentences", form="story").text) == {""}


def test_every_link_of_a_facet_gives_as_many_hits_as_stand_beside_it(asked, client):
    for unit in ("statements", "sentences"):
        html = asked(q="water", unit=unit).text
        facet = re.findall(r'<li><a href="([^"]*)">[^<]*</a><span class="count">([\d,]+)</s', html)
        assert len(facet) > 5
        for href, count in facet:
            assert total(client.get(unescape(href)).text) == int(count), href


def test_a_filter_can_be_taken_off(asked, client):
    html = asked(q="water", speaker="Tolvarin", **{"from": "2023"}).text
    (without,) = links(html, "speaker Tolvarin")
    assert "speaker" not in without
    assert "from=2023" in without
    assert total(client.get(without).text) > total(html)


def test_a_process_is_a_filter_of_documents(asked):
    html = asked(q="water", process="ossimere").text
    assert re.search(r"\d+ of \d+ documents with these words belong to the process", words(html))
    assert 0 < total(html) <= total(asked(q="water").text)
    assert total(asked(q="water", process="astana").text) == 0


def test_pages_follow_each_other(asked, client):
    html = asked(q="the", unit="sentences").text
    seen = re.findall(r"/utterance\?at=[^\"]*", html)
    every = total(html)
    while more := links(html, "More"):
        html = client.get(more[0]).text
        assert total(html) == every
        seen += re.findall(r"/utterance\?at=[^\"]*", html)
    assert len(seen) == len(set(seen)) == every > 20


def test_words_in_context_are_a_table(asked):
    html = asked(q="water", view="kwic", unit="sentences").text
    rows = re.findall(r"<tr role=\"row\"><td.*?</tr>", html, re.S)
    assert rows
    assert all("<mark>" in row for row in rows)
    rights = [re.search(r'class="after"><span>(.*?)</span>', row)[1] for row in rows]
    html = asked(q="water", view="kwic", unit="sentences", sort="right").text
    ordered = re.findall(r'class="after"><span>(.*?)</span>', html)
    assert sorted(rights) == sorted(ordered)
    assert rights != ordered


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"q": "…"}, "nothing to search for"),
        ({"q": "water", "kind": "poem"}, "poem"),
        ({"q": "water", "from": "soon"}, "from: "),
        ({"q": "water", "from": "2023", "to": "2022"}, "no day is from"),
        ({"q": "water", "cursor": "7"}, "cursor"),
        ({"q": "water", "process": "/etc/passwd"}, "no process '/etc/passwd'"),
        ({"q": "water", "unit": "sentences", "stance": "denied"}, "sentences have no stance"),
        ({"q": "water", "view": "map"}, "map"),
    ],
)
def test_what_cannot_be_searched_is_told_in_one_line(asked, given, told):
    found = asked(**given)
    assert found.status_code == 400
    (line,) = re.findall(r'<p class="note bad" role="alert">(.*?)</p>', found.text)
    assert told in unescape(line)


def test_what_is_not_found_is_never_not_said(asked):
    html = asked(q="zeppelin").text
    assert total(html) == 0
    assert "never means that it was not said" in words(html)


@pytest.mark.parametrize("query", ["mandate", "eighteen gauges water"])
def test_words_that_only_sentences_have_are_pointed_to(asked, client, query):
    html = asked(q=query).text
    (other,) = [href for href in links(html, "sentence") if "unit=sentences" in href]
    assert total(client.get(other).text) > 0


def test_whatever_is_asked_for_is_shown_as_text(asked):
    names = (
        "speaker",
        "publisher",
        "form",
        "finding",
        "process",
        "from",
        "sort",
        "order",
        "cursor",
    )
    for name in ("q", *names):
        found = asked(**({"q": "quota"} | {name: HOSTILE}))
        assert found.status_code in (200, 400)
        assert "<script>alert" not in found.text
        assert "<img" not in found.text
        assert "\x00" not in found.text


def test_profiles_are_taken_from_folders_and_a_bad_one_takes_nothing_away(papers, tmp_path):
    (tmp_path / "ossimere.toml").write_bytes(examples.PROFILE.read_bytes())
    (tmp_path / "bad.toml").write_text("name = [", "utf-8")
    settings = Settings(papers, profiles=(tmp_path,))
    with TestClient(create_app(settings), base_url="http://127.0.0.1") as client:
        found = client.get("/search", params={"q": "water", "process": "ossimere"})
    assert found.status_code == 200
    assert total(found.text) > 0
