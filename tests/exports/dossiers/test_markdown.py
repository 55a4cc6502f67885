import itertools

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from tests.exports.dossiers.made import hostile

from onrecord.exports import as_markdown
from onrecord.exports.dossiers.markdown import escaped
from onrecord.exports.markup import visible

READER = MarkdownIt("commonmark", {"html": True}).enable("table")


def tokens(text):
    for token in READER.parse(text):
        yield token
        yield from token.children or ()


def shown(text):
    """What a reader of Markdown sees of a piece of it."""
    return "".join(
        t.content for t in tokens(text) if t.type in ("text", "text_special", "code_inline")
    )


def test_every_line_has_its_words_its_place_and_the_way_to_them(dossier):
    text = as_markdown(dossier)
    assert "“We want open wells.” (Orla Venn, in Quorrel Press; 2019; " in text
    assert (
        "[`3f2a91c07b4e@500-519`](https://press.example/wells#:~:text=We%20want%20open%20wells.)"
        in text
    )


def test_sections_are_headings_in_order(dossier):
    found = [t for t in READER.parse(as_markdown(dossier)) if t.type == "heading_open"]
    levels = [int(token.tag[1]) for token in found]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def rows(text):
    """The number of cells of each row, table by table."""
    tables = []
    for token in READER.parse(text):
        if token.type == "table_open":
            tables.append([])
        elif token.type == "tr_open":
            tables[-1].append(0)
        elif token.type in ("td_open", "th_open"):
            tables[-1][-1] += 1
    return tables


WORDS = st.text(st.characters(), min_size=1, max_size=30).filter(str.strip)
SIGNS = st.text("|\\`*_[]()<>#+-=!~&;:/.1 \n\r\tw@$", min_size=1, max_size=30).filter(str.strip)


@given(WORDS | SIGNS)
def test_tables_keep_their_columns(text):
    expected = rows(as_markdown(hostile("plain")))
    assert rows(as_markdown(hostile(text))) == expected


@given(WORDS | SIGNS)
def test_words_are_read_as_words(text):
    kinds = {token.type for token in tokens(escaped(text))}
    assert kinds <= {"paragraph_open", "paragraph_close", "inline", "text", "text_special"}


@given(WORDS | SIGNS)
def test_words_come_back_as_they_are(text):
    bare = text.translate(dict.fromkeys((*range(8234, 8239), *range(8294, 8298))))
    assert shown(escaped(text)) == " ".join(visible(bare).split())


def test_hostile_words_make_no_html_and_no_link():
    text = as_markdown(
        hostile("<b onclick=x> [a](javascript:x) ![b](https://x.example) www.x.example")
    )
    assert {t.content for t in tokens(text) if t.type == "html_inline"} <= {"<br>"}
    assert not [t for t in tokens(text) if t.type in ("html_block", "image")]
    assert not [t for t in tokens(text) if t.type == "link_open"]


def test_of_much_evidence_the_first_is_quoted_and_the_places_of_the_rest_are_given():
    text = as_markdown(hostile("wells"))
    assert "  - Promised: as well `3f2a91c07b4e@0-5`, `3f2a91c07b4e@0-5`" in text
