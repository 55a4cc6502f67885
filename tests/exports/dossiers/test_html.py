import itertools
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from tests.exports.dossiers.made import hostile, whole

from onrecord.exports import as_html
from onrecord.exports.markup import visible

NASTY = (
    "</title></style></svg><script>alert(1)</script><img src=x onerror=alert(1)> \" onload='x' "
    "&lt; &amp; ]]> <!-- \u202e\x00\x1b[2J `${x}`"
)


def page(dossier):
    return html.document_fromstring(as_html(dossier).encode())


def test_the_page_needs_nothing_else(dossier):
    whole_page = page(dossier)
    for name in ("script", "link", "img", "iframe", "object", "embed", "form", "base", "use"):
        assert not whole_page.findall(f".//{name}")
    written = as_html(dossier)
    assert "@import" not in written
    assert "url(" not in written
    assert "default-src 'none'" in written


def test_links_lead_to_exact_words_or_to_places_of_the_page(dossier):
    whole_page = page(dossier)
    places = set(whole_page.xpath("//@id"))
    for link in whole_page.xpath("//@href"):
        assert link.startswith("https://") or link[1:] in places, link
    assert "https://press.example/wells#:~:text=We%20want%20open%20wells." in whole_page.xpath(
        "//@href"
    )


def test_no_id_comes_twice(dossier):
    assert set(Counter(page(dossier).xpath("//@id")).values()) == {1}


def test_the_page_can_be_gone_through_without_seeing_it(dossier):
    whole_page = page(dossier)
    assert whole_page.get("lang") == "en"
    assert len(whole_page.findall(".//main")) == len(whole_page.findall(".//h1")) == 1
    levels = [
        int(tag[1]) for tag in (e.tag for e in whole_page.iter()) if tag in ("h1", "h2", "h3", "h4")
    ]
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
    for table in whole_page.findall(".//table"):
        assert table.find("caption") is not None
        assert table.xpath("thead/tr/th[@scope='col']")
        assert len(table.xpath("tbody/tr/th[@scope='row']")) == len(table.xpath("tbody/tr"))
    for drawing in whole_page.findall(".//svg"):
        assert drawing.get("role") == "img"
        assert drawing.find("title").text
        assert drawing.find("desc").text


def test_every_piece_of_evidence_shows_its_place_and_its_day(dossier):
    text = page(dossier).text_content()
    for line in (*dossier.roles, *dossier.meetings, *dossier.promises, *dossier.positions):
        for one in line.evidence:
            assert f"{one.document}@{one.spans[0].start}-{one.spans[0].end}" in text
            assert one.words in text


def test_hostile_words_are_shown_and_not_obeyed():
    whole_page = page(hostile(NASTY))
    assert [e.tag for e in whole_page.iter() if e.tag in ("script", "img")] == []
    assert not [name for e in whole_page.iter() for name in e.attrib if name.startswith("on")]
    assert "<script>alert(1)</script>" in whole_page.text_content()


def kinds(whole_page):
    return Counter(element.tag for element in whole_page.iter() if isinstance(element.tag, str))


@given(st.text(st.characters(), min_size=1, max_size=40).filter(str.strip))
def test_any_words_leave_the_page_as_it_is(text):
    plain, odd = kinds(page(hostile("plain words"))), kinds(page(hostile(text)))
    for name in ("section", "table", "tr", "svg", "q", "li", "h2", "dl", "script"):
        assert plain[name] == odd[name]


@given(st.text(st.characters(), min_size=1, max_size=40).filter(str.strip))
def test_any_words_come_back_as_they_are(text):
    # A reader of HTML takes a carriage return for a line's end.
    expected = visible(text).replace("\r\n", "\n").replace("\r", "\n")
    quotes = [q.text_content() for q in page(hostile(text)).findall(".//q")]
    assert expected in [quote.replace("\r", "\n") for quote in quotes]


def test_the_same_dossier_gives_the_same_page():
    assert as_html(whole()) == as_html(whole())
