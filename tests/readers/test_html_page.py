"""A page is read for its words; what is left out can be seen."""

import pytest

from onrecord.model import Failure, PartKind
from onrecord.readers import read

STORY = [
    "Harbour minister Ada Vell said on Monday that the bridge at Port Ellery would open in May.",
    "“We are ready,” she told reporters. “The bridge is safe.”",
    "Yes.",
    "Her opponent, Tam Orme, called the date “a guess” and asked for the safety report.",
    "The council meets on Thursday to vote on the last of the money for the northern ramp.",
]
PARAGRAPHS = "".join(f"<p>{words}</p>" for words in STORY)
MENU = "".join(
    f"<ul><li><a href=/{n}>Section number {n} of this site</a></li></ul>" for n in range(90)
)


def document(page, path="x.html"):
    (found,) = read(page.encode(), path=path)
    assert not isinstance(found, Failure), found
    return found


def parts(found, *kinds):
    return [m.span.of(found.text) for m in found.marks if not kinds or m.kind in kinds]


def labels(found):
    return [(m.value, m.span.of(found.text)) for m in found.marks if m.kind == PartKind.LABEL]


def body(inner, head=""):
    return f"<!doctype html><html><head>{head}</head><body>{inner}</body></html>"


@pytest.mark.parametrize(
    "page",
    [
        f"<nav>{MENU}</nav><article><h1>A bridge</h1>{PARAGRAPHS}</article><footer>© 2031</footer>",
        f"<div>{MENU}</div><div id=s><h1>A bridge</h1><div>{PARAGRAPHS}</div></div>",
        f"<form><div class='no-sidebar'><h1>A bridge</h1><div>{PARAGRAPHS}</div></div></form>",
        f"<div style='display:none'><h1>A bridge</h1>{PARAGRAPHS}</div>",
        f"<main><h1>A bridge</h1><section>{PARAGRAPHS}</section></main><div class=related><p>Trams"
        " run again in the capital after a strike of three weeks.</p></div>",
        f"<div class=story><h1>A bridge</h1>{PARAGRAPHS}</div><article class=card><h3>Trams</h3><p>"
        "Trams run again in the capital.</p></article><article class=card><h3>Ships</h3><p>Ships "
        "wait outside the port for a pilot.</p></article>",
        f"<h1>A bridge</h1><div itemprop=articleBody>{PARAGRAPHS}</div>"
        "<div class=comments><p>First!</p></div>",
    ],
    ids=["article", "bare", "form", "hidden", "main", "cards", "microdata"],
)
def test_headline_and_every_paragraph_and_nothing_else_are_the_text(page):
    found = document(body(page))
    assert parts(found, PartKind.HEADLINE) == ["A bridge"]
    assert parts(found, PartKind.PARAGRAPH) == STORY
    assert found.text == "\n\n".join(["A bridge", *STORY])


def test_a_teaser_among_menus_is_read():
    found = document(
        body(f"<div>{MENU}</div><div><h1>A bridge</h1><p>It opens, Vell said.</p></div>")
    )
    assert found.text == "A bridge\n\nIt opens, Vell said."


def test_labels_in_bold_are_marked_and_keep_their_place():
    found = document(
        body(
            "<article><h1>Talks</h1>"
            "<p><b>Minister of Harbours Ada Vell: </b>Friends,</p><p>we are ready.</p>"
            "<p><strong>Question</strong>: Which May?</p>"
            "<p><b>Ada Vell </b>(<i>retranslated</i>)<b>:</b> The next one.</p>"
            "<p><b>Tam Orme:</b>Never.</p>"
            "<p><span class='speaker'>Una Field:</span> Why?</p>"
            "<p><b>All of this is bold: every word</b></p>"
            "<p>Not bold: this one.</p></article>"
        )
    )
    assert labels(found) == [
        ("Minister of Harbours Ada Vell", "Minister of Harbours Ada Vell:"),
        ("Question", "Question:"),
        ("Ada Vell (retranslated)", "Ada Vell (retranslated):"),
        ("Tam Orme", "Tam Orme:"),
        ("Una Field", "Una Field:"),
    ]
    assert "Minister of Harbours Ada Vell: Friends,\n\nwe are ready." in found.text


def test_a_label_that_forgot_its_colon_is_known_from_the_others():
    found = document(
        body(
            "<article><h1>Talks</h1><p><b>Ada Vell:</b> It opens in May, as I have said.</p>"
            "<p><b>Ada Vell</b> The next one.</p><p><b>Ada Vell</b> was asked again.</p>"
            "<p><b>Tam Orme</b> Never.</p></article>"
        )
    )
    assert labels(found) == [("Ada Vell", "Ada Vell:"), ("Ada Vell", "Ada Vell")]


def test_lines_parted_by_breaks_are_paragraphs_of_their_own():
    found = document(
        body("<p><b>Question:</b> When?<br><b>Ada Vell:</b> In May.<br><br>Of this<br>year.</p>")
    )
    assert found.text == "Question: When?\nAda Vell: In May.\n\nOf this year."
    assert [value for value, _ in labels(found)] == ["Question", "Ada Vell"]


def test_no_break_spaces_become_plain_and_keep_their_number():
    found = document(
        body("<p>Q&nbsp; &nbsp; Who of&nbsp;us?</p>\n<p>MS. VELL:&nbsp; All   of\n us.&shy;</p>")
    )
    assert found.text == "Q    Who of us?\n\nMS. VELL:  All of us."


def test_tooltips_that_repeat_a_name_do_not_leak_and_can_be_seen():
    found = document(
        body(
            f"<article><h1>A bridge</h1>{PARAGRAPHS}<p>Then <a href=/p>Ada Vell<span "
            "class='x__tooltip tooltip_person'><span>Vell Ada</span> <span>Minister</span></span>"
            "</a> spoke.</p>"
            "<p><span aria-hidden=true>Vell Ada</span>She left.</p></article>"
        )
    )
    assert found.text.endswith("Then Ada Vell spoke.\n\nShe left.")
    assert "tooltip: Vell Ada Minister" in found.dropped
    assert "hidden: Vell Ada" in found.dropped


def test_captions_asides_footnotes_and_menus_go_and_can_be_seen():
    found = document(
        body(
            f"<article><h1>A bridge</h1>{PARAGRAPHS}<figure><figcaption>In fog</figcaption>"
            "</figure><aside>The bridge is safe</aside><p>It is long<sup><a href=#1>1</a></sup>, "
            "the 2<sup>nd</sup> of its kind.</p></article><nav>Home</nav>"
            "<div>All rights reserved</div>"
        )
    )
    assert found.text.endswith("\n\nIt is long, the 2nd of its kind.")
    for line in ("figure: In fog", "aside: The bridge is safe", "footnote: 1", "nav: Home",
                 "outside the text: All rights reserved"):  # fmt: skip
        assert line in found.dropped


def test_what_is_said_again_and_again_is_dropped_once_with_its_number():
    found = document(body(f"<article>{PARAGRAPHS}{'<aside>Read on</aside>' * 3}</article>"))
    assert "aside: Read on (3 times)" in found.dropped


def test_standfirst_byline_date_and_place_are_marked_above_the_text():
    found = document(
        body(
            "<article><div class=categ>News</div><h1 itemprop=name>A bridge</h1>"
            "<div itemprop=description><p>The minister names a day.</p></div><div class='byline'>"
            "By U. Field</div><div><time datetime='2031-04-05' itemprop=datePublished>5 April 2031"
            "</time><div class='x__time'>16:30</div><div class='p-location'>Ellery</div></div>"
            f"<div itemprop=articleBody>{PARAGRAPHS}</div></article>"
        )
    )
    assert found.text.startswith(
        "A bridge\n\nThe minister names a day.\n\nBy U. Field\n\n5 April 2031 16:30\nEllery\n\nH"
    )
    assert [(m.kind, m.value) for m in found.marks[1:5]] == [
        (PartKind.STANDFIRST, ""),
        (PartKind.BYLINE, ""),
        (PartKind.DATE, "2031-04-05"),
        (PartKind.DATELINE, ""),
    ]
    assert "outside the text: News" in found.dropped


def test_headings_are_those_of_the_page_and_short_lines_in_bold():
    found = document(
        body(
            f"<article><h1>A bridge</h1>{PARAGRAPHS}<h2>What<br>comes</h2><p>A vote.</p>"
            "<p><b>Second part</b></p><p><b>* * *</b></p><p><b>It is safe.</b></p></article>"
        )
    )
    assert parts(found, PartKind.HEADING) == ["What comes", "Second part"]
    assert found.text.endswith("Second part\n\n* * *\n\nIt is safe.")


def test_tables_lists_quotations_and_set_lines_keep_their_words():
    found = document(
        body(
            f"<article>{PARAGRAPHS}<table><tr><td>Cables</td><td>64</td></tr></table><ul><li>First."
            "</li><li>Second.</li></ul><blockquote><p>Safe.</p><footer>Ada Vell</footer>"
            "</blockquote>"
            "<p>She said <q>yes</q>.</p><pre>CHAIR.  Order\n\nVELL.  Yes.\n</pre></article>"
        )
    )
    assert found.text.split("\n\n")[len(STORY) :] == [
        "Cables  64", "First.", "Second.", "Safe.", "Ada Vell", "She said “yes”.", "CHAIR. Order",
        "VELL. Yes.",
    ]  # fmt: skip


def test_a_table_that_lays_out_the_page_is_no_row():
    found = document(
        "<HTML><BODY><TABLE><TR><TD><A href=/>Home</A><BR><A href=/n>News</A></TD><TD><B>Ada Vell"
        "</B><BR><BR>The bridge will open in May, and I have said so before, again and again."
        "<BR><BR>There is nothing to hide in this harbour.</TD></TR></TABLE></BODY></HTML>"
    )
    assert found.text.split("\n\n")[0] == "Ada Vell"
    assert "Home" not in found.text


def test_words_struck_through_stay_and_are_named():
    found = document(body(f"<article>{PARAGRAPHS}<p>There are <s>four</s> [three].</p></article>"))
    assert found.text.endswith("There are four [three].")
    assert "struck through, kept: four" in found.dropped


def test_a_page_cut_in_the_middle_gives_what_is_there_and_says_so():
    page = body(f"<article><h1>A bridge</h1>{PARAGRAPHS}</article>")
    cut = document(page[: page.index("The council") + 11])
    assert cut.text.endswith("\n\nThe council")
    assert cut.dropped[0].startswith("cut:")
    assert not any(line.startswith("cut:") for line in document(page).dropped)


@pytest.mark.parametrize(
    "page",
    [
        "<html><head><title>App</title></head><body><div id=root></div><noscript>Turn on scripts."
        "</noscript><script>var a = 1</script></body></html>",
        "<html><body><nav><a href=/>Home</a></nav></body></html>",
        "<!doctype html>",
        "<html><frameset><frame src=a></frameset></html>",
    ],
)
def test_a_page_without_text_is_a_failure(page):
    (found,) = read(page.encode(), path="x.html")
    assert isinstance(found, Failure)
    assert found.reason.startswith("HTML without text")


def test_a_page_that_scripts_would_write_is_read_from_its_data():
    found = document(
        body(
            "<div id=root></div>",
            '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "A bridge", '
            '"articleBody": "It opens.\\n\\nIn May."}</script>',
        )
    )
    assert (found.title, found.text) == ("A bridge", "It opens.\n\nIn May.")
    assert "page: no text but what its JSON-LD holds" in found.dropped


@pytest.mark.parametrize("tag", ["div", "font", "b", "table><tr><td"])
def test_a_page_nested_beyond_reason_keeps_every_word_and_says_so(tag):
    assert document(f"<{tag}>" * 20 + "<p>It opens in May.</p>").text == "It opens in May."
    found = document(f"<{tag}>word " * 3000)
    assert found.text.split() == ["word"] * 3000
    assert any("nested too deep" in line for line in found.dropped)


def test_a_long_list_of_asides_is_read_in_time_that_grows_with_it():
    found = document(body("<article>" + "<p>It opens in May.</p><aside>Read on</aside>" * 5000))
    assert found.text.count("It opens in May.") == 5000
    assert "aside: Read on (5000 times)" in found.dropped


def test_a_whole_page_without_a_name_is_known_to_be_one():
    page = "<!-- saved -->\n" + body("<p>It opens.</p>").replace("doctype", "DOCTYPE")
    assert document(page, path="-").text == "It opens."


@pytest.mark.parametrize("tag", ["div", "font", "q", "made-up", "main", "table", "svg"])
def test_a_page_nested_beyond_any_page_is_read_without_what_nests(tag):
    nested = f"<{tag}>" * 1000 + "The bridge will open." + f"</{tag}>" * 1000
    (found,) = read(f"<html><body>{nested}</body></html>".encode(), path="x.html")
    assert found.text == "The bridge will open."
    assert any("nested too deep" in line for line in found.dropped)
