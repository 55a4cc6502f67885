"""Corrections as one file: written, read, passed on."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.dossiers.amending import as_file, identified, read_amendments, receive
from onrecord.errors import InputError
from onrecord.model import Amendment, AmendmentKind, Anchor, LineKind, Span, Target
from onrecord.stores import Amending, open_store

UNTIL = datetime(2026, 6, 1, tzinfo=UTC)
SHA = "0123456789abcdef" * 4
PLACE = Anchor("d1", (Span(3, 9), Span(12, 20)), "ab" * 8, SHA)
ROLE = Target(LineKind.ROLE, "role-1", (("actor", "Ann"), ("role", "host")), (PLACE,))
MEETING = Target(
    LineKind.MEETING, "meeting-1", (("name", "Vale"),), (PLACE, replace(PLACE, document="d2"))
)


def laid(kind=AmendmentKind.ACCEPT, on=ROLE, *, at=1, **given):
    given = {"by": "ed", "at": f"2026-01-{at:02}T10:00:00.000000+00:00", **given}
    return identified(Amendment("", kind, "lake", on, **given))


def read(text):
    return read_amendments(text, path="ours.toml", until=UNTIL)


LAID = [
    laid(note='a "note" \\ on it'),
    laid(AmendmentKind.REJECT, at=2, taken_back="2026-01-03T00:00:00.000000+00:00"),
    laid(AmendmentKind.CHANGE, MEETING, at=3, field="place", value="Тамм, “Orlo”"),
    laid(AmendmentKind.CHANGE, MEETING, at=4, field="place", value=""),
    laid(AmendmentKind.MERGE, MEETING, at=5, others=(replace(MEETING, id="meeting-2"),)),
    laid(AmendmentKind.SPLIT, MEETING, at=6, parted=(PLACE,)),
    laid(on=replace(MEETING, made_by="0123456789ab", naming=()), at=7),
    laid(
        on=replace(ROLE, anchors=(PLACE, replace(PLACE, sha256="f" * 64), Anchor("d9", ()))), at=8
    ),
]


def test_a_file_has_all_that_was_laid():
    assert read(as_file("lake", reversed(LAID))) == tuple(LAID)


def test_the_file_of_nothing_is_a_file():
    assert read(as_file("lake", [])) == ()


def test_a_file_holds_the_corrections_of_one_process():
    assert read(as_file("lake", [LAID[0], replace(LAID[1], process="ferry")])) == (LAID[0],)


def test_one_correction_more_is_lines_more_and_no_others():
    before = as_file("lake", LAID[:3]).splitlines()
    after = as_file("lake", LAID[:4]).splitlines()
    assert after[: len(before)] == before


WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20).map(
    lambda words: " ".join(words.split())
)


REFS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)


@given(
    by=WORDS,
    note=WORDS,
    value=WORDS,
    naming=WORDS,
    ref=REFS,
    process=WORDS,
)
def test_any_words_come_back(by, note, value, naming, ref, process):
    on = replace(MEETING, naming=(("name", naming),), anchors=(replace(PLACE, document=ref),))
    words = {"value": value, "by": by, "note": note, "at": LAID[0].at}
    given_ = Amendment("", AmendmentKind.CHANGE, process or "lake", on, field="name", **words)
    one = identified(given_)
    assert read(as_file(one.process, [one])) == (one,)


@given(st.text(max_size=200))
def test_no_text_makes_it_fail_otherwise_than_in_one_line(text):
    for given_ in (text, as_file("lake", LAID).replace("role", text)):
        assert "\n" not in _told(given_)


def _told(text):
    try:
        return str(len(read(text)))
    except InputError as error:
        return str(error)


def test_a_correction_written_by_hand_needs_no_id_and_may_have_a_time_of_any_zone():
    by_hand = f"""
    format = "onrecord corrections"
    version = 1
    process = "lake"
    documents = {{ d1 = "{SHA}" }}

    [[correction]]
    kind = "accept"
    by = "ed"
    at = 2026-01-01T12:00:00+02:00
    [correction.line]
    kind = "role"
    id = "role-1"
    naming = {{ actor = "Ann", role = "host" }}
    evidence = [{{ document = "d1", spans = [[3, 9], [12, 20]], words = "{"ab" * 8}" }}]
    """
    assert read(by_hand) == (laid(),)


FILE = as_file("lake", [LAID[0]])
CHANGE = as_file("lake", [LAID[2]])


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "not a file of corrections"),
        ("[[[", "not TOML"),
        ("a = " + "[" * 100_000, "not TOML"),
        (FILE.replace("version = 1", "version = 2"), "version 2"),
        (FILE.replace('process = "lake"', "process = 3"), "process"),
        (FILE.replace('process = "lake"', 'process = ""'), "process"),
        (FILE.replace('kind = "accept"', 'kind = "bless"'), "correction 1: kind: bless"),
        (FILE.replace('kind = "accept"', 'kind = "merge"'), "others"),
        (FILE.replace('kind = "accept"', 'kind = "split"'), "parted"),
        (FILE.replace('kind = "accept"', 'kind = "change"'), "field"),
        (FILE.replace('by = "ed"', 'by = "\\u001b[31m"'), "by: holds a character"),
        (FILE.replace('by = "ed"', f'by = "{"x" * 5000}"'), "by: longer"),
        (FILE.replace('by = "ed"', 'hand = "ed"'), "hand: no field"),
        (FILE.replace("2026-01-01T", "2036-01-01T"), "a time to come"),
        (FILE.replace("2026-01-01T10:00:00.000000+00:00", "soon"), "not a time"),
        (FILE.replace("10:00:00.000000+00:00", "10:00:00"), "without its zone"),
        (FILE.replace("[3, 9]", "[9, 3]"), "spans"),
        (FILE.replace("[3, 9]", "[-1, 9]"), "spans"),
        (FILE.replace("[3, 9]", "[true, 9]"), "spans"),
        (FILE.replace("[3, 9]", f"[3, {10**30}]"), "spans"),
        (FILE.replace("[3, 9]", '"3-9"'), "spans"),
        (FILE.replace(SHA, "12"), "sha256"),
        (FILE.replace("[correction.line]", "[correction.row]"), "row: no field"),
        (FILE.replace(f'id = "{LAID[0].id}"', 'id = "; DROP"'), "id"),
        (CHANGE.replace('field = "place"', 'field = "id"'), "id: no field"),
        (CHANGE.replace('field = "place"', 'field = "dating"'), "not a date in EDTF"),
    ],
)  # fmt: skip
def test_what_cannot_be_used_is_one_line_that_says_where(text, why):
    with pytest.raises(InputError) as error:
        read(text)
    assert str(error.value).startswith("ours.toml: ")
    assert why in str(error.value)
    assert "\n" not in str(error.value)


class TestReceiving:
    @pytest.fixture
    def store(self, tmp_path):
        with open_store(tmp_path / "onrecord.db") as store:
            yield store

    def received(self, store, amendments):
        text = as_file("lake", amendments)
        return receive(store, text, path="theirs.toml", until=UNTIL)

    def test_what_is_read_twice_is_kept_once(self, store):
        assert {one.became for one in self.received(store, LAID)} == {Amending.NEW}
        assert {one.became for one in self.received(store, LAID)} == {Amending.HELD}
        assert store.amendments("lake") == LAID

    def test_what_goes_out_of_one_store_and_into_another_is_the_same(self, store):
        self.received(store, LAID)
        assert as_file("lake", store.amendments()) == as_file("lake", LAID)

    def test_what_they_took_back_is_taken_back(self, store):
        store.amend(LAID[0])
        (one,) = self.received(store, [replace(LAID[0], taken_back=LAID[1].taken_back)])
        assert one.became is Amending.TAKEN_BACK
        assert store.amendments()[0].taken_back

    def test_what_says_otherwise_than_an_own_correction_is_told_and_both_are_kept(self, store):
        ours = [laid(), laid(AmendmentKind.CHANGE, MEETING, field="place", value="Vale")]
        for one in ours:
            store.amend(one)
        theirs = [
            laid(AmendmentKind.REJECT, by="ann", at=5),
            laid(AmendmentKind.CHANGE, MEETING, by="ann", field="place", value="Orlo"),
            laid(AmendmentKind.CHANGE, MEETING, by="ann", field="name", value="IV"),
            laid(by="ann", at=6),
        ]
        told = {one.amendment: one.at_odds for one in self.received(store, theirs)}
        assert [told[one] for one in theirs] == [(ours[0],), (ours[1],), (), ()]
        assert len(store.amendments()) == 6

    def test_lines_that_only_look_alike_are_not_at_odds(self, store):
        store.amend(laid())
        elsewhere = replace(ROLE, anchors=(Anchor("d8", PLACE.spans, "cd" * 8),))
        other = replace(ROLE, id="role-2", naming=(("actor", "Bob"), ("role", "host")))
        theirs = [laid(AmendmentKind.REJECT, on) for on in (elsewhere, other)]
        assert [one.at_odds for one in self.received(store, theirs)] == [(), ()]

    def test_a_document_is_theirs_and_ours_by_its_bytes(self, store):
        store.amend(laid())
        theirs = replace(ROLE, anchors=(replace(PLACE, document="x1", spans=(Span(0, 1),)),))
        (one,) = self.received(store, [laid(AmendmentKind.REJECT, theirs)])
        assert len(one.at_odds) == 1

    def test_of_a_file_with_a_fault_nothing_is_kept(self, store):
        store.amend(replace(LAID[3], by="somebody else"))
        with pytest.raises(InputError):
            self.received(store, LAID)
        assert len(store.amendments()) == 1
