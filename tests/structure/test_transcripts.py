import itertools

from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Document, Kind, Mark, PartKind, Provenance, Role, Span
from onrecord.structure import dissect


def document(text, **fields):
    return Document("test", text, Provenance("0" * 64, "plain", "1"), **fields)


def speakers(text, **fields):
    return [t.speaker for t in dissect(document(text, **fields)).turns]


CONFERENCE = """14 March 202016:05

Foreign Minister Pavel Ostrov’s remarks and answers to media questions at a joint news \
conference following talks with Minister of Foreign Affairs of Tarnia Odile Marsh, Lindal, \
March 14, 2020

  • de-DE1 en-GB1 ru-RU1

Ms Odile Marsh,

Ladies and gentlemen,

We had good talks today. I thank our hosts for them.

Question: When will the bridge open? Will you both be there?

Pavel Ostrov: It will open in May.

I hope that we shall both be there. We agreed on one thing: nobody goes alone.

Question (retranslated): And the ferry?

Pavel Ostrov: The ferry stays.


Showing 1 result.

Advanced settings
"""

BRIEFING = """Harbour House Briefing Room

1:05 P.M. EST

MS. VALE:  Good afternoon, everyone.  (Laughter.)  Two items at the top.

First, the bridge.

Q    Thank you, Ida.  Is the Minister
satisfied?

MS. VALE:  He is.

Q    (Inaudible.)

MS. VALE:  I did not hear that.

(Cross-talk.)

MR. OKORO:  Let me take this one.

END                1:40 P.M. EST
"""


class TestConference:
    structure = dissect(document(CONFERENCE))

    def test_turns_and_exchanges_are_counted_and_the_opening_is_the_ministers(self):
        turns = self.structure.turns
        assert [t.role for t in turns] == [
            Role.OPENING,
            Role.QUESTION,
            Role.ANSWER,
            Role.QUESTION,
            Role.ANSWER,
        ]
        assert [t.speaker for t in turns] == [
            "Pavel Ostrov",
            "",
            "Pavel Ostrov",
            "",
            "Pavel Ostrov",
        ]
        assert turns[0].basis == "title"
        assert [(e.question, e.answers) for e in self.structure.exchanges] == [(1, (2,)), (3, (4,))]

    def test_an_answer_keeps_its_paragraphs_and_a_colon_within_one_is_no_label(self):
        answer = self.structure.turns[2]
        assert len(answer.spans) == 2
        assert answer.spans[1].of(CONFERENCE).endswith("nobody goes alone.")

    def test_a_salutation_belongs_to_the_opening(self):
        assert self.structure.turns[0].spans[0].of(CONFERENCE) == "Ms Odile Marsh,"

    def test_date_editions_and_furniture_are_told_from_the_words_spoken(self):
        assert self.structure.dating.edtf == "2020-03-14"
        assert self.structure.published.edtf == "2020-03-14"
        assert self.structure.editions == ("de", "en", "ru")
        dropped = [p for p in self.structure.parts if p.kind is PartKind.FURNITURE]
        assert [p.span.of(CONFERENCE) for p in dropped] == [
            "Showing 1 result.",
            "Advanced settings",
        ]

    def test_a_ministrys_page_with_its_own_minister_alone_is_one_side(self):
        assert "one_side" in self.structure.flags

    def test_a_question_that_was_translated_is_flagged(self):
        assert self.structure.turns[3].flags == ("retranslated",)


class TestBriefing:
    structure = dissect(document(BRIEFING, title="Press Briefing by Press Secretary Ida Vale"))

    def test_capitals_and_q_make_turns_and_the_title_gives_the_full_name(self):
        assert [t.speaker for t in self.structure.turns] == [
            "Ida Vale",
            "",
            "Ida Vale",
            "",
            "Ida Vale",
            "Mr Okoro",
        ]

    def test_stage_directions_are_parts_and_no_words_of_a_turn(self):
        said = [s.of(BRIEFING) for s in self.structure.turns[0].spans]
        assert said == ["Good afternoon, everyone.", "Two items at the top.", "First, the bridge."]
        stage = [
            p.span.of(BRIEFING) for p in self.structure.parts if p.kind is PartKind.STAGE_DIRECTION
        ]
        assert stage[0] == "(Laughter.)"
        assert "(Cross-talk.)" in stage
        assert stage[-1].startswith("END")

    def test_a_question_that_was_not_heard_is_a_turn_all_the_same(self):
        assert self.structure.turns[3].role is Role.QUESTION
        assert len(self.structure.exchanges) == 2


def test_a_post_is_no_part_of_a_name_and_short_forms_lead_to_the_fuller_one():
    text = (
        "President of Tarnia Odile Marsh: Friends, I welcome you.\n\n"
        "President of the Republic of Norrland Bashir al-Kadi (retranslated): I thank you.\n\n"
        "O. Marsh: Let us begin.\n\nal-Kadi: We agree.\n"
    )
    structure = dissect(document(text, title="Press statements following talks"))
    assert [t.speaker for t in structure.turns] == [
        "Odile Marsh",
        "Bashir al-Kadi",
        "Odile Marsh",
        "Bashir al-Kadi",
    ]
    assert structure.turns[3].flags == ("retranslated",)


def test_labels_may_stand_on_a_line_of_their_own():
    text = "PAVEL OSTROV:\nWe agree.\n\nQUESTION:\nOn what?\n\nPAVEL OSTROV:\nOn the bridge.\n"
    assert speakers(text) == ["Pavel Ostrov", "", "Pavel Ostrov"]


def test_a_named_journalist_asks_and_a_minister_answers():
    text = (
        "Ruth Abel: Minister, will the bridge open?\n\n"
        "Foreign Minister Pavel Ostrov: It will.\n\n"
        "Ruth Abel: When?\n\nPavel Ostrov: In May. I am sure of it.\n"
    )
    structure = dissect(document(text, title="Interview with Foreign Minister Pavel Ostrov"))
    assert [t.role for t in structure.turns] == [Role.QUESTION, Role.ANSWER] * 2
    assert structure.turns[0].speaker == "Ruth Abel"


def test_a_rule_ends_a_turn():
    text = (
        "President of Tarnia Odile Marsh: I welcome you, my friends. We shall talk.\n\n* * *\n\n"
        "After the meeting the presidents signed papers.\n"
    )
    (turn,) = dissect(document(text, title="Talks with the President of Norrland")).turns
    assert [s.of(text) for s in turn.spans] == ["I welcome you, my friends. We shall talk."]


def test_ordinary_sentences_with_a_colon_are_no_labels():
    text = (
        "Pavel Ostrov: He said this: nobody goes alone.\n\n"
        "And let us not forget: it was our bridge.\n\n"
        "Number two: we built it.\n\nQuestion: Did you?\n\nPavel Ostrov: We did.\n"
    )
    assert speakers(text) == ["Pavel Ostrov", "", "Pavel Ostrov"]


def test_a_speech_is_one_turn_whose_speaker_is_unknown_unless_given():
    text = (
        "Mr. President,\nI congratulate you on your election to lead the General Assembly.\n"
        "We in my country believe in this hall. Allow me to say why.\nI thank you.\n"
    )
    structure = dissect(document(text))
    assert structure.kind is Kind.TRANSCRIPT
    assert [t.speaker for t in structure.turns] == [""]
    assert speakers(text, speaker="Odile Marsh") == ["Odile Marsh"]


def test_labels_that_the_format_marks_are_taken_with_their_value():
    text = "Vale\nGood evening.\nOkoro\nGood evening to you.\n"
    marks = (
        Mark(PartKind.LABEL, Span(0, 4), "Ida Vale"),
        Mark(PartKind.LABEL, Span(19, 24), "Sam Okoro"),
    )
    rows = Document("test", text, Provenance("0" * 64, "csv", "1"), marks=marks)
    structure = dissect(rows)
    assert [t.speaker for t in structure.turns] == ["Ida Vale", "Sam Okoro"]
    assert [t.basis for t in structure.turns] == ["column", "column"]
    assert [t.spans[0].of(text) for t in structure.turns] == [
        "Good evening.",
        "Good evening to you.",
    ]


PIECES = st.sampled_from(
    [
        "Question: ",
        "Q    ",
        "MS. VALE:  ",
        "Pavel Ostrov: ",
        "President of Tarnia Odile Marsh (retranslated):",
        "(Laughter.)",
        "<...>",
        "* * *",
        "\n",
        "\n\n",
        "I think so. ",
        "Ladies and gentlemen,",
        "14 March 202016:05",
        "ROME, May 2. /TASS/. ",
        "on Saturday",
        "All news",
        "at the end of 2019",
        "\u200b\u00a0 ",
        "“",
        '"',
        ":",
    ]
)


@given(st.one_of(st.text(), st.lists(st.one_of(PIECES, st.text(max_size=8))).map("".join)))
def test_any_text_is_taken_apart_without_overlaps(text):
    structure = dissect(document(text))
    spans = [s for t in structure.turns for s in t.spans]
    assert all(s.of(text).strip() for s in spans)
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    assert all(t.spans for t in structure.turns)
    parts = [p.span for p in structure.parts]
    assert all(a.end <= b.start for a, b in itertools.pairwise(parts))
    assert all(0 <= p.start < p.end <= len(text) for p in parts)
    answers = [n for e in structure.exchanges for n in e.answers]
    assert all(structure.turns[n].role is Role.ANSWER for n in answers)
    assert dissect(document(text)) == structure


def test_labels_on_their_own_lines_need_no_colon_where_they_come_again():
    said = "It is a long answer that nobody would take for the name of a speaker in a talk."
    text = (
        f"Ida Vale\n\n{said}\n\nSam Okoro\n\n{said}\n\nIda Vale\n\n{said}\n\nSam Okoro\n\n{said}\n"
    )
    structure = dissect(document(text, title="Transcript of a talk"))
    assert [t.speaker for t in structure.turns] == ["Ida Vale", "Sam Okoro"] * 2
    assert all(t.spans[0].of(text) == said for t in structure.turns)


def test_an_interpreted_speaker_is_flagged_throughout():
    text = (
        "THE PRESIDENT:  Welcome, all of you.\n\nPRESIDENT AKKO:  (As interpreted.)  Thank you.\n\n"
        "Q    Are you pleased?\n\nPRESIDENT AKKO:  I am.\n"
    )
    structure = dissect(document(text, title="Remarks by President Baker and President Akko"))
    assert [t.flags for t in structure.turns] == [(), ("interpreted",), (), ("interpreted",)]
    assert [t.speaker for t in structure.turns] == [
        "The President",
        "President Akko",
        "",
        "President Akko",
    ]


def test_the_office_is_led_to_the_one_whom_the_title_names():
    text = "THE PRESIDENT:  Welcome.\n\nQ    Why?\n\nTHE PRESIDENT:  Because I said so.\n"
    assert speakers(text, title="Remarks by President Ann Baker") == ["Ann Baker", "", "Ann Baker"]


def test_where_and_when_are_read_at_the_head_of_a_transcript():
    head = "Via Teleconference\n\n(September 8, 2021)\n\n5:07 P.M. EDT\n\n"
    text = head + "MR. OKORO:  Hello.\n\nQ    Why?\n"
    structure = dissect(document(text, title="Background Press Call", published="2021-09-09"))
    assert (structure.place, structure.dating.edtf) == ("Via Teleconference", "2021-09-08")
    assert structure.published.edtf == "2021-09-09"
    assert not structure.dating.inferred


def test_a_day_that_only_publication_gives_is_marked_inferred():
    text = "MR. OKORO:  Hello.\n\nQ    Why?\n\nMR. OKORO:  Why not?\n"
    dating = dissect(document(text, title="Press Briefing", published="2021-09-09")).dating
    assert (dating.edtf, dating.inferred) == ("2021-09-09", True)
    assert dissect(document(text, title="Press Briefing")).dating is None


def test_a_list_of_names_with_their_lives_is_no_transcript():
    text = (
        "Ann Baker will serve as Director.\n\nRuth Abel: She has worked in the capital.\n\n"
        "Sam Okoro: He has worked abroad.\n\nIda Vale: She has worked at sea.\n"
    )
    assert dissect(document(text, title="The President Names Three")).kind is not Kind.TRANSCRIPT


def test_prose_about_the_occasion_before_the_first_label_is_nobodys_turn():
    text = (
        "Odile Marsh received the ministers of the US and of Norrland in the capital today.\n\n"
        "President of Tarnia Odile Marsh: I welcome you all. We shall talk.\n\n"
        "Sam Okoro: I thank you for it.\n"
    )
    turns = dissect(document(text, title="Meeting with ministers")).turns
    assert [t.speaker for t in turns] == ["Odile Marsh", "Sam Okoro"]


def test_hard_wrapped_lines_are_one_paragraph():
    text = (
        "MR. OKORO:  This is a line of a text that was wrapped to some seventy\n"
        "columns, so that the paragraph goes on and on over the ends of its own\n"
        "lines, and it says: nothing is lost by that, and nothing is won by it\n"
        "either.\n\nQ    Is it so?\n\nMR. OKORO:  It is.\n"
    )
    turns = dissect(document(text, title="Press Briefing")).turns
    assert [len(t.spans) for t in turns] == [1, 1, 1]
