"""Documents that mean harm: words that end an element, a cue, a literal or a cell."""

from itertools import pairwise

from hypothesis import strategies as st

from onrecord.checking import Checked
from onrecord.exports import Account
from onrecord.model import (
    Against,
    Attribution,
    Coverage,
    Dating,
    Document,
    Edit,
    EditKind,
    Finding,
    Kind,
    Outcome,
    Part,
    PartKind,
    Provenance,
    Quotation,
    Reading,
    Span,
    Stance,
    Statement,
    Structure,
    Turn,
)
from onrecord.stores import Correction

_PIECES = st.sampled_from(
    [
        *("]]>", "-->", "<!--", "</said>", "<v A>", "&amp;", "&#0;", "{", "}", "\\", "\\end{x}"),
        *('"', "'", '"""', "“", "=1+1", "@x", "+1", "-1", "\t=2", "\r\n", "\n\n", "WEBVTT", "NOTE"),
        *("\u202e", "\u2066", "\u200b", "\ufeff", "\x00", "\x08", "\x1f", "\x85", "\u2028"),
        *("😀", "𝔘", "é", "e\u0301", "\ufffe", "مرحبا", "%", "$", "#", "^", "~", "_", ",", ";"),
        *("Vell said", "the bridge opens", " ", " ", "\n"),
    ]
)
words = st.lists(st.one_of(_PIECES, st.text(max_size=6)), max_size=14).map("".join)
texts = st.lists(st.one_of(_PIECES, st.text(max_size=8)), min_size=1, max_size=25).map("".join)


@st.composite
def accounts(draw, lone=False) -> Account:
    """An account of a document of hostile words, with spans anywhere in it."""
    text = draw(texts.filter(lambda text: text.strip()))
    if not lone:
        text = "".join("?" if "\ud800" <= c <= "\udfff" else c for c in text)
    document = Document(
        id=draw(words.map(str.strip).filter(bool)),
        text=text,
        provenance=Provenance("0" * 64, "plain_text", "1", media_type="text/plain"),
        title=draw(words),
        url=draw(st.sampled_from(["", "https://press.example/a?b=c&d", "javascript:alert(1)"])),
        published=draw(st.sampled_from(["", "2021-03-04", "2021~", "2021-03/.."])),
        publisher=draw(words),
        author=draw(words),
        language=draw(st.sampled_from(["en", "", "und"])),
    )
    statements = draw(st.lists(_statement(document), max_size=4))
    structure = _structure(draw, text)
    reading = Reading(document, structure, tuple(statements), engine="rules")
    checked = [Checked(one.attribution.content[0], one, _finding(draw, text)) for one in statements]
    correction = Correction("title", draw(words), "", draw(words), "2026-01-02T03:04:05+00:00")
    return Account(reading, tuple(checked), draw(st.sampled_from([(), (correction,)])))


def _span(text):
    ends = st.integers(0, len(text))
    return st.tuples(ends, ends).map(sorted).map(lambda pair: Span(*pair))


@st.composite
def _statement(draw, document):
    spans = st.lists(_span(document.text).filter(len), min_size=1, max_size=2)
    content = draw(spans.map(sorted).filter(_apart).map(tuple))
    attribution = Attribution(
        source=tuple(draw(st.lists(_span(document.text), max_size=1))),
        cue=tuple(draw(st.lists(_span(document.text), max_size=1))),
        content=content,
        quotation=draw(st.sampled_from(Quotation)),
        stance=draw(st.sampled_from([None, *Stance])),
    )
    return Statement(document.id, attribution, draw(words), "name", tuple(draw(st.lists(words))))


def _apart(spans):
    return all(one.end <= other.start for one, other in pairwise(spans))


def _structure(draw, text):
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=6)))
    stretches = [Span(a, b) for a, b in pairwise(cuts)]
    kinds = [draw(st.sampled_from([None, *PartKind])) for _ in stretches]
    turns, parts = [], []
    for span, kind in zip(stretches, kinds, strict=True):
        if kind is None:
            turns.append(Turn(len(turns), draw(words), (span,)))
        else:
            parts.append(Part(kind, span))
    day = Dating("2021-03", None, None)
    return Structure(
        draw(st.sampled_from(Kind)), "", tuple(parts), tuple(turns), title="x", dating=day
    )


def _finding(draw, text):
    outcome = draw(st.sampled_from(Outcome))
    edit = Edit(EditKind.WORDING, draw(words), draw(words), Span(0, 0), Span(0, 0))
    return Finding(
        outcome,
        draw(words),
        Coverage(False, why=draw(words)),
        against=draw(st.sampled_from(Against)),
        edits=(edit,),
        record=draw(words),
        spans=(Span(0, len(text)),),
        document=draw(words),
        speaker=draw(words),
    )
