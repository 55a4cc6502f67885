import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Attribution, Quotation, Resolved, Span
from onrecord.people import resolve, same_name


def speakers(found):
    return [one.speaker for one in found]


def test_a_surname_stands_for_the_full_name_wherever_that_is(marked):
    text, found = marked(
        "[[Holm]]: <<the talks went well>>\n"
        "<<The talks went well>>, Russian Foreign Minister Vera Holm said.\n"
        "<<They will go on>>, [[Holm]] said.\n"
    )
    assert resolve(text, found) == (
        Resolved("Vera Holm", "surname"),
        Resolved("Vera Holm", "surname"),
    )


def test_a_post_stands_for_the_one_who_holds_it(marked):
    text, found = marked(
        "Russian Foreign Minister Anna Weber met Turkish Foreign Minister Kemal Demir in Oslo.\n"
        "[[The Russian foreign minister]] said <<they agreed>>.\n"
        "[[The Turkish top diplomat]] said <<they did not>>.\n"
        "According to [[Russia's foreign minister]], <<it is a matter of time>>.\n"
    )
    assert [(one.speaker, one.basis) for one in resolve(text, found)] == [
        ("Anna Weber", "post"),
        ("Kemal Demir", "post"),
        ("Anna Weber", "post"),
    ]


def test_a_post_that_two_hold_names_nobody_unless_one_was_just_named(marked):
    text, found = marked(
        "Senator Anna Weber and Senator Kemal Demir were there." + " It rained." * 120 + "\n"
        "[[The senator]] said <<nothing was agreed>>.\n"
    )
    assert speakers(resolve(text, found)) == [""]


def test_a_deputy_is_not_the_minister(marked):
    text, found = marked(
        "Russian Deputy Foreign Minister Anna Weber came.\n"
        "[[The Russian foreign minister]] said <<nothing>>.\n"
    )
    assert speakers(resolve(text, found)) == [""]


def test_the_presidents_spokesman_is_not_the_president(marked):
    text, found = marked(
        "The president's spokesman, Kemal Demir, came.\n[[The president]] said <<nothing>>.\n"
    )
    assert speakers(resolve(text, found)) == [""]


def test_a_pronoun_goes_on_with_whoever_spoke_last(marked):
    text, found = marked(
        '"<<We are close>>," French President Paul Moreau said of Italian President Luca Ferri.\n'
        '"<<It takes time>>," [[he]] added.\n'
        "[[Moreau]] said <<the road is long>>. [[He]] called it <<one of the last steps>>.\n"
    )
    assert speakers(resolve(text, found)) == ["Paul Moreau"] * 3


def test_a_pronoun_agrees_in_gender(marked):
    text, found = marked(
        "[[Paul Moreau]] said <<it would rain>>. [[Maria Ferri]] said <<it would not>>.\n"
        "[[He]] insisted <<that it would>>.\n"
    )
    assert speakers(resolve(text, found)) == ["Paul Moreau", "Maria Ferri", "Paul Moreau"]


def test_an_apposition_names_the_speaker_and_the_post(marked):
    text, found = marked(
        "[[Kemal Demir, the Turkish foreign minister,]] said <<they had met>>.\n"
        "[[The minister]] said <<they would meet again>>.\n"
    )
    assert speakers(resolve(text, found)) == ["Kemal Demir", "Kemal Demir"]


@pytest.mark.parametrize(
    ("source", "speaker"),
    [
        ("The Turkish Foreign Ministry", "Turkish Foreign Ministry"),
        ("TASS", "TASS"),
        ("A source", ""),
        ("Some", ""),
        ("A poll", ""),
        ("A Demir spokesman", ""),
        ("My colleague", ""),
        ("They", ""),
    ],
)
def test_organisations_with_a_name_speak_and_unnamed_people_stay_unknown(marked, source, speaker):
    text, found = marked(f"Kemal Demir came.\n[[{source}]] said <<the road was open>>.\n")
    assert speakers(resolve(text, found)) == [speaker]


def test_two_bearers_of_a_surname_are_told_apart_by_title_or_stay_unknown(marked):
    text, found = marked(
        "Anna Weber and Paul Weber came to Oslo." + " It rained." * 120 + "\n"
        "[[Mrs. Weber]] said <<it was cold>>.\n" + "It rained. " * 120 + "\n"
        "[[Weber]] said <<it was warm>>.\n"
    )
    assert speakers(resolve(text, found)) == ["Anna Weber", ""]


def test_the_one_who_passes_words_on_is_kept_as_via(marked):
    text, found = marked(
        "Russian Foreign Minister Anna Weber spoke.\n<<We agree>>, {{TASS}} cited [[Weber]].\n"
    )
    assert resolve(text, found) == (Resolved("Anna Weber", "surname", ("TASS",)),)


def test_in_a_turn_i_is_the_one_whose_turn_it_is(turned):
    text, turns, found = turned(
        ("", "Will you go?"),
        ("Anna Weber", "As [[I]] said, <<I will go>>. [[We]] believe <<it helps>>."),
    )
    assert resolve(text, found, turns=turns) == (
        Resolved("Anna Weber", "turn"),
        Resolved("Anna Weber", "turn"),
    )


def test_whom_a_turn_quotes_speaks_by_way_of_the_turns_speaker(turned):
    text, turns, found = turned(
        ("Anna Weber", "I met Kemal Demir. [[He]] confirmed <<that the road is open>>."),
        ("", "President Demir said so too. [[Demir]] said <<it was wide>>."),
    )
    assert resolve(text, found, turns=turns) == (
        Resolved("Kemal Demir", "pronoun", ("Anna Weber",)),
        Resolved("Kemal Demir", "surname"),
    )


def test_words_inside_anothers_words_come_by_way_of_the_other(marked):
    text, found = marked(
        '"<<I met Kemal Demir, and [[Demir]] told me <<that he agrees>>>>," [[Anna Weber]] said.\n'
    )
    assert resolve(text, found) == (
        Resolved("Kemal Demir", "surname", ("Anna Weber",)),
        Resolved("Anna Weber", "name"),
    )


def test_a_pronoun_may_stand_before_the_name_in_its_sentence(marked):
    text, found = marked(
        "Luca Ferri waited in Rome.\nIn [[his]] letter, Paul Moreau wrote <<that it was late>>.\n"
    )
    assert speakers(resolve(text, found)) == ["Paul Moreau"]


def test_a_counterpart_holds_the_same_post_elsewhere(marked):
    text, found = marked(
        "Russian Foreign Minister Anna Weber met her Turkish counterpart Kemal Demir.\n"
        "[[The Turkish foreign minister]] said <<they agreed>>.\n"
    )
    assert speakers(resolve(text, found)) == ["Kemal Demir"]


def test_a_country_that_no_list_holds_still_tells_ministers_apart(marked):
    text, found = marked(
        "Tamvaria will wait, its foreign minister, Anna Weber, wrote. Norvessian Foreign Minister "
        "Kemal Demir agreed.\n[[The Tamvarian minister]] said <<it was time>>.\n"
    )
    assert speakers(resolve(text, found)) == ["Anna Weber"]


def test_the_ministry_is_the_one_ministry_that_is_named(marked):
    text, found = marked(
        "The Turkish Foreign Ministry wrote to TASS.\n[[The ministry]] said <<it was late>>.\n"
    )
    assert resolve(text, found) == (Resolved("Turkish Foreign Ministry", "organisation"),)


def test_the_ministry_of_two_is_neither(marked):
    text, found = marked(
        "The Turkish Foreign Ministry wrote to the Russian Defence Ministry.\n"
        "[[The ministry]] said <<it was late>>.\n"
    )
    assert speakers(resolve(text, found)) == [""]


def test_which_follows_an_organisation_and_who_a_person(marked):
    text, found = marked(
        "Weber left for the Harbour Board of Elections, [[which]] ruled <<that it was late>>.\n"
        "President Anna Weber, [[who]] said <<it was early>>, left with voters [[who]] agreed.\n"
    )
    assert speakers(resolve(text, found)) == ["Harbour Board of Elections", "Anna Weber", ""]


def test_a_word_that_only_opens_a_sentence_is_no_surname(marked):
    text, found = marked(
        "[[Voters]] say <<it is late>>. Some voters left.\n[[Hey]], he said, <<wait>>.\n"
    )
    assert speakers(resolve(text, found)) == ["Voters", ""]


def test_he_is_nobody_when_somebody_new_has_come_into_the_paragraph(marked):
    text, found = marked(
        "[[Paul Moreau]] said <<it would rain>>. It rained. [[He]] said <<it was cold>>.\n\n"
        "Footage of Marco Ferri was shown. [[He]] said <<it was warm>>.\n"
    )
    assert speakers(resolve(text, found)) == ["Paul Moreau", "Paul Moreau", ""]


def test_a_title_makes_a_word_for_a_document_a_surname(marked):
    text, found = marked("[[Gov. Nathan Deal]] said <<it was late>>.\n")
    assert speakers(resolve(text, found)) == ["Nathan Deal"]


def test_a_headline_in_capitals_names_no_organisation_of_its_own(marked):
    text, found = marked(
        "Harbour Board Of Elections Finds Nothing\n\nThe Harbour Board of Elections met.\n"
        "[[The board]] said <<it was late>>.\n"
    )
    assert speakers(resolve(text, found)) == ["Harbour Board of Elections"]


@pytest.mark.parametrize(
    ("source", "speaker"),
    [
        ("his", "Paul Moreau"),
        ("Moreau's", "Paul Moreau"),
        ("Moreau", "Paul Moreau"),
        ("Mr. Moreau", "Paul Moreau"),
        ("Paul Moreau, the mayor of Oslo,", "Paul Moreau"),
        ("the mayor", "Paul Moreau"),
        ("the senator", ""),
        ("a mayor", ""),
        ("She", ""),
    ],
)
def test_each_form_of_a_source_leads_to_the_person_or_to_nobody(marked, source, speaker):
    text, found = marked(
        f"Paul Moreau, the mayor of Oslo, spoke. [[{source}]] view was <<that it would rain>>.\n"
    )
    assert speakers(resolve(text, found)) == [speaker]


def test_an_unnamed_spokesman_is_not_whoever_he_speaks_for(marked):
    text, found = marked(
        "President Anna Weber came.\n[[A spokesman for President Anna Weber]] said <<she left>>.\n"
    )
    assert speakers(resolve(text, found)) == [""]


def test_an_empty_source_is_nobody():
    attribution = Attribution((), (), (Span(0, 5),), Quotation.DIRECT)
    assert resolve('"Yes." Anna Weber came.', [attribution]) == (Resolved(),)


@st.composite
def attributed(draw):
    text = draw(st.text(min_size=1) | st.text(alphabet=LETTERS, min_size=1))
    ends = st.integers(0, len(text))
    spans = st.builds(lambda a, b: Span(min(a, b), max(a, b)), ends, ends)
    several = st.lists(spans, max_size=2).map(tuple)
    one = st.builds(
        Attribution,
        several,
        several,
        st.lists(spans, min_size=1, max_size=3).map(tuple),
        st.sampled_from(Quotation),
        several,
    )
    return text, draw(st.lists(one, max_size=6))


LETTERS = "Anna Weber said he, the minister of Russia. \"'\n"


@given(attributed())
def test_any_text_and_spans_give_one_result_each(case):
    text, attributions = case
    assert len(resolve(text, attributions)) == len(attributions)


def test_all_speakers_of_the_two_seed_stories_are_right(shared):
    lines = (shared / "gold" / "seeds_statements.jsonl").read_text("utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    wrong = []
    for doc, number in (("tass", "000"), ("duvar", "001")):
        path = next((shared / "seeds").glob(f"{number}_*.txt"))
        text = path.read_text("utf-8")
        mine = [row for row in rows if row["doc"] == doc]
        found = resolve(text, located(text, mine))
        wrong += [
            (row["source"], one)
            for row, one in zip(mine, found, strict=True)
            if not same_name(one.speaker, row["speaker"])
            or one.via != ((row["via"],) if row["via"] else ())
        ]
    assert len(rows) == 30
    assert not wrong


def located(text, rows):
    """The attributions of gold rows: contents in order, each source at its nearest place."""
    found, at = [], 0
    for row in rows:
        content = []
        for words in row["content"]:
            start = text.find(words, at)
            start = start if start >= 0 else text.index(words)
            content.append(Span(start, start + len(words)))
            at = start
        near = content[0]
        places = [m.span() for m in re.finditer(rf"\b{re.escape(row['source'])}\b", text)]
        where = min(places, key=lambda p: min(abs(p[0] - near.end), abs(near.start - p[1])))
        via = text.find(row["via"], near.end) if row["via"] else -1
        passed = (Span(via, via + len(row["via"])),) if via >= 0 else ()
        kind = Quotation(row["kind"])
        found.append(Attribution((Span(*where),), (), tuple(content), kind, passed))
    return found
