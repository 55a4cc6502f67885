"""Which passages are renderings of one utterance, told from what they share, by whom and when."""

import pytest

from onrecord.dates import read_edtf
from onrecord.languages import language
from onrecord.model import Against, Passage, PassageKind, Role, Span
from onrecord.stores import Hit
from onrecord.tracing import group

COMMON = language("en").wording.common
SAID = "We will open 318 wells before the harvest, and nobody in the valley will pay for water"
MORE = "The gates of the northern quarry stay shut until the masons have mended the tower"
TURN = f"Good evening to you all. {SAID}. {'I have little to add to that. ' * 6}{MORE}. Good night."


def hit(
    text, document, *, kind=PassageKind.QUOTATION, speaker="Orla Venn", date="2021-05-03", **of
):
    """A passage of its own document, by default a report's quotation."""
    day = read_edtf(date) if date else None
    turn = kind is PassageKind.TURN
    passage = Passage(
        document,
        Span(of.get("start", 0), of.get("start", 0) + len(text)),
        text,
        kind,
        Against.RECORD if turn or of.get("inner") else Against.REPORT,
        speaker,
        role=Role.ANSWER if turn else None,
        turn=0 if turn or of.get("inner") else None,
        flags=of.get("flags", ()),
    )
    days = (day.earliest, day.latest) if day else (None, None)
    return Hit(0, passage, date, *days, of.get("publisher", ""), "", "en")


def turn(text=TURN, document="record", **more):
    return hit(text, document, kind=PassageKind.TURN, **more)


def told(text, document, **more):
    return hit(text, document, kind=PassageKind.PARAPHRASE, **more)


def groups(*hits, alone=-1):
    """The documents of each group, those of its records last."""
    return [
        tuple(hits[held.place].passage.document for held in (*one.members, *one.records))
        for one in group(hits, common=COMMON, alone=alone)
    ]


def words(hits, held):
    passage = hits[held.place].passage
    return [
        passage.text[s.start - passage.span.start : s.end - passage.span.start] for s in held.spans
    ]


def test_a_quotation_and_the_turn_it_is_from_are_one_utterance():
    hits = [hit(SAID, "wire"), turn()]
    (found,) = group(hits, common=COMMON)
    assert words(hits, found.members[0]) == [SAID]
    assert words(hits, found.records[0]) == [SAID]


def test_two_places_of_one_turn_are_two_utterances():
    assert groups(hit(SAID, "wire"), hit(MORE, "wire"), turn()) == [
        ("wire", "record"),
        ("wire", "record"),
    ]


def test_reports_are_grouped_without_a_record():
    assert groups(hit(SAID, "wire"), hit(SAID.replace("318", "381"), "story")) == [
        ("wire", "story")
    ]


def test_parts_of_the_same_place_are_grouped_by_way_of_the_record():
    first, second = SAID[:52], SAID[12:]
    assert groups(hit(first, "wire"), hit(second, "story"), turn()) == [("wire", "story", "record")]


def test_a_printed_speech_glues_none_of_its_parts_together():
    whole = f"{SAID}. {'I have little to add to that. ' * 12}{MORE}"
    found = groups(hit(whole, "paper"), hit(SAID, "wire"), hit(MORE, "story"))
    assert sorted(map(sorted, found)) == [["paper", "story"], ["paper", "wire"]]


def test_one_document_alone_is_no_group_unless_it_is_asked_for():
    asked = hit(SAID, "asked")
    assert groups(hit(SAID, "wire"), hit(SAID, "wire", start=500)) == []
    assert groups(asked, alone=0) == []
    assert groups(turn(), asked, alone=1) == [("asked", "record")]


@pytest.mark.parametrize(
    "phrase",
    [
        "Thank you very much for your question",
        "Ladies and gentlemen, thank you for coming here today",
        "I would like to say this to all of you",
    ],
)
def test_stock_phrases_group_nothing(phrase):
    wire = hit(phrase, "wire", speaker="Ada Holm")
    story = hit(phrase, "story", speaker="Cy Dorn", date="2020-02-02")
    assert groups(wire, story, turn(f"{phrase}. {TURN}", date="2019-01-01")) == []


def test_what_many_transcripts_have_is_a_stock_phrase():
    motto = "Bread and water for the valley, gates and towers for the quarry"
    turns = [turn(f"{motto}. Paper {n}.", f"record {n}") for n in range(10)]
    assert groups(hit(motto, "wire"), *turns) == []
    assert len(groups(hit(motto, "wire"), *turns[:3])) == 1


def test_what_a_report_tells_in_its_own_words_needs_more():
    term = "the Upper Valley Water and Wells Commission"
    assert groups(told(term, "wire"), turn(f"I met {term} today.")) == []
    assert groups(told(SAID, "wire"), turn()) == [("wire", "record")]


def test_one_outlets_phrases_are_no_utterance():
    one = told(SAID, "monday", publisher="Palace")
    assert groups(one, told(SAID, "tuesday", publisher="Palace")) == []
    assert groups(one, told(SAID, "tuesday", publisher="Courier")) != []


def test_another_time_and_another_speaker_need_more():
    short = "We will open 318 wells"
    assert groups(hit(short, "wire"), turn()) != []
    assert groups(hit(short, "wire", date="2011-01-01", speaker="Ada Holm"), turn()) == []
    assert groups(hit(SAID, "wire", date="2011-01-01", speaker="Ada Holm"), turn()) != []


def test_a_denial_is_no_rendering():
    assert groups(hit(SAID, "wire", flags=("denied",)), turn()) == []


def test_what_a_turn_quotes_of_another_is_that_others_not_the_turns():
    inner = hit(SAID, "record", speaker="Ada Holm", inner=True, start=25)
    hits = [inner, turn(), hit(SAID, "story", speaker="Ada Holm")]
    (found,) = group(hits, common=COMMON)
    assert [hits[h.place].passage.document for h in found.members] == ["record", "story"]
    assert found.records == ()


def test_words_in_marks_stand_for_the_sentence_around_them():
    told_too = told(f"that {SAID}", "story", start=0)
    marked = hit(SAID, "story", start=5)
    hits = [told_too, marked, turn()]
    (found,) = group(hits, common=COMMON)
    assert [hits[h.place].passage.kind for h in found.members] == [PassageKind.QUOTATION]


def test_nothing_gives_nothing():
    assert group([]) == []
    assert group([turn()]) == []
