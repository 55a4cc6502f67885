from hypothesis import given
from hypothesis import strategies as st

from onrecord.matching import passages
from onrecord.model import (
    Against,
    Attribution,
    Document,
    Kind,
    Part,
    PartKind,
    PassageKind,
    Provenance,
    Quotation,
    Role,
    Span,
    Statement,
    Structure,
    Turn,
)

NOWHERE = Provenance(sha256="", reader="plain", reader_version="1")


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def whole(text: str, kind: Kind, **fields: object) -> Structure:
    parts = tuple(Part(PartKind.PARAGRAPH, at(text, line)) for line in text.split("\n") if line)
    return Structure(kind, "test", parts=parts, **fields)  # type: ignore[arg-type]


def test_a_turn_is_a_passage_without_its_stage_directions():
    text = "We are glad to be here.\n(Applause.)\nThe talks were long."
    turn = Turn(
        1,
        "Orla Venn",
        (at(text, "We are glad to be here."), at(text, "The talks were long.")),
        Role.OPENING,
    )
    structure = whole(text, Kind.TRANSCRIPT, turns=(turn,))
    (made,) = passages(Document("d", text, NOWHERE), structure, ())
    assert made.kind is PassageKind.TURN
    assert made.against is Against.RECORD
    assert made.speaker == "Orla Venn"
    assert "Applause" not in made.text
    assert made.text.index("The talks") == text.index("The talks")


def test_a_divided_quotation_is_one_passage_without_the_words_between():
    text = '"The harbour is open," she said. "It stays open."'
    content = (at(text, "The harbour is open,"), at(text, "It stays open."))
    said = Statement(
        "d",
        Attribution((at(text, "she"),), (at(text, "said"),), content, Quotation.DIRECT),
        speaker="Orla Venn",
    )
    (made,) = passages(Document("d", text, NOWHERE), whole(text, Kind.STORY), (said,))
    assert made.kind is PassageKind.QUOTATION
    assert made.against is Against.REPORT
    assert made.text.split() == ["The", "harbour", "is", "open,", "It", "stays", "open."]


def test_a_mixed_content_is_a_paraphrase_and_its_quoted_part_a_quotation():
    text = 'Venn said the talks were "long and dull" but useful.'
    content = (at(text, 'the talks were "long and dull" but useful'),)
    said = Statement(
        "d", Attribution((at(text, "Venn"),), (at(text, "said"),), content, Quotation.MIXED)
    )
    made = passages(Document("d", text, NOWHERE), whole(text, Kind.STORY), (said,))
    assert {(p.kind, p.text) for p in made} == {
        (PassageKind.PARAPHRASE, 'the talks were "long and dull" but useful'),
        (PassageKind.QUOTATION, "long and dull"),
    }


def test_what_nobody_is_said_to_have_said_is_the_writers_prose():
    text = "The harbour lies in the north. Venn said it was open."
    said = Statement(
        "d",
        Attribution(
            (at(text, "Venn"),), (at(text, "said"),), (at(text, "it was open"),), Quotation.INDIRECT
        ),
    )
    made = passages(Document("d", text, NOWHERE), whole(text, Kind.STORY), (said,))
    prose = [p for p in made if p.kind is PassageKind.PROSE]
    assert [p.text for p in prose] == ["The harbour lies in the north."]
    assert prose[0].against is Against.REPORT


def test_the_prose_of_a_communique_is_its_authors_record():
    text = "The parties agreed to meet again."
    (made,) = passages(Document("d", text, NOWHERE), whole(text, Kind.OTHER), ())
    assert made.kind is PassageKind.PROSE
    assert made.against is Against.RECORD


@given(st.text(min_size=1, max_size=80), st.data())
def test_every_word_of_a_passage_stands_where_the_document_has_it(text, data):
    edge = st.integers(0, len(text))
    cuts = sorted(data.draw(st.lists(edge, min_size=2, max_size=6)))
    pairs = [Span(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False) if a < b]
    if not pairs:
        return
    said = Statement("d", Attribution((), (), tuple(pairs), Quotation.INDIRECT))
    for made in passages(Document("d", text, NOWHERE), whole(text, Kind.STORY), (said,)):
        assert len(made.text) == len(made.span)
        for i, char in enumerate(made.text):
            assert char in {" ", text[made.span.start + i]}
