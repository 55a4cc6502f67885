"""Whatever a document says and however its statements overlap, its page is well-formed HTML."""

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st
from starlette.requests import Request

from onrecord.model import (
    Attribution,
    Document,
    Kind,
    Part,
    PartKind,
    Provenance,
    Quotation,
    Reading,
    Span,
    Statement,
    Structure,
    Turn,
)
from onrecord.stores import Listed
from onrecord.web.pages.documents import show_document

VOID = {"meta", "link", "br", "hr", "input", "img"}
ALPHABET = "ab <&\"'>\n“”‘’;=/é\x00\u202e\U0001f600"
"""Letters of texts that want to be markup."""


class Checked(HTMLParser):
    """Reads a page, complains of what does not nest, and keeps the words of the text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.scripts = 0

    def handle_starttag(self, tag, attrs):
        assert len(dict(attrs)) == len(attrs), "an attribute twice"
        self.scripts += tag in ("script", "img", "iframe")
        if tag not in VOID:
            self.open.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open, f"{tag} closes nothing"
        assert self.open.pop()[0] == tag

    def handle_data(self, data):
        inside = [attrs for _, attrs in self.open]
        classes = " ".join(attrs.get("class") or "" for attrs in inside).split()
        in_text = any(attrs.get("id") == "text" for attrs in inside)
        aside = {"n", "turn", "note"} & set(classes)
        if in_text and not aside and not any(tag == "summary" for tag, _ in self.open):
            self.words.append(data)


class Shelf:
    """A store of one reading."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading

    def find(self, ref):
        return ref

    def load(self, ref):
        return self.reading

    def corrections(self, ref):
        return []

    def copies_of(self, ref):
        return [ref]

    def listed(self, ref):
        return Listed(ref, "other", "", "", "", "", "", "", 0, 0, 0)


@st.composite
def readings(draw):
    text = draw(st.text(st.sampled_from(ALPHABET), min_size=1, max_size=150))
    places = st.integers(0, len(text))
    spans = st.tuples(places, places).map(sorted).map(lambda pair: Span(*pair))
    some = st.lists(spans, max_size=3).map(tuple)
    roles = st.builds(
        Attribution, some, some, some.filter(bool), st.sampled_from(Quotation), via=some
    )
    statements = st.builds(Statement, st.just("d"), roles, st.text(ALPHABET, max_size=9))
    parts = st.builds(Part, st.sampled_from(PartKind), spans)
    turns = st.builds(Turn, st.integers(0, 3), st.text(ALPHABET, max_size=9), some, label=spans)
    found = draw(st.lists(turns, max_size=3, unique_by=lambda turn: turn.number))
    structure = Structure(Kind.OTHER, "", tuple(draw(st.lists(parts, max_size=4))), tuple(found))
    document = Document("d", text, Provenance("0" * 64, "plain", "1"), title="A title <of> another")
    return Reading(document, structure, tuple(draw(st.lists(statements, max_size=4))))


@given(readings(), st.sampled_from(["", "all", "none"]), st.integers(0, 150))
def test_the_page_nests_and_has_every_letter_of_the_text(reading, marks, at):
    request = Request(
        {
            "type": "http",
            "method": "GET",
            "scheme": "http",
            "path": "/documents/d",
            "query_string": b"",
            "headers": [],
            "server": ("testserver", 80),
        }
    )
    places = [f"{at}-{at + 20}"]
    found = show_document(request, Shelf(reading), "d", at=places, marks=marks, from_=0)
    checked = Checked()
    checked.feed(found.body.decode())
    checked.close()
    assert checked.open == []
    assert checked.scripts == 1  # our own
    assert _letters("".join(checked.words)) == _letters(reading.document.text)


def _letters(text):
    """The letters of a text: a page shows NULs, and what would turn it around, by U+FFFD."""
    turning = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFFFD, 0])
    return "".join(text.translate(turning).split())
