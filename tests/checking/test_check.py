"""What a check finds, and what it never says."""

import json

import pytest

from onrecord import answers
from onrecord.checking import check
from onrecord.errors import InputError, NotFoundError
from onrecord.model import (
    Against,
    Attribution,
    Kind,
    Outcome,
    PassageKind,
    Quotation,
    Role,
    Span,
    Statement,
    Structure,
)

DAY = "2031-05-04"
OPENING = (
    "We opened the upper lock this morning. I do not believe that the lower gate will hold. "
    "If the rain goes on, we shall close both locks before Friday. The engineers found 14 cracks."
)
QUESTION = "Is it true that the harbour board has become a club for retired captains?"
ANSWER = "The board has nine members and not one of them is retired. Ask them for their papers."


@pytest.fixture
def harbour(shelf):
    """A news conference about a lock, with a question that is answered."""
    shelf.transcript(
        "press",
        DAY,
        ("Ina Veld", OPENING, Role.OPENING),
        ("", QUESTION, Role.QUESTION),
        ("Ina Veld", ANSWER),
        ("Tor Amsel", "My boats can wait, but my crews cannot wait for a second winter."),
        url="https://harbour.example/press",
    )
    return shelf


def outcome(shelf, quote, **given):
    return check(quote, shelf.store, **given).outcome.value


def veld(shelf, quote, date=DAY):
    return check(quote, shelf.store, speaker="Ina Veld", date=date)


def test_the_same_words_are_verbatim_with_the_way_to_them(harbour):
    found = veld(harbour, "“The engineers found 14 cracks.”")
    assert (found.outcome, found.flags, found.against) == (Outcome.VERBATIM, (), Against.RECORD)
    assert found.record == "The engineers found 14 cracks"
    assert found.link == (
        "https://harbour.example/press#:~:text=The%20engineers%20found%2014%20cracks"
    )
    assert (found.document, found.speaker, found.dating) == ("press", "Ina Veld", DAY)
    assert found.context == Span(0, len(OPENING))
    assert found.coverage.held


def test_edits_count_in_the_quotation_as_given_and_in_the_document(harbour):
    quote = "  “Ask us for their papers”"
    found = veld(harbour, quote)
    edit = next(e for e in found.edits if e.kind.value == "wording")
    text = harbour.store.load("press").document.text
    assert edit.quote_span.of(quote) == edit.quote == "us"
    assert edit.record_span.of(text) == edit.record == "them"


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        ("We opened the upper lock this morning", "verbatim"),
        ("We opened the upper lock ... I do not believe that the lower gate will hold", "edited"),
        ("The engineers found fourteen cracks", "edited"),
        ("The board has nine [elected] members", "edited"),
        ("I don't believe that the lower gate will hold", "edited"),
        ("We opened the lock this morning", "trimmed"),
        ("the lower gate will hold", "trimmed"),
        ("we shall close both locks before Friday", "trimmed"),
        ("The engineers found 41 cracks", "altered"),
        ("The board has nine members and one of them is retired", "altered"),
        ("The board has nine members and ... one of them is retired", "altered"),
        ("we shall close both locks before Monday", "altered"),
        ("We opened the upper gate this morning", "altered"),
        ("Ask them for their papers. We opened the upper lock this morning", "spliced"),
        ("My boats can wait, but my crews cannot wait for a second winter", "misattributed"),
        ("the harbour board has become a club for retired captains", "misattributed"),
        ("A canal is a promise that two towns make to each other", "not_in_record"),
    ],
)
def test_what_is_found_of_the_speaker_and_the_day_given(harbour, quote, expected):
    assert veld(harbour, quote).outcome.value == expected


def test_what_was_cut_off_and_governed_it_puts_it_out_of_context(harbour):
    assert "out_of_context" in veld(harbour, "the lower gate will hold").flags
    assert "out_of_context" not in veld(harbour, "The engineers found 14 cracks").flags


def test_a_questions_words_are_flagged(harbour):
    found = veld(harbour, "the harbour board has become a club for retired captains")
    assert found.flags == ("question",)
    assert found.speaker == ""


def test_with_no_speaker_given_nothing_is_misattributed(harbour):
    quote = "the harbour board has become a club for retired captains"
    assert outcome(harbour, quote) == "verbatim"
    assert outcome(harbour, "My boats can wait, but my crews cannot wait") == "verbatim"


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"speaker": "Ina Veld"},
        {"date": DAY},
        {"speaker": "Ina Veld", "date": "2031-05-09"},
        {"speaker": "Ina Veld", "date": "2031-05"},
        {"speaker": "Ole Brandt", "date": DAY},
    ],
)
def test_not_in_record_needs_a_speaker_a_day_and_the_record_of_that_day(harbour, given):
    quote = "A canal is a promise that two towns make to each other"
    found = check(quote, harbour.store, **given)
    assert found.outcome is Outcome.RECORD_NOT_HELD
    assert not found.coverage.held
    assert found.coverage.why.endswith(".")


def test_a_record_of_the_day_before_or_after_covers(harbour):
    quote = "A canal is a promise that two towns make to each other"
    assert veld(harbour, quote, "2031-05-05").outcome is Outcome.NOT_IN_RECORD
    assert veld(harbour, quote, "2031-05-06").outcome is Outcome.RECORD_NOT_HELD


def test_a_report_supports_but_is_never_coverage(shelf):
    words = "Nobody has ever drowned in a committee room"
    shelf.story("wire", DAY, (PassageKind.QUOTATION, "Ina Veld", words))
    found = veld(shelf, words)
    assert (found.outcome, found.against) == (Outcome.VERBATIM, Against.REPORT)
    assert veld(shelf, "The moon is a lantern for thieves").outcome is Outcome.RECORD_NOT_HELD


def test_words_of_a_report_that_the_record_held_lacks_are_both(harbour):
    words = "Nobody has ever drowned in a committee room"
    harbour.story("wire", DAY, (PassageKind.QUOTATION, "Ina Veld", words))
    found = veld(harbour, words)
    assert found.outcome is Outcome.VERBATIM
    assert found.also == (Outcome.NOT_IN_RECORD,)


def test_a_reporters_paraphrase_in_quotation_marks_is_promoted_and_altered(shelf):
    said = "The talks were slow but no lasting agreement could be found, she said"
    shelf.story("wire", DAY, (PassageKind.PARAPHRASE, "Ina Veld", said))
    found = veld(shelf, "no lasting agreements could be found on the coast")
    assert found.outcome is Outcome.PROMOTED
    assert Outcome.ALTERED in found.also
    assert found.against is Against.REPORT


def test_the_record_goes_before_a_report_that_has_the_very_words(harbour):
    slip = "The engineers found 41 cracks"
    harbour.story("wire", DAY, (PassageKind.QUOTATION, "Ina Veld", slip))
    found = veld(harbour, slip)
    assert (found.outcome, found.against) == (Outcome.ALTERED, Against.RECORD)
    assert [match.passage.document for match in found.others] == ["wire"]


def test_the_document_that_a_quotation_came_from_is_left_out(shelf):
    words = "Nobody has ever drowned in a committee room"
    shelf.story("wire", DAY, (PassageKind.QUOTATION, "Ina Veld", words))
    found = check(words, shelf.store, speaker="Ina Veld", date=DAY, leave_out="wire")
    assert found.outcome is Outcome.RECORD_NOT_HELD


def test_a_check_can_be_narrowed_to_one_document(harbour):
    harbour.transcript("other", "2031-06-01", ("Ina Veld", "We opened the upper lock again."))
    found = check("We opened the upper lock", harbour.store, document="other")
    assert found.document == "other"


def test_the_same_words_on_another_day_are_flagged(harbour):
    found = veld(harbour, "The engineers found 14 cracks", "2033-01-01")
    assert found.outcome is Outcome.VERBATIM
    assert found.flags == ("other_date",)


@pytest.mark.parametrize(
    ("quote", "date", "expected"),
    [
        ("14 cracks", DAY, "verbatim"),
        ("14 cracks", "2033-01-01", "record_not_held"),
        ("my crews", DAY, "record_not_held"),
        ("golden hour", DAY, "record_not_held"),
    ],
)
def test_few_words_are_looked_up_within_speaker_and_day_alone(harbour, quote, date, expected):
    found = veld(harbour, quote, date)
    assert found.outcome.value == expected
    assert "short" in found.flags


def test_words_quoted_inside_a_turn_are_the_inner_speakers(shelf, papers):
    store, _ = papers
    words = "A closed gate is a closed conversation."
    inner = check(words, store, speaker="Sabine Quorrel", date="2023-02-16")
    outer = check(words, store, speaker="Andrey Tolvarin", date="2023-02-16")
    assert inner.outcome is Outcome.VERBATIM
    assert (outer.outcome, outer.speaker) == (Outcome.MISATTRIBUTED, "Sabine Quorrel")


def test_another_translation_is_a_paraphrase(shelf):
    held = "The fishermen will not live on paper; what matters to them is that the sea came back."
    shelf.transcript("page", DAY, ("Rosa Imre", held, Role.ANSWER, "retranslated"))
    quote = "A fisherman cannot eat paper, what counts for them is that the sea has come back."
    found = check(quote, shelf.store, speaker="Rosa Imre", date=DAY)
    assert found.outcome is Outcome.PARAPHRASE
    assert found.flags == ("independent_translation_possible",)


def test_a_language_without_rules_never_lacks_anything(shelf):
    shelf.transcript("seite", DAY, ("Ina Veld", "Wir haben die Schleuse geöffnet."), language="de")
    found = veld(shelf, "A canal is a promise that two towns make to each other")
    assert found.outcome is Outcome.RECORD_NOT_HELD
    assert "language" in found.coverage.why


def test_a_page_of_one_side_covers_that_side_alone(shelf):
    shelf.transcript("page", DAY, ("Ina Veld", OPENING), flags=("one_side",))
    quote = "A canal is a promise that two towns make to each other"
    assert veld(shelf, quote).outcome is Outcome.NOT_IN_RECORD
    found = check(quote, shelf.store, speaker="Ole Brandt", date=DAY)
    assert found.outcome is Outcome.RECORD_NOT_HELD


@pytest.mark.parametrize("quote", ["", "  ", "“…”", "(Laughter.)", "***"])
def test_a_quotation_without_a_word_is_refused_in_one_line(shelf, quote):
    with pytest.raises(InputError, match="no word"):
        check(quote, shelf.store)


def test_what_cannot_be_read_or_found_is_said_in_one_line(shelf):
    with pytest.raises(InputError):
        check("these are words", shelf.store, date="the other day")
    with pytest.raises(NotFoundError):
        check("these are words", shelf.store, leave_out="nothing")


def test_a_finding_can_be_written_as_json(harbour):
    found = answers.plain(answers.finding(veld(harbour, "The engineers found 41 cracks"), id="q1"))
    again = json.loads(json.dumps(found))
    assert again["id"] == "q1"
    assert again["finding"] == "altered"
    assert again["edits"][0]["kind"] == "number"
    assert set(
        "id finding also flags against edits record document speaker date coverage".split()
    ) <= set(again)
    start, end = map(int, again["at"].removeprefix("press@").split("-"))
    text = harbour.store.load("press").document.text
    assert text[start:end] == again["record"] == "The engineers found 14 cracks"


def test_of_two_places_that_have_all_the_words_the_one_that_has_no_others_is_the_record(shelf):
    shelf.transcript(
        "press",
        DAY,
        ("Ina Veld", "Let us go over to Tor Amsel at the lower gate."),
        (
            "Ina Veld",
            "The rain has stopped for an hour, they tell me. Let us go over to the lower gate.",
        ),
    )
    found = veld(shelf, "Let us go over to the lower gate.")
    assert (found.outcome, found.edits) == (Outcome.VERBATIM, ())


@pytest.mark.parametrize("cut", [" ", " ... "])
def test_halves_of_two_sentences_that_make_a_denial_together_are_altered(shelf, cut):
    said = "We shall not open the gate at any price. We shall open the gate when the rain stops."
    shelf.transcript("press", DAY, ("Ina Veld", said))
    found = veld(shelf, f"We shall not open the gate{cut}when the rain stops.")
    assert found.outcome is Outcome.ALTERED
    assert "negation" in {edit.kind.value for edit in found.edits}


@pytest.mark.parametrize(
    ("speaker", "basis"),
    [
        ("Ina Veld; Tor Amsel", "plural"),
        ("harbour officials", "collective"),
        ("Harbour Ministry", "organisation"),
    ],
)
def test_what_a_group_said_is_never_misattributed_to_one_of_its_members(shelf, speaker, basis):
    words = "The upper lock will stay open until the engineers have counted every crack."
    text = f'"{words}" they said.'
    said = Attribution((), (), (Span(1, 1 + len(words)),), Quotation.DIRECT)
    document = shelf.document("told", text, DAY, Kind.STORY)
    parsed = Structure(Kind.STORY, "made by hand", dating=shelf.dating(DAY))
    shelf.add(document, parsed, (Statement("told", said, speaker, basis),))
    for asked in ("Ina Veld", "Jan Brisk", speaker):
        found = check(words, shelf.store, speaker=asked)
        assert Outcome.MISATTRIBUTED not in (found.outcome, *found.also)
        assert found.outcome is Outcome.VERBATIM


def test_what_a_member_said_is_not_misattributed_when_a_group_is_given(harbour):
    found = check("The engineers found 14 cracks.", harbour.store, speaker="Harbour Ministry")
    assert found.outcome is Outcome.VERBATIM
    assert found.speaker == "Ina Veld"
