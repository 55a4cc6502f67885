"""A doubt from the queue to a ruling and back."""

from itertools import pairwise

import pytest

from onrecord import checking, reviewing, tracing
from onrecord.errors import InputError, NotFoundError, SettledError, StoreBusyError
from onrecord.model import Kind, Outcome, Span
from onrecord.model.rulings import Matter, Ruling, RulingKind, Sort, Spot
from onrecord.reviewing import Answer
from onrecord.stores import Look, open_store


def _doubt(store, rule):
    return next(one for one in store.doubts(limit=100) if one.rule == rule)


@pytest.fixture
def queue(store):
    """A store that was looked through."""
    reviewing.look(store)
    return store


def test_a_queue_has_the_most_doubtful_first_and_is_gone_through_both_ways(queue):
    found = queue.doubts(limit=100)
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)
    assert sum(queue.open_doubts().values()) == len(found) > 3
    for before, after in pairwise(found):
        assert queue.doubts(beyond=before.id, limit=1) == [after]
        assert queue.doubts(beyond=after.id, back=True, limit=1) == [before]
    assert queue.doubts(beyond=found[-1].id) == []
    speakers = queue.doubts(Sort.SPEAKERS, limit=100)
    assert speakers == [one for one in found if one.sort is Sort.SPEAKERS]


def test_looking_a_little_at_a_time_comes_to_the_end(store):
    first = reviewing.look(store, [Look.READING], seconds=0.0)[Look.READING]
    assert (first.done, first.every) == (0, 2)
    assert reviewing.look(store, [Look.READING])[Look.READING].done == 2
    assert store.unlooked(Look.READING, mark="1") == []


def test_a_doubt_is_found_by_the_beginning_of_its_id(queue):
    (doubt, *_) = queue.doubts()
    assert queue.doubt(doubt.id[:10]) == doubt
    with pytest.raises(NotFoundError):
        queue.doubt("")
    with pytest.raises(NotFoundError):
        queue.doubts(beyond="none")


def test_an_accepted_speaker_stands_and_is_doubted_no_more(queue, story):
    doubt = _doubt(queue, "surname")
    ruling = reviewing.accept(queue, doubt.id, by="Ed", note="heard it")
    assert (ruling.kind, ruling.by, ruling.note) == (RulingKind.STANDS, "Ed", "heard it")
    assert queue.load("story") == story
    assert doubt.id not in {one.id for one in queue.doubts(limit=100)}
    reviewing.undo(queue, ruling.id)
    assert queue.doubt(doubt.id) == doubt


def test_a_changed_speaker_is_the_one_that_checks_use(queue, story, read):
    doubt = _doubt(queue, "surname")
    before = checking.check("It was never safe", queue, speaker="Tom Bell")
    ruling = reviewing.change(queue, doubt.id, Answer(speaker="Tom Bell"), by="Ed")
    after = checking.check("It was never safe", queue, speaker="Tom Bell")
    assert after.speaker == "Tom Bell"
    assert before != after
    reviewing.undo(queue, ruling.id[:6])
    assert checking.check("It was never safe", queue, speaker="Tom Bell") == before
    assert queue.load("story") == story


def test_a_rejected_statement_is_none(queue, story):
    doubt = _doubt(queue, "nobody")
    reviewing.reject(queue, doubt.id)
    assert len(queue.load("story").statements) == len(story.statements) - 1


def test_an_accepted_split_makes_two_turns_and_a_rejected_one_stays(queue, conference):
    doubt = _doubt(queue, "question_inside")
    ruling = reviewing.accept(queue, doubt.id)
    assert len(queue.load("conference").structure.turns) == len(conference.structure.turns) + 1
    assert "question_inside" not in {one.rule for one in queue.doubts(limit=100)}
    reviewing.undo(queue, ruling.id)
    reviewing.reject(queue, doubt.id)
    assert queue.load("conference") == conference
    assert "question_inside" not in {one.rule for one in queue.doubts(limit=100)}


def test_a_split_can_be_made_elsewhere_and_by_others(queue, conference):
    doubt = _doubt(queue, "question_inside")
    text = conference.document.text
    at = text.index("Thank you for your patience")
    reviewing.change(queue, doubt.id, Answer(other="Orla Venn", at=at))
    turns = queue.load("conference").structure.turns
    (second,) = (t for t in turns if t.spans[0].start == at)
    assert second.speaker == "Orla Venn"
    with pytest.raises(SettledError):
        reviewing.accept(queue, doubt.id)


def test_a_split_outside_its_turn_is_refused(queue, conference):
    doubt = _doubt(queue, "question_inside")
    with pytest.raises(InputError, match="inside its turn"):
        reviewing.change(queue, doubt.id, Answer(at=1))
    assert queue.load("conference") == conference
    assert queue.doubt(doubt.id) == doubt


def test_who_comes_late_is_told_who_settled_it(queue):
    doubt = _doubt(queue, "surname")
    reviewing.change(queue, doubt.id, Answer(speaker="Tom Bell"), by="Ed")
    with pytest.raises(SettledError, match=r"by Ed on .* the speaker is Tom Bell"):
        reviewing.accept(queue, doubt.id, by="Ann")
    with pytest.raises(NotFoundError):
        reviewing.accept(queue, "000000000000")


def test_names_that_cannot_be_shown_are_refused(queue):
    doubt = _doubt(queue, "surname")
    for name in ("Tom\x00Bell", "B" * 400):
        with pytest.raises(InputError):
            reviewing.change(queue, doubt.id, Answer(speaker=name))
    assert queue.rulings() == []


def test_two_names_become_one_or_stay_two(queue, read):
    twin = 'Shut\n\n"The gate is shut," Adil Merovan said. "It is," Adil Meroven said.\n'
    queue.add(read(twin, "twin", Kind.STORY), b"twin")
    reviewing.look(queue)
    (doubt,) = queue.doubts(Sort.PEOPLE)
    one = reviewing.accept(queue, doubt.id)
    assert doubt.other not in queue.speakers()
    reviewing.undo(queue, one.id)
    reviewing.look(queue)
    other = reviewing.change(queue, doubt.id, Answer(speaker=doubt.other))
    assert doubt.speaker not in queue.speakers()
    reviewing.undo(queue, other.id)
    reviewing.look(queue)
    reviewing.reject(queue, doubt.id)
    reviewing.look(queue)
    assert queue.doubts(Sort.PEOPLE) == []
    assert {doubt.speaker, doubt.other} <= set(queue.speakers())


def test_a_match_that_is_another_utterance_is_matched_no_more(store, read):
    record = (
        "Talks, 3 March 2021\n\nQuestion: And the quota of water for the delta this year?\n\n"
        "Bo Crane: We have accepted the fixed quota of water for the delta this year"
        " and no other.\n"
    )
    paper = (
        'Quota\n\n"We accepted a fixed quota of grain for the delta in one other year,"'
        " Bo Crane said on 3 March 2021.\n"
    )
    store.add(read(record, "record", Kind.TRANSCRIPT), b"record")
    store.add(read(paper, "paper", Kind.STORY), b"paper")
    reviewing.look(store)
    (doubt,) = store.doubts(Sort.MATCHES)
    assert doubt.second.document == "record"
    quote = doubt.spot.words
    before = checking.check(quote, store, speaker="Bo Crane", leave_out="paper")
    assert before.document == "record"
    ruling = reviewing.reject(store, doubt.id)
    after = checking.check(quote, store, speaker="Bo Crane", leave_out="paper")
    assert after.outcome is Outcome.RECORD_NOT_HELD
    assert after.document == ""
    assert store.doubts(Sort.MATCHES) == []
    reviewing.undo(store, ruling.id)
    assert checking.check(quote, store, speaker="Bo Crane", leave_out="paper") == before
    reviewing.look(store)
    assert store.doubts(Sort.MATCHES) == [doubt]
    with pytest.raises(InputError, match="nothing to change"):
        reviewing.change(store, doubt.id, Answer(speaker="Ann Bell"))


def test_doubts_go_with_their_document_and_with_its_older_version(queue, read, story):
    assert any(one.spot.document == "story" for one in queue.doubts(limit=100))
    queue.remove("story")
    assert not any(one.spot.document == "story" for one in queue.doubts(limit=100))
    assert queue.open_doubts()[Sort.SPEAKERS] == len(queue.doubts(Sort.SPEAKERS))


def test_every_doubt_can_be_shown_with_its_words_and_others_who_might_say_it(queue, story):
    for doubt in queue.doubts(limit=100):
        found = reviewing.shown(queue, doubt)
        assert found.excerpts
        for one in found.excerpts:
            text = queue.load(one.document.id).document.text
            marked = [piece.words for piece in one.pieces if piece.mark]
            assert marked
            assert all(words in text for words in marked)
    surname = reviewing.shown(queue, _doubt(queue, "surname"))
    assert "Tom Bell" in surname.people
    assert "Ann Bell" not in surname.people
    assert reviewing.shown(queue, _doubt(queue, "question_inside")).places


RECORD = (
    "Talks, 3 March 2021\n\nQuestion: And the quota of water for the delta this year?\n\n"
    "Bo Crane: We have accepted the fixed quota of water for the delta this year and no other.\n"
)
PAPER = (
    'Quota\n\n"We accepted a fixed quota of grain for the delta in one other year,"'
    " Bo Crane said on 3 March 2021.\n"
)


def test_a_doubt_whose_ground_is_gone_is_closed_with_the_reason(store, read):
    store.add(read(RECORD, "record", Kind.TRANSCRIPT), b"record")
    store.add(read(PAPER, "paper", Kind.STORY), b"paper")
    reviewing.look(store)
    (doubt,) = store.doubts(Sort.MATCHES)
    assert reviewing.checked_again(store, doubt) == (doubt, "")
    assert store.doubts(Sort.MATCHES) == [doubt]
    exact = (
        "Talks, 3 March 2021\n\nQuestion: And grain?\n\n"
        "Bo Crane: We accepted a fixed quota of grain for the delta in one other year.\n"
    )
    store.add(read(exact, "exact", Kind.TRANSCRIPT), b"exact")
    now, why = reviewing.checked_again(store, doubt)
    assert now is None
    assert "verbatim" in why
    assert store.doubts(Sort.MATCHES) == []


def test_a_doubt_of_a_document_that_was_removed_is_closed(store, read):
    store.add(read(RECORD, "record", Kind.TRANSCRIPT), b"record")
    store.add(read(PAPER, "paper", Kind.STORY), b"paper")
    reviewing.look(store)
    (doubt,) = store.doubts(Sort.MATCHES)
    store.remove("record")
    assert reviewing.checked_again(store, doubt)[0] is None
    store.remove("paper")
    assert "not in a document in use" in reviewing.checked_again(store, doubt)[1]


SAID = "The old lock of Velda will be opened to all boats before the autumn rains"


def test_a_match_that_is_another_utterance_is_no_rendering_of_the_same(store, read):
    record = f"Talks, 3 March 2021\n\nQuestion: And the lock?\n\nBo Crane: {SAID}.\n"
    paper = f'Lock\n\n"{SAID}," Bo Crane said on 3 March 2021.\n'
    store.add(read(record, "record", Kind.TRANSCRIPT), b"record")
    store.add(read(paper, "paper", Kind.STORY), b"paper")
    start, at = paper.index(SAID), record.index(SAID)
    (one,) = tracing.renderings(store, document="paper")
    assert {r.document for r in one.renderings} == {"record", "paper"}
    span = Span(start, start + len(SAID) + 1)
    spot = Spot("paper", (span,), span.of(paper))
    second = Spot("record", (Span(at, at + len(SAID)),), SAID)
    store.rule(
        Ruling("r1", RulingKind.ANOTHER_UTTERANCE, Matter.MATCH, spot, second=second, at="2021")
    )
    assert tracing.renderings(store, document="paper") == []
    (alone,) = tracing.renderings_of(store, document="paper", span=span)
    assert {r.document for r in alone.renderings} == {"paper"}
    (compared,) = tracing.compare("paper", ["record"], store).quotations
    assert {r.document for r in compared.utterance.renderings} == {"paper"}
    store.take_back_ruling("r1")
    assert tracing.renderings(store, document="paper") == [one]


def test_a_look_does_not_wait_long_for_who_writes(store, read, tmp_path):
    path = tmp_path / "busy.db"
    with open_store(path) as one, open_store(path) as other:
        one.add(read(PAPER, "paper", Kind.STORY), b"paper")
        with other.together(), one.waiting(0.01), pytest.raises(StoreBusyError):
            reviewing.look(one)
        assert reviewing.look(one)
