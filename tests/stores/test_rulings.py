"""What every store keeps of rulings, and how it has documents once they are laid over."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.errors import AmbiguousError, InputError, NotFoundError
from onrecord.model import Document, Kind, Provenance, Span
from onrecord.model.rulings import Matter, Ruling, RulingKind, Spot
from onrecord.overlay import laid_over, spot_of_statement, spot_of_turn
from onrecord.pipeline import read_document
from onrecord.stores import Added, Sought, Wanted

CONFERENCE = """News conference of Minister Ann Bell, Orlo, 3 March 2021

Question: Will the bridge at Orlo stay shut?

Ann Bell: The bridge will stay shut until the river falls. Mr Dorn said that the piers are sound.
Thank you. And who pays for the repair of the bridge at Orlo?

Question: Who pays for that?

Ann Bell: The district pays. I have said so before.
"""
STORY = """Bridge stays shut, minister says
---

"The bridge will stay shut until the river falls," Ann Bell said on Wednesday.
"We have asked seven engineers to look at it," she added.
Bo Crane, an engineer, said the piers were sound.
"""
BRIDGE, SEVEN, CRANE = 1, 2, 3  # statements of the story
RAW = {"conference": CONFERENCE.encode(), "story": STORY.encode()}


def _read(name, text):
    kind = Kind.TRANSCRIPT if name == "conference" else Kind.STORY
    held = Provenance("5" * 63 + str(len(name) % 10), "plain", "1", path=f"{name}.txt")
    return read_document(Document(name, text, held, language="en", kind=kind))


@pytest.fixture(scope="session")
def conference():
    """A transcript as it is read."""
    return _read("conference", CONFERENCE)


@pytest.fixture(scope="session")
def story():
    """A story as it is read."""
    return _read("story", STORY)


@pytest.fixture
def both(store, conference, story):
    """A store that holds both."""
    store.add(conference, RAW["conference"])
    store.add(story, RAW["story"])
    return store


def _on(reading, place, kind=RulingKind.SPEAKER, *, ref="aaaa00000000", **what):
    spot = spot_of_statement(reading.document, reading.statements[place])
    return Ruling(ref, kind, Matter.STATEMENT, spot, by="ed", at="2026-01-01T00:00:00", **what)


def _on_turn(reading, place, kind=RulingKind.SPEAKER, *, ref="bbbb00000000", **what):
    spot = spot_of_turn(reading.document, reading.structure.turns[place])
    return Ruling(ref, kind, Matter.TURN, spot, by="ed", at="2026-01-01T00:00:00", **what)


def _by(store, speaker):
    return [one.content for one in store.statements(Wanted(speakers=(speaker,)))]


def _content(reading, place):
    span = reading.statements[place].attribution.content
    return " … ".join(one.of(reading.document.text) for one in span)


def test_a_statement_has_the_speaker_that_it_was_given_wherever_it_is_asked_for(both, story):
    both.rule(_on(story, SEVEN, speaker="Orla Venn"))
    assert _by(both, "Orla Venn") == [_content(story, SEVEN)]
    assert "Orla Venn" in both.speakers()
    assert [one.statement.speaker for one in both.search(Sought(("seven",)))] == ["Orla Venn"]
    assert [one.statement.speaker for one in both.search(Sought(("venn",)))] == ["Orla Venn"]
    assert both.load("story").statements[SEVEN].speaker == "Orla Venn"
    places = both.places("asked seven engineers to look at it")
    hits = both.passages(place.number for place in places)
    assert {hit.passage.speaker for hit in hits} == {"Orla Venn"}


def test_the_original_stands_and_comes_back_as_it_was(both, story):
    ruling = _on(story, SEVEN, speaker="Orla Venn")
    numbers = [one.id for one in both.statements(Wanted(document="story"))]
    both.rule(ruling)
    assert both.original("story") == story
    assert both.load("story") != story
    assert [one.id for one in both.statements(Wanted(document="story"))] == numbers
    taken = both.take_back_ruling(ruling.id)
    assert taken.taken_back
    assert both.load("story") == both.original("story") == story
    assert _by(both, "Orla Venn") == []


def test_what_nobody_said_is_no_statement_and_its_words_are_the_reports_own(both, story):
    both.rule(_on(story, CRANE, RulingKind.NO_STATEMENT))
    now = both.load("story")
    assert len(now.statements) == len(story.statements) - 1
    assert not any(one.speaker == "Bo Crane" for one in now.passages)
    assert both.search(Sought(("sound", "crane"))) == []
    hits = both.passages(p.number for p in both.places("the piers were sound"))
    assert any("piers were sound" in hit.passage.text for hit in hits)


def test_nobody_is_a_speaker_that_can_be_given(both, story):
    both.rule(_on(story, SEVEN, speaker=""))
    assert both.load("story").statements[SEVEN].speaker == ""


def test_several_speakers_are_given_as_names_with_semicolons(both, story):
    both.rule(_on(story, SEVEN, speaker="Ann Bell; Bo Crane"))
    assert both.load("story").statements[SEVEN].speakers == ("Ann Bell", "Bo Crane")


def test_a_turn_of_another_speaker_gives_them_what_is_said_in_it(both, conference):
    place = next(n for n, t in enumerate(conference.structure.turns) if t.speaker == "Ann Bell")
    both.rule(_on_turn(conference, place, speaker="Orla Venn"))
    now = both.load("conference")
    assert now.structure.turns[place].speaker == "Orla Venn"
    number = now.structure.turns[place].number
    assert all(one.via[:1] != ("Ann Bell",) for one in now.statements if one.turn == number)
    (record,) = both.records()
    assert "Orla Venn" in record.speakers


def _split(conference, **halves):
    place = next(n for n, t in enumerate(conference.structure.turns) if t.speaker == "Ann Bell")
    at = CONFERENCE.index("And who pays for the repair")
    words = CONFERENCE[at : at + 40]
    second = Spot("conference", (Span(at, at + 40),), words)
    return place, _on_turn(
        conference, place, RulingKind.SPLIT, cut=Span(at, at), second=second, **halves
    )


def test_a_turn_that_is_two_is_two_and_those_behind_it_count_on(both, conference):
    place, ruling = _split(conference, speaker="Ann Bell", other="")
    both.rule(ruling)
    before, now = conference.structure.turns, both.load("conference").structure.turns
    assert len(now) == len(before) + 1
    assert [t.number for t in now] == list(range(now[0].number, now[0].number + len(now)))
    assert now[place + 1].speaker == ""
    assert now[place].spans[-1].of(CONFERENCE).endswith("Thank you.")
    assert now[place + 1].spans[0].of(CONFERENCE).startswith("And who pays")
    hits = both.passages(p.number for p in both.places("who pays for the repair of the bridge"))
    assert any(h.passage.speaker == "" and h.passage.turn == now[place + 1].number for h in hits)
    both.take_back_ruling(ruling.id)
    assert both.load("conference") == conference


def test_a_split_beside_the_words_of_a_turn_is_refused_and_leaves_nothing(both, conference):
    _, ruling = _split(conference)
    with pytest.raises(InputError, match="words on both sides"):
        both.rule(replace(ruling, cut=Span(0, 0), second=None))
    assert both.rulings() == []
    assert both.load("conference") == conference


def test_two_names_of_one_person_become_one_in_every_document(both, story):
    ruling = Ruling(
        "cccc00000000",
        RulingKind.ONE_PERSON,
        Matter.PEOPLE,
        speaker="Annabel Bell",
        other="Ann Bell",
    )
    both.rule(ruling)
    assert "Ann Bell" not in both.speakers()
    assert both.load("conference").structure.turns[1].speaker == "Annabel Bell"
    both.take_back_ruling("cccc")
    assert both.load("story") == story


def test_rulings_outlive_reading_again_a_newer_version_and_removal(both, story):
    both.rule(_on(story, SEVEN, speaker="Orla Venn"))
    both.replace(story)
    assert _by(both, "Orla Venn") == [_content(story, SEVEN)]
    both.remove("story")
    assert [one.why for one in both.adrift()] == ["no document with these words is held"]
    both.add(story, RAW["story"])
    assert _by(both, "Orla Venn") == [_content(story, SEVEN)]
    assert both.adrift() == []
    newer = _read("story", STORY.replace("Bridge stays", "The bridge at Orlo stays"))
    assert both.add(newer, RAW["story"] + b"\n")[1] is Added.VERSION
    assert _by(both, "Orla Venn") == [_content(story, SEVEN)]
    assert both.load("story").statements[SEVEN].speaker == "Orla Venn"
    assert both.adrift() == []


def test_a_ruling_whose_words_are_gone_is_kept_and_told(both, story):
    ruling = _on(story, SEVEN, speaker="Orla Venn")
    both.rule(ruling)
    other = _read("story", STORY.replace("seven engineers", "nine engineers"))
    both.replace(other)
    assert _by(both, "Orla Venn") == []
    (adrift,) = both.adrift()
    assert (adrift.ruling, adrift.why) == (ruling, "no statement has these words now")
    both.replace(story)
    assert both.adrift() == []
    assert _by(both, "Orla Venn") == [_content(story, SEVEN)]


def test_a_ruling_on_words_that_are_not_there_is_refused(both, story):
    ruling = _on(story, SEVEN, speaker="Orla Venn")
    lost = replace(ruling.spot, words="Nobody said this.", spans=(Span(0, 3),))
    with pytest.raises(InputError, match="no statement has these words"):
        both.rule(replace(ruling, spot=lost))
    with pytest.raises(InputError, match="no document"):
        both.rule(replace(ruling, spot=replace(ruling.spot, document="nowhere", sha256="")))
    assert both.rulings() == []


def test_rulings_come_back_as_they_were_made(both, story, conference):
    made = [_on(story, SEVEN, speaker="Orla Venn", note="the page says so"), _split(conference)[1]]
    for one in made:
        both.rule(one)
    assert both.rulings() == made
    assert both.rulings("story") == made[:1]
    gone = both.take_back_ruling("aaaa")
    assert both.rulings() == [gone, made[1]]
    assert both.rulings("story") == [gone]


def test_a_ruling_is_taken_back_once_and_by_a_name_that_is_its_own(both, story):
    both.rule(_on(story, SEVEN, speaker="Orla Venn", ref="abc100000000"))
    both.rule(_on(story, BRIDGE, speaker="Orla Venn", ref="abc200000000"))
    with pytest.raises(AmbiguousError):
        both.take_back_ruling("abc")
    with pytest.raises(NotFoundError):
        both.take_back_ruling("f")
    with pytest.raises(NotFoundError):
        both.take_back_ruling("")
    both.take_back_ruling("abc1")
    with pytest.raises(InputError, match="was taken back"):
        both.take_back_ruling("abc1")


def test_a_ruling_under_an_id_that_is_taken_is_refused(both, story):
    both.rule(_on(story, SEVEN, speaker="Orla Venn"))
    with pytest.raises(InputError, match="under this id"):
        both.rule(_on(story, BRIDGE, speaker="Bo Crane"))
    assert both.load("story").statements[BRIDGE] == story.statements[BRIDGE]


def test_words_ruled_to_be_another_utterance_are_told_by_the_quotations_words(both, story):
    start = CONFERENCE.index("The bridge will")
    spot = Spot("conference", (Span(start, start + 20),), CONFERENCE[start : start + 20])
    quotation = spot_of_statement(story.document, story.statements[BRIDGE])
    quotation = replace(quotation, words="The bridge will stay shut until the river falls,")
    ruling = Ruling(
        "dddd00000000",
        RulingKind.ANOTHER_UTTERANCE,
        Matter.MATCH,
        quotation,
        second=spot,
    )
    both.rule(ruling)
    assert both.ruled_out("the bridge WILL stay shut, until the river falls") == (spot,)
    assert both.ruled_out("the bridge will stay") == ()
    assert both.adrift() == []
    both.replace(_read("conference", "\n" + CONFERENCE))
    assert both.ruled_out("The bridge will stay shut until the river falls") == ()
    assert [one.ruling for one in both.adrift()] == [ruling]
    both.take_back_ruling("dddd")
    assert both.adrift() == []


VERDICTS = st.sampled_from(["nobody", "venn", "none", "turn", "split", "stands", "names", "undo"])


@settings(max_examples=25)
@given(verdicts=st.lists(st.tuples(VERDICTS, st.integers(0, 9)), max_size=7))
def test_a_document_is_always_what_was_read_with_what_stands_laid_over(
    new_store, conference, verdicts
):
    with new_store() as store:
        store.add(conference, RAW["conference"])
        made = []
        for n, (verdict, place) in enumerate(verdicts):
            now = store.load("conference")
            if verdict == "undo":
                if made:
                    store.take_back_ruling(made.pop(place % len(made)).id)
            else:
                ruling = _verdict(now, verdict, place, f"{n:012x}")
                try:
                    store.rule(ruling)
                except InputError:
                    assert store.load("conference") == now
                else:
                    made.append(ruling)
            standing = [one for one in store.rulings() if not one.taken_back]
            assert standing == sorted(made, key=lambda one: one.id)
            assert store.load("conference") == laid_over(conference, standing).reading
            assert store.original("conference") == conference
        for ruling in made:
            store.take_back_ruling(ruling.id)
        assert store.load("conference") == conference
        assert [h.passage for h in store.passages_of("conference")] == list(conference.passages)


def _verdict(now, verdict, place, ref):
    turns = now.structure.turns
    statements = now.statements
    turn = place % len(turns)
    if verdict == "names":
        return Ruling(
            ref, RulingKind.ONE_PERSON, Matter.PEOPLE, speaker="A. Bell", other="Ann Bell"
        )
    if verdict == "turn" or (verdict in ("nobody", "venn", "none", "stands") and not statements):
        return _on_turn(now, turn, ref=ref, speaker="Orla Venn")
    if verdict == "split":
        span = turns[turn].spans[0]
        at = span.start + len(span) // 2
        second = Spot("conference", (Span(at, at + 9),), now.document.text[at : at + 9])
        return _on_turn(
            now, turn, RulingKind.SPLIT, ref=ref, cut=Span(at, at), second=second, other="Bo Crane"
        )
    kinds = {"none": RulingKind.NO_STATEMENT, "stands": RulingKind.STANDS}
    speaker = "Orla Venn" if verdict == "venn" else ""
    kind = kinds.get(verdict, RulingKind.SPEAKER)
    return _on(now, place % len(statements), kind, ref=ref, speaker=speaker)
