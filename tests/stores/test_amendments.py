"""What every store keeps of the corrections of a process's lines."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import AmbiguousError, InputError, NotFoundError
from onrecord.model import Amendment, AmendmentKind, Anchor, LineKind, Span, Target
from onrecord.stores import Amending

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
SPANS = st.lists(
    st.tuples(st.integers(0, 99), st.integers(0, 99)).map(lambda p: Span(*sorted(p))), max_size=3
).map(tuple)
ANCHORS = st.lists(st.builds(Anchor, WORDS, SPANS, WORDS, WORDS), max_size=3).map(tuple)
TARGETS = st.builds(
    Target,
    kind=st.sampled_from(LineKind),
    id=WORDS,
    naming=st.lists(st.tuples(WORDS, WORDS), max_size=3).map(tuple),
    anchors=ANCHORS,
    made_by=WORDS,
)
AMENDMENTS = st.builds(
    Amendment,
    id=st.text("0123456789abcdef", min_size=12, max_size=12),
    kind=st.sampled_from(AmendmentKind),
    process=st.sampled_from(["lake", "ferry"]),
    on=TARGETS,
    field=WORDS,
    value=WORDS,
    others=st.lists(TARGETS, max_size=2).map(tuple),
    parted=ANCHORS,
    by=WORDS,
    at=st.datetimes().map(lambda time: time.isoformat()),
    note=WORDS,
    taken_back=st.sampled_from(["", "2026-02-02T00:00:00+00:00"]),
)
LAID = Amendment(
    id="aaaa11112222",
    kind=AmendmentKind.ACCEPT,
    process="lake",
    on=Target(LineKind.ROLE, "role-1", (("actor", "Ann"),), (Anchor("d1", (Span(0, 3),), "ff"),)),
    by="ed",
    at="2026-01-01T00:00:00+00:00",
)


@given(given_=st.lists(AMENDMENTS, max_size=4, unique_by=lambda one: one.id))
def test_amendments_come_back_as_they_were_kept_in_the_order_of_their_times(new_store, given_):
    store = new_store()
    assert [store.amend(one) for one in given_] == [Amending.NEW] * len(given_)
    assert store.amendments() == sorted(given_, key=lambda one: one.at)
    lake = [one for one in store.amendments() if one.process == "lake"]
    assert store.amendments("lake") == lake
    store.close()


def test_the_same_amendment_twice_is_one(store):
    assert (store.amend(LAID), store.amend(LAID)) == (Amending.NEW, Amending.HELD)
    assert store.amendments("lake") == [LAID]


def test_another_amendment_of_the_same_id_is_refused(store):
    store.amend(LAID)
    with pytest.raises(InputError, match="another correction"):
        store.amend(replace(LAID, by="ann"))
    assert store.amendments() == [LAID]


def test_one_that_was_taken_back_elsewhere_is_taken_back_here_and_never_comes_back(store):
    gone = replace(LAID, taken_back="2026-02-02T00:00:00+00:00")
    store.amend(LAID)
    assert store.amend(gone) is Amending.TAKEN_BACK
    assert store.amend(LAID) is Amending.HELD
    assert store.amendments() == [gone]


def test_an_amendment_is_taken_back_by_a_beginning_of_its_id(store):
    store.amend(LAID)
    gone = store.take_back_amendment("aaaa")
    assert gone.taken_back
    assert store.amendments() == [gone]
    with pytest.raises(InputError, match="was taken back"):
        store.take_back_amendment("aaaa")


@pytest.mark.parametrize(
    ("ref", "error"),
    [("", NotFoundError), ("b", NotFoundError), ("%", NotFoundError), ("aaaa", AmbiguousError)],
)
def test_what_no_one_amendment_answers_to_takes_nothing_back(store, ref, error):
    other = replace(LAID, id="aaaa33334444")
    store.amend(LAID)
    store.amend(other)
    with pytest.raises(error):
        store.take_back_amendment(ref)
    assert store.amendments() == [LAID, other]


def test_whatever_becomes_of_documents_amendments_stay(store, make_reading):
    store.add(make_reading("Ann is here.", url="https://example.org/a"), b"1")
    store.amend(LAID)
    store.add(make_reading("Ann is here.", url="https://example.org/a"), b"1")
    store.replace(make_reading("She, Ann, is here."))
    store.add(make_reading("Ann was here.", ref="d2", url="https://example.org/a"), b"2")
    store.remove("d1")
    store.remove("d2")
    assert store.amendments() == [LAID]


def test_of_several_amendments_all_are_kept_or_none(store):
    def keep_both():
        with store.together():
            store.amend(LAID)
            store.amend(replace(LAID, by="ann"))

    with pytest.raises(InputError):
        keep_both()
    assert store.amendments() == []


def test_a_document_is_held_as_its_newest_version(store, make_reading):
    for ref in ("d1", "d2", "d3"):
        store.add(make_reading(f"{ref}.", ref=ref, url="https://example.org/a"), ref.encode())
    assert [store.held_as(ref) for ref in ("d1", "d2", "d3", "d4")] == ["d3", "d3", "d3", ""]


def test_a_document_of_the_same_bytes_is_the_same_whatever_its_id(store, make_reading):
    def of(ref, sha256):
        reading = make_reading(f"{ref}.", ref=ref)
        provenance = replace(reading.document.provenance, sha256=sha256)
        return replace(reading, document=replace(reading.document, provenance=provenance))

    for ref, sha256 in (("mine", "a" * 64), ("one", "b" * 64), ("two", "b" * 64)):
        store.add(of(ref, sha256), ref.encode())
    assert store.held_as("theirs", "a" * 64) == "mine"
    assert store.held_as("one", "a" * 64) == "one"
    assert [store.held_as("theirs", sha) for sha in ("b" * 64, "c" * 64, "")] == ["", "", ""]
