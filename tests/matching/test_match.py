"""How a quotation is laid on a passage, and what each difference is called."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import InputError
from onrecord.matching import match
from onrecord.model import Against, Passage, PassageKind, Span
from onrecord.text import words

RECORD = (
    "Good morning. We have not signed two million contracts with Arland, and the Minister said so "
    "on Monday. I don’t believe that the talks at Lake Orin failed. The organisation wants peace "
    "and security in the valley; 45 percent of the farmers may leave in 2017–2018.\n\n"
    "Well, you know, the bridge is is open. (Laughter.) Premier Dasko thanked the twelve envoys."
)
START = 100


def passage(text=RECORD, flags=()):
    span = Span(START, START + len(text))
    return Passage(
        "d1", span, text, PassageKind.TURN, Against.RECORD, speaker="Ana Dasko", flags=flags
    )


def kinds(quote, text=RECORD):
    return [edit.kind.value for edit in match(quote, passage(text)).edits]


def differences(quote, text=RECORD):
    return [(e.kind.value, e.quote, e.record) for e in match(quote, passage(text)).edits]


@pytest.mark.parametrize(
    "quote",
    [
        "We have not signed two million contracts with Arland",
        "the Minister said so on Monday. I don't believe that the talks",
        "the bridge is is open. Premier Dasko thanked the twelve envoys.",
        "We\u200b have not signed two million contracts",
        "“The organisation wants peace and security in the valley”",
        "peace",
    ],
)
def test_the_same_words_have_no_edits(quote):
    found = match(quote, passage())
    assert found.coverage == 1.0
    assert found.edits == ()


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        ("have not signed 2m contracts", ("number_form", "2m", "two million")),
        ("thanked the 12 envoys", ("number_form", "12", "twelve")),
        ("45 per cent of the farmers", ("number_form", "per cent", "percent")),
        ("45% of the farmers", ("number_form", "%", "percent")),
        ("leave in 2017 to 2018", ("number_form", "to", "–")),
        ("the farmers may leave in 2017–18", ("number_form", "18", "2018")),
        ("have not signed three million contracts", ("number", "three million", "two million")),
        ("have not signed two billion contracts", ("number", "two billion", "two million")),
        ("55 percent of the farmers", ("number", "55", "45")),
        ("45 percent of the farmers may leave in 2017–2019", ("number", "2019", "2018")),
        ("thanked the twelfth envoys", ("number", "twelfth", "twelve")),
        ("have not signed contracts with Arland", ("number", "", "two million")),
    ],
)
def test_numbers_are_equal_in_every_form_and_differ_in_value(quote, expected):
    assert expected in differences(quote)


@pytest.mark.parametrize(
    ("quote", "record"),
    [
        ("We have signed two million contracts", "not"),
        ("We have [...] signed two million contracts", "not"),
        ("We have … signed two million contracts", "not"),
        ("I believe that the talks at Lake Orin failed", "don’t"),
        ("I don’t believe that the talks at Lake Orin succeeded", "failed"),
    ],
)
def test_a_lost_negation_is_a_negation_marked_or_not(quote, record):
    found = [e for e in match(quote, passage()).edits if e.kind.value == "negation"]
    assert [e.severity.value for e in found] == ["reversed"]
    assert record in found[0].record


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        ("The organisation never wants peace", "negation"),
        ("The organisation wants no peace", "negation"),
        ("peace and insecurity in the valley", "negation"),
        ("contracts with Berland, and the Minister said so", "name"),
        ("contracts, and the Minister said so on Monday", "name"),
        ("The organisation wants peace and security in Arland", "name"),
        ("45 percent of the farmers must leave", "modal"),
        ("The organisation wanted peace", "tense"),
        ("The organisation wants peace and prosperity", "wording"),
        ("The organization wants peace", "spelling"),
        ("I do not believe that the talks", "contraction"),
        ("The organisation wants security", "omission"),
        ("The organisation wants ... security", "ellipsis"),
        ("The [trade] organisation wants peace", "bracket"),
        ("the bridge is open", "filler"),
        ("Well, the bridge is is open", "filler"),
        ("The Organisation wants peace", "case"),
        ("the valley. 45 percent of the farmers", "punctuation"),
        ("The organisation wants security and peace in the valley", "order"),
    ],
)
def test_each_difference_has_its_type(quote, expected):
    assert expected in kinds(quote)


def test_brackets_may_explain_but_not_replace_a_name_or_a_number():
    assert kinds("[the head of government] thanked the twelve envoys") != ["bracket"]
    assert kinds("We have not signed [many] contracts with Arland") == ["number"]
    assert kinds("Premier [Ana] Dasko thanked the twelve envoys") == ["bracket"]
    assert kinds("the Minister sa[ys] so on Monday") == ["bracket"]


def test_a_bracketed_negation_is_a_negation():
    assert kinds("The organisation [never] wants peace") == ["negation"]


def test_names_transliterated_otherwise_are_spelling():
    record = "I met Sergey Orlov and Yury Dal."
    assert kinds("I met Sergei Orlov and Yuri Dal", record) == ["spelling", "spelling"]
    assert kinds("I met Sergey Orlin", record) == ["name"]


def test_a_pronoun_is_not_a_country_in_capitals():
    assert kinds("They told US everything", "They told us everything.") == ["name"]


def test_stutters_and_hesitations_are_fillers():
    record = "We, we will, uh, open the the gate."
    assert set(kinds("We will open the gate", record)) <= {"filler", "punctuation"}


def test_pieces_far_apart_or_out_of_order_stand_in_the_order_of_the_quotation():
    found = match("Premier Dasko thanked the twelve envoys. We have not signed", passage())
    assert len(found.spans) == 2
    assert found.spans[0].start > found.spans[1].start
    assert [s.start < t.start for s, t in zip(found.quoted, found.quoted[1:], strict=False)]


def test_a_record_of_several_thousand_words_is_no_obstacle():
    filler = "The harvest was good and the river was high again this year. " * 400
    record = filler + RECORD + filler
    found = match("We have not signed three million contracts with Arland", passage(record))
    assert [e.kind.value for e in found.edits] == ["number"]
    assert found.spans[0].of(" " * START + record).startswith("We have not signed")


def test_a_quotation_without_words_is_refused():
    with pytest.raises(InputError, match="no words"):
        match("“ … ”", passage())


def test_no_shared_word_is_no_coverage():
    assert match("entirely foreign", passage()).coverage == 0.0


SENTENCES = words(RECORD)


def edited(draw_words, changes):
    """A quotation made of the record's words by dropping, swapping and putting in words."""
    out = []
    for word, change in zip(draw_words, changes, strict=False):
        if change == "drop":
            continue
        out.append("lantern" if change == "swap" else word.span.of(RECORD))
        if change == "add":
            out.append("quietly")
    return " ".join(out)


@given(
    start=st.integers(0, len(SENTENCES) - 6),
    length=st.integers(5, 40),
    changes=st.lists(
        st.sampled_from(["keep"] * 8 + ["drop", "swap", "add"]), min_size=40, max_size=40
    ),
)
def test_the_record_with_the_edits_applied_is_the_quotation(start, length, changes):
    quote = edited(SENTENCES[start : start + length], changes)
    if not words(quote):
        return
    found = match(quote, passage())
    if not found.spans:  # three words in a row are too few to tell the place by
        kept = "".join("k" if change == "keep" else " " for change in changes[:length])
        assert max(map(len, kept.split()), default=0) < 4
        return
    text = " " * START + RECORD
    for edit in found.edits:
        assert edit.quote_span.of(quote).strip() == edit.quote
        assert edit.record_span.of(text).strip() == edit.record
    rebuilt = []
    for place, (span, quoted) in enumerate(zip(found.spans, found.quoted, strict=True)):
        inside = [e for e in found.edits if belongs(e, quoted, place, found.quoted)]
        rebuilt.append(applied(text, span, inside))
    assert forms(" ".join(rebuilt)) == forms(quote)


def belongs(edit, quoted, place, pieces):
    first = place == 0 and edit.quote_span.start < quoted.start
    last = place == len(pieces) - 1 or edit.quote_span.start < pieces[place + 1].start
    inside = edit.quote_span.start >= quoted.start and last
    return edit.kind.value != "punctuation" and (first or inside)


def applied(text, span, edits):
    out, at = [], span.start
    for edit in sorted(edits, key=lambda e: (e.record_span.start, e.quote_span.start)):
        start = max(at, edit.record_span.start)
        out += [text[at:start], " ", edit.quote, " "]
        at = max(at, edit.record_span.end)
    return "".join([*out, text[at : max(at, span.end)]])


def forms(text):
    return [w.form for w in words(text.replace("(Laughter.)", ""))]


@given(quote=st.text(min_size=1, max_size=80), text=st.text(max_size=200))
def test_any_two_texts_can_be_compared(quote, text):
    try:
        found = match(quote, passage(text))
    except InputError:
        return
    whole = " " * START + text
    assert 0 <= found.coverage <= 1
    for edit in found.edits:
        assert edit.record_span.end <= len(whole)
        assert edit.quote_span.end <= len(quote)
    for span in found.spans:
        assert span.start >= START
        assert span.end <= len(whole)


@pytest.mark.parametrize(
    ("quote", "record", "expected"),
    [
        ("the essential works go on", "the non-essential works go on", "negation"),
        ("it is likely to fall", "it is unlikely to fall", "negation"),
        ("they came with papers", "they came without papers", "negation"),
        ("a 2.5 metre wall", "a 25 metre wall", "number"),
        ("1,200 homes were lost", "1200 homes were lost", "number_form"),
        ("kilometre zone was cleared", "55-kilometre zone was cleared", ""),
        ("the vast kilometre zone was cleared", "the vast 55-kilometre zone was cleared", "number"),
        ("we met Orla and Dag", "we met Orla, Brem and Dag", "name"),
        ("he said no, we stay", "he said no, no, we stay", "filler"),
        ("we lost $3 million there", "we lost $3 billion there", "number"),
        ("we lost 3 million there", "we lost $3 million there", "number"),
        ("we lost three million dollars there", "we lost $3m there", "number_form"),
        ("the twenty-first day came", "the 21st day came", "number_form"),
        ("it rose by 5 percent again", "it rose by 5 again", "number"),
        ("they told us. We cannot go", "they told us. We can go", "negation"),
        ("the Speaker was clear", "the speaker was clear", "case"),
        ("But the was clear last week", "But the Speaker was clear last week", "name"),
        ("Minister Orla came home", "Foreign Minister Orla came home", ""),
        ("then Minister Orla came", "then Prime Minister Orla came", "omission"),
    ],
)
def test_what_fails_closed_and_what_does_not(quote, record, expected):
    assert set(kinds(quote, f"Yesterday {record}.")) == ({expected} if expected else set())


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("no " * 20_000, "no " * 20_000),
        ("no " * 120, "no no no yes " * 5_000),
        ("yes " + "no " * 119, "no " * 20_000),
        (" ".join(f"a{n}" for n in range(5_000)), " ".join(f"b{n}" for n in range(5_000))),
        ("a" * 20_000, "a" * 20_000 + "b"),
        ("no... " * 2_000, "no, yes, " * 5_000),
    ],
)
def test_words_said_over_and_over_are_no_obstacle(quote, text):
    found = match(quote, passage(text))
    assert 0 <= found.coverage <= 1


@pytest.mark.parametrize(
    "record",
    [
        "No lasting peace was agreed, and later the Lake Assembly met again.",
        "No lasting peace was agreed. The Lake Assembly met again in May.",
        "No lasting peace was agreed, and later “Lake Assembly members met again.”",
    ],
)
def test_a_place_that_was_put_in_is_not_laid_on_the_next_clause(record):
    found = match("no lasting peaces was agreed in the Lake Assembly", passage(record))
    assert [(e.quote, e.record) for e in found.edits] == [
        ("peaces", "peace"),
        ("in the Lake Assembly", ""),
    ]
    assert found.spans[0].of(" " * START + record) == "No lasting peace was agreed"


@pytest.mark.parametrize(
    ("quote", "record", "expected"),
    [
        ("He is tired and will rest", "He is tired, but he will rest.", [("and", "but he")]),
        ("We will go in May", "We will go, probably, in May, and see.", [("", "probably")]),
        (
            "Petrol Dasko the",
            "It is open. Dasko thanked the envoys.",
            [("Petrol", ""), ("", "thanked")],
        ),
        ("we met Mr Vane", "Today we met Mr. Vale again.", [("Vane", "Vale")]),
    ],
)
def test_a_clause_whose_words_were_changed_is_laid_on_its_own(quote, record, expected):
    found = match(quote, passage(record))
    changed = [(e.quote, e.record) for e in found.edits if e.kind.value != "punctuation"]
    assert changed == expected
