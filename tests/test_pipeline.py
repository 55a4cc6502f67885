from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

import onrecord
from onrecord import pipeline, readers
from onrecord.model import Against, Kind, PassageKind

STORY = """Harbour to open in May, minister says

VELDA, March 3. /NPA/. The northern harbour will open in May, Minister Orla Venn said on Friday.

"We kept our word. The ice did not," Venn told reporters.
"""

TALKS = """Orla Venn: The harbour opens in May. The mayor told me that the cranes are ready.

Question: Will it stay open?

Orla Venn: It will.
"""


def reading(text: str, **given: str) -> onrecord.Reading:
    (document,) = readers.read(text.encode(), path="talks.txt", given=given)
    return pipeline.read_document(document)


def test_a_story_gives_statements_with_their_speaker_and_part():
    said = reading(STORY).statements
    assert {s.speaker for s in said if s.speaker} == {"Orla Venn"}
    quoted = [s for s in said if "We kept our word" in s.attribution.content[0].of(STORY)]
    assert len(quoted) == 1


def test_a_transcript_gives_turns_as_passages_of_record():
    got = reading(TALKS)
    assert got.structure.kind is Kind.TRANSCRIPT
    turns = [p for p in got.passages if p.kind is PassageKind.TURN]
    assert [t.speaker for t in turns] == ["Orla Venn", "", "Orla Venn"]
    assert all(t.against is Against.RECORD for t in turns)


def test_what_a_speaker_says_that_another_said_comes_by_way_of_the_speaker():
    inner = [s for s in reading(TALKS).statements if s.via]
    assert [s.via for s in inner] == [("Orla Venn",)]
    assert inner[0].turn == 0


def test_a_language_without_rules_is_read_but_gives_no_statements():
    text = "Les ministres se sont vus hier. « Nous partons », a dit Mme Venn. " * 5
    got = reading(text)
    assert got.document.language == "und"
    assert got.statements == ()
    assert reading(text, language="fr").document.language == "fr"


def test_the_language_that_was_given_is_kept():
    assert reading(STORY, language="en-GB").document.language == "en-GB"


def test_extraction_needs_no_store():
    text = '"It is shut," Orla Venn said.'
    (said,) = onrecord.extract(text)
    assert said.speaker == "Orla Venn"
    assert said.attribution.content[0].of(text).strip('",') == "It is shut"


@given(st.text(alphabet=st.sampled_from(list("ab. \n\"“”:'(),QSaid"))) | st.text())
def test_any_text_is_read_and_its_spans_lie_inside_it(text):
    (blank,) = readers.read(b"x", path="x.txt")
    got = pipeline.read_document(replace(blank, text=text))
    for s in got.statements:
        for role in (s.attribution.source, s.attribution.cue, s.attribution.content):
            assert all(0 <= span.start < span.end <= len(text) for span in role)
    assert all(p.span.end <= len(text) for p in got.passages)


def test_a_reading_says_which_engine_found_its_statements():
    (document,) = readers.read(STORY.encode(), path="story.txt")
    assert pipeline.read_document(document, engine="rules").engine == "rules"
    foreign = replace(document, language="ky")
    assert pipeline.read_document(foreign, engine="rules").engine == ""


def said_by(text, **given):
    return [(s.speaker, s.basis) for s in reading(text, **given).statements]


def test_a_post_without_a_name_is_its_holder_on_the_day_of_the_document():
    text = "The talks go on, the Foreign Minister of Kazakhstan said.\n"
    for day, name in (
        ("2017-01-20", "Kairat Abdrakhmanov"),
        ("2019-01-28", "Beibut Atamkulov"),
        ("2019-10-09", "Mukhtar Tleuberdi"),
    ):
        assert said_by(text, published=day) == [(name, "roster")]


def test_a_post_stays_open_without_a_day_or_where_sources_differ_and_gives_way_to_the_document():
    text = "The talks go on, the Foreign Minister of Kazakhstan said.\n"
    assert said_by(text) == [("", "")]
    assert said_by(text, published="2019") == [("", "")]
    assert said_by(text, published="2019-09-12") == [("", "")]
    named = "Kazakh Foreign Minister Orla Venn met us.\n\n" + text
    assert said_by(named, published="2019-01-28") == [("Orla Venn", "post")]
