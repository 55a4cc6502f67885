"""Corrections of a dossier: laid over what was drafted, found again, taken back."""

from dataclasses import replace
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.dates import read_edtf
from onrecord.dossiers import amending
from onrecord.dossiers.amending import Hand, amended, held_to, line_named
from onrecord.errors import AmbiguousError, InputError, NotFoundError
from onrecord.model import (
    Agreement,
    AgreementKind,
    Dossier,
    Evidence,
    Meeting,
    MeetingKind,
    Position,
    PostHeld,
    Profile,
    Promise,
    PromiseState,
    RoleHeld,
    RoleKind,
    Span,
    Status,
)

K = MeetingKind
PROFILE = Profile("lake", "Lake talks", ("Lake process",))
TIMES = (f"2026-01-01T00:00:{n // 1000:02}.{n % 1000:03}000+00:00" for n in count())


def said(words, *, document="d1", start=0, day="", status=Status.SPOKEN_OF):
    span = Span(start, start + len(words))
    dating = read_edtf(day) if day else None
    return Evidence(document, (span,), words, dating=dating, status=status)


def hand(by="ed", **given):
    return Hand(by, next(TIMES), **given)


GUARANTEE = "Norland and Ostland guarantee it"
NORLAND, OSTLAND = (
    RoleHeld(who, RoleKind.GUARANTOR, "Lake process", (said(words),), id=f"role-{n}")
    for n, (who, words) in enumerate(
        [
            ("Norland", "Norland and Ostland guarantee it"),
            ("Ostland", "Norland and Ostland guarantee it"),
        ]
    )
)
SPRING = Meeting(
    K.SUMMIT,
    body="Lake process",
    dating=read_edtf("2020-03"),
    place="Vale",
    status=Status.HELD,
    evidence=(
        said("the summit at Vale in March", day="2020-03", status=Status.HELD),
        said("they met on 4 May", document="d2", day="2020-05-04", status=Status.HELD),
    ),
    id="meeting-spring",
)
FOURTH = Meeting(
    K.MEETING,
    body="Lake process",
    ordinal=4,
    dating=read_edtf("2020-03-12"),
    evidence=(said("the fourth meeting was on 12 March", document="d3", day="2020-03-12"),),
    id="meeting-fourth",
)
PROMISE = Promise(
    "Norland",
    "to meet",
    meeting="meeting-fourth",
    evidence=(said("we will meet", start=90),),
    id="promise-1",
)
DRAFTED = Dossier(
    PROFILE,
    roles=(NORLAND, OSTLAND),
    posts=(PostHeld("Ann Bell", "minister", "Norland", (said("Minister Ann Bell"),), id="post-1"),),
    meetings=(SPRING, FOURTH),
    agreements=(
        Agreement(AgreementKind.PLAN, "Ferry plan", evidence=(said("a ferry plan"),), id="agr-1"),
    ),
    promises=(PROMISE,),
    positions=(
        Position("Ann Bell", "ferries", evidence=(said("the ferries must run"),), id="position-1"),
    ),
)


class TestVerdicts:
    def test_an_accepted_line_says_who_accepted_it_and_when(self):
        accepted = amending.accept(DRAFTED, "role-0", hand(note="seen in the communique"))
        after = amended(DRAFTED, [accepted])
        assert after.roles == DRAFTED.roles
        (laid,) = after.amended["role-0"].amendments
        assert (laid.by, laid.at, laid.note) == ("ed", accepted.at, "seen in the communique")
        assert set(after.amended) == {"role-0"}

    def test_a_rejected_line_is_left_out_and_listed(self):
        after = amended(DRAFTED, [amending.reject(DRAFTED, "meeting-fourth", hand())])
        assert after.meetings == (SPRING,)
        assert after.rejected == (FOURTH,)
        assert "meeting-fourth" in after.amended

    def test_a_promise_does_not_lead_to_a_meeting_that_is_rejected(self):
        after = amended(DRAFTED, [amending.reject(DRAFTED, "meeting-fourth", hand())])
        assert after.promises[0].meeting == ""

    def test_of_two_verdicts_the_later_is_in_force_and_both_are_shown(self):
        no = amending.reject(DRAFTED, "role-0", hand("ann"))
        yes = amending.accept(amended(DRAFTED, [no]), "role-0", hand("ed"))
        for given_order in ([no, yes], [yes, no]):
            after = amended(DRAFTED, given_order)
            assert after.roles == DRAFTED.roles
            assert after.amended["role-0"].amendments == (no, yes)


class TestChanging:
    def test_a_field_is_replaced_and_the_drafted_line_stands_beside(self):
        after = amended(
            DRAFTED, [amending.change(DRAFTED, "meeting-spring", ("place", "Orlo"), hand())]
        )
        assert after.meetings == (replace(SPRING, place="Orlo"), FOURTH)
        assert after.amended["meeting-spring"].drafted == (SPRING,)

    def test_the_last_change_of_a_field_is_in_force(self):
        first = amending.change(DRAFTED, "meeting-spring", ("place", "Orlo"), hand())
        second = amending.change(DRAFTED, "meeting-spring", ("place", "Tamm"), hand())
        assert amended(DRAFTED, [second, first]).meetings[0].place == "Tamm"
        back = replace(second, taken_back="2026-02-02")
        assert amended(DRAFTED, [back, first]).meetings[0].place == "Orlo"

    @pytest.mark.parametrize(
        ("ref", "field", "value", "becomes"),
        [
            ("role-0", "role", "observer", RoleKind.OBSERVER),
            ("role-0", "of", "", ""),
            ("meeting-fourth", "ordinal", "5", 5),
            ("meeting-fourth", "ordinal", "", None),
            ("meeting-fourth", "parties", "Norland; Ostland;", ("Norland", "Ostland")),
            ("meeting-fourth", "status", "put_off", Status.PUT_OFF),
            ("promise-1", "state", "held_late", PromiseState.HELD_LATE),
            ("position-1", "leaning", "against", "against"),
            ("agr-1", "dating", "", None),
        ],
    )
    def test_values_are_read_as_what_they_mean(self, ref, field, value, becomes):
        after = amended(DRAFTED, [amending.change(DRAFTED, ref, (field, value), hand())])
        assert getattr(line_named(after, ref), field) == becomes

    def test_a_date_is_edtf_and_says_who_gave_it(self):
        changed = amending.change(DRAFTED, "meeting-spring", ("dating", "2020-05-04"), hand())
        dating = amended(DRAFTED, [changed]).meetings[0].dating
        assert (dating.edtf, dating.how) == ("2020-05-04", "corrected by ed")

    @pytest.mark.parametrize(
        ("ref", "field", "value"),
        [
            ("role-0", "role", "king"),
            ("role-0", "actor", " "),
            ("role-0", "id", "role-7"),
            ("role-0", "evidence", ""),
            ("meeting-fourth", "dating", "soon"),
            ("meeting-fourth", "dating", "2020-02-31"),
            ("meeting-fourth", "ordinal", "0"),
            ("meeting-fourth", "ordinal", "٤"),
            ("meeting-fourth", "ordinal", "9" * 5000),
            ("meeting-fourth", "name", "x" * 5000),
            ("meeting-fourth", "name", "\x1b[31m"),
            ("meeting-fourth", "name", "\ud800"),
            ("position-1", "leaning", "true"),
            ("promise-1", "state", ""),
        ],
    )
    def test_what_a_field_cannot_be_is_one_clear_line(self, ref, field, value):
        with pytest.raises(InputError) as error:
            amending.change(DRAFTED, ref, (field, value), hand())
        assert "\n" not in str(error.value)

    def test_what_a_person_says_of_a_promise_stands_after_states_were_worked_out(self):
        changed = amending.change(DRAFTED, "promise-1", ("state", "held"), hand())
        after = amended(DRAFTED, [changed])
        settled = replace(after.promises[0], state=PromiseState.UNKNOWN)
        assert held_to(replace(after, promises=(settled,))).promises == after.promises


def as_one():
    return amending.merge(DRAFTED, "meeting-spring", ["meeting-fourth"], hand())


class TestMerging:
    def test_merged_lines_are_one_with_all_evidence_and_what_the_first_leaves_open(self):
        after = amended(DRAFTED, [as_one()])
        (one,) = after.meetings
        assert (one.id, one.kind, one.place, one.ordinal) == (
            "meeting-spring",
            K.SUMMIT,
            "Vale",
            4,
        )
        assert set(one.evidence) == {*SPRING.evidence, *FOURTH.evidence}
        assert one.dating.edtf == "2020-03-12"
        assert after.amended["meeting-spring"].drafted == (SPRING, FOURTH)

    def test_a_promise_leads_to_the_meeting_that_its_own_became_part_of(self):
        after = amended(DRAFTED, [as_one()])
        assert after.promises[0].meeting == "meeting-spring"

    def test_what_is_laid_on_a_merged_line_is_adrift_without_the_merge(self):
        merged = as_one()
        named = amending.change(
            amended(DRAFTED, [merged]), "meeting-spring", ("name", "IV"), hand()
        )
        assert amended(DRAFTED, [merged, named]).meetings[0].name == "IV"
        after = amended(DRAFTED, [replace(merged, taken_back="x"), named])
        assert after.meetings == DRAFTED.meetings
        assert [one.amendment for one in after.adrift] == [named]

    def test_what_was_changed_before_stays_changed(self):
        changed = amending.change(DRAFTED, "meeting-fourth", ("place", "Orlo"), hand())
        first = amended(DRAFTED, [changed])
        merged = amending.merge(first, "meeting-spring", ["meeting-fourth"], hand())
        after = amended(DRAFTED, [changed, merged])
        assert after.meetings[0].place == "Orlo"
        assert held_to(after) == after

    def test_where_better_rules_have_joined_them_already_nothing_is_lost(self):
        merged = as_one()
        joined = replace(
            SPRING,
            kind=K.MEETING,
            evidence=(*SPRING.evidence, *FOURTH.evidence),
            ordinal=4,
        )
        after = amended(replace(DRAFTED, meetings=(joined,)), [merged])
        assert (after.meetings, after.adrift) == ((joined,), ())

    @pytest.mark.parametrize("others", [[], ["meeting-spring"], ["role-0"]])
    def test_a_line_merges_with_others_of_its_kind_alone(self, others):
        with pytest.raises(InputError):
            amending.merge(DRAFTED, "meeting-spring", others, hand())


class TestSplitting:
    def test_evidence_parted_off_makes_a_line_of_its_own(self):
        parted = amending.split(DRAFTED, "meeting-spring", ["d2"], hand())
        stays, goes, fourth = amended(DRAFTED, [parted]).meetings
        assert (stays.id, stays.evidence) == ("meeting-spring", SPRING.evidence[:1])
        assert (goes.evidence, fourth) == (SPRING.evidence[1:], FOURTH)
        assert goes.id not in ("meeting-spring", "meeting-fourth")

    def test_a_day_does_not_stay_with_the_half_that_has_no_words_for_it(self):
        line = replace(SPRING, dating=read_edtf("2020-05-04"))
        drafted = replace(DRAFTED, meetings=(line,))
        parted = amending.split(drafted, "meeting-spring", ["d2"], hand())
        stays, goes = amended(drafted, [parted]).meetings
        assert (stays.dating.edtf, goes.dating.edtf) == ("2020-03", "2020-05-04")

    def test_each_half_can_be_corrected_by_itself(self):
        parted = amending.split(DRAFTED, "meeting-spring", ["d2:4"], hand())
        halves = amended(DRAFTED, [parted])
        stays, goes, _ = halves.meetings
        place = amending.change(halves, goes.id, ("place", "Orlo"), hand())
        accepted = amending.accept(halves, stays.id, hand())
        after = amended(DRAFTED, [parted, place, accepted])
        assert [one.place for one in after.meetings] == ["Vale", "Orlo", ""]
        assert accepted in after.amended["meeting-spring"].amendments
        assert after.adrift == ()
        without = amended(DRAFTED, [place, accepted])
        assert without.meetings == DRAFTED.meetings
        assert len(without.adrift) == 2

    def test_of_like_words_in_one_document_the_one_that_is_meant_goes_wherever_it_is_now(self):
        thrice = tuple(said("the talks", start=start) for start in (10, 50, 90))
        drafted = replace(DRAFTED, meetings=(replace(SPRING, evidence=thrice),))
        parted = amending.split(drafted, "meeting-spring", ["d1:52"], hand())
        for by in (0, 7, 40):
            moved = tuple(replace(e, spans=(e.spans[0].moved(by),)) for e in thrice)
            now = replace(drafted, meetings=(replace(SPRING, evidence=moved),))
            assert [m.evidence for m in amended(now, [parted]).meetings] == [
                (moved[0], moved[2]),
                (moved[1],),
            ]

    def test_where_it_cannot_be_told_which_is_meant_the_split_is_adrift(self):
        thrice = tuple(said("the talks", start=start) for start in (10, 50, 90))
        drafted = replace(DRAFTED, meetings=(replace(SPRING, evidence=thrice),))
        parted = amending.split(drafted, "meeting-spring", ["d1:52"], hand())
        left = tuple(replace(e, spans=(e.spans[0].moved(7),)) for e in thrice[1:])
        now = replace(drafted, meetings=(replace(SPRING, evidence=left),))
        after = amended(now, [parted])
        assert (after.meetings, len(after.adrift)) == (now.meetings, 1)

    @pytest.mark.parametrize("evidence", [[], ["d1", "d2"], ["d9"], ["d1:400"], ["d"], [":4"]])
    def test_both_halves_have_evidence(self, evidence):
        with pytest.raises(InputError):
            amending.split(DRAFTED, "meeting-spring", evidence, hand())


class TestFindingAgain:
    def test_a_line_is_found_by_its_words_where_ids_and_offsets_are_others(self):
        accepted = amending.accept(DRAFTED, "role-1", hand())
        moved = tuple(
            replace(
                one,
                id=f"other-{n}",
                evidence=tuple(replace(e, spans=(e.spans[0].moved(70),)) for e in one.evidence),
            )
            for n, one in enumerate(DRAFTED.roles)
        )
        after = amended(replace(DRAFTED, roles=moved), [accepted])
        assert set(after.amended) == {"other-1"}

    def test_a_line_is_found_where_better_rules_cut_its_words_otherwise(self):
        accepted = amending.accept(DRAFTED, "role-1", hand())
        cut = replace(OSTLAND, id="x", evidence=(said("Ostland guarantee it", start=12),))
        assert set(amended(replace(DRAFTED, roles=(NORLAND, cut)), [accepted]).amended) == {"x"}

    def test_a_line_of_the_same_words_about_somebody_else_is_never_taken_for_it(self):
        rejected = amending.reject(DRAFTED, "role-1", hand())
        after = amended(replace(DRAFTED, roles=(NORLAND,)), [rejected])
        assert after.roles == (NORLAND,)
        assert [one.amendment for one in after.adrift] == [rejected]
        assert after.adrift[0].why

    def test_a_line_of_the_same_id_on_other_words_is_never_taken_for_it(self):
        rejected = amending.reject(DRAFTED, "role-1", hand())
        other = replace(OSTLAND, evidence=(said("Ostland will guarantee it", document="d7"),))
        after = amended(replace(DRAFTED, roles=(NORLAND, other)), [rejected])
        assert (after.roles, len(after.adrift)) == ((NORLAND, other), 1)

    def test_an_amendment_that_fits_several_lines_is_adrift(self):
        accepted = amending.accept(DRAFTED, "role-1", hand())
        twice = (replace(OSTLAND, id="x"), replace(OSTLAND, id="y"))
        after = amended(replace(DRAFTED, roles=twice), [accepted])
        assert after.amended == {}
        assert "2 lines" in after.adrift[0].why

    def test_the_id_decides_between_lines_that_say_the_same(self):
        accepted = amending.accept(DRAFTED, "role-1", hand())
        twice = (replace(OSTLAND, id="x"), OSTLAND)
        assert set(amended(replace(DRAFTED, roles=twice), [accepted]).amended) == {"role-1"}

    def test_a_name_put_otherwise_by_more_documents_is_no_other_line(self):
        accepted = amending.accept(DRAFTED, "meeting-spring", hand())
        renamed = replace(SPRING, name="Vale summit", body="the Lake format")
        after = amended(replace(DRAFTED, meetings=(renamed, FOURTH)), [accepted])
        assert set(after.amended) == {"meeting-spring"}

    def test_documents_are_found_under_the_ids_that_they_have_now(self):
        accepted = amending.accept(DRAFTED, "meeting-fourth", hand())
        held = replace(FOURTH, evidence=tuple(replace(e, document="k3") for e in FOURTH.evidence))
        dossier = replace(DRAFTED, meetings=(SPRING, held))
        assert len(amended(dossier, [accepted]).adrift) == 1
        assert set(amended(dossier, [accepted], now={"d3": "k3"}).amended) == {"meeting-fourth"}

    def test_a_line_answers_to_its_id_and_to_a_beginning_that_fits_one(self):
        assert line_named(DRAFTED, "role-1") == OSTLAND
        assert line_named(DRAFTED, "meeting-s") == SPRING
        with pytest.raises(AmbiguousError):
            line_named(DRAFTED, "meeting")
        for ref in ("", "nothing"):
            with pytest.raises(NotFoundError):
                line_named(DRAFTED, ref)


REFS = [line.id for name in amending.LINES for line in getattr(DRAFTED, name)]
CHANGES = [("place", "Orlo"), ("name", "IV"), ("role", "host"), ("theme", "fish"), ("belongs", "x")]


@st.composite
def sequences(draw):
    """Amendments as people would lay them one after the other, each on what it left."""
    laid = []
    for _ in range(draw(st.integers(1, 6))):
        now = amended(DRAFTED, laid)
        ids = [line.id for name in amending.LINES for line in getattr(now, name)]
        ids += [line.id for line in now.rejected]
        ref, other = draw(st.sampled_from(ids)), draw(st.sampled_from(ids))
        verb = draw(st.sampled_from(["accept", "reject", "change", "merge", "split"]))
        try:
            if verb == "change":
                one = amending.change(now, ref, draw(st.sampled_from(CHANGES)), hand())
            elif verb == "merge":
                one = amending.merge(now, ref, [other], hand())
            elif verb == "split":
                one = amending.split(now, ref, [line_named(now, ref).evidence[-1].document], hand())
            else:
                one = getattr(amending, verb)(now, ref, hand())
        except InputError:
            continue
        laid.append(one)
    return laid


def everything(dossier):
    """Whatever evidence is in a dossier, rejected lines included."""
    lines = [line for name in amending.LINES for line in getattr(dossier, name)]
    return {e for line in (*lines, *dossier.rejected) for e in line.evidence}


@given(sequences(), st.randoms())
def test_taken_back_one_by_one_in_any_order_nothing_of_them_is_left(laid, random):
    standing = list(laid)
    while standing:
        after = amended(DRAFTED, laid)
        ids = [line.id for name in amending.LINES for line in getattr(after, name)]
        assert len(ids) == len(set(ids))
        assert everything(after) == everything(DRAFTED)
        shown = {a for one in after.amended.values() for a in one.amendments}
        assert shown | {one.amendment for one in after.adrift} == set(standing)
        assert held_to(after) == after
        gone = standing.pop(random.randrange(len(standing)))
        laid = [replace(a, taken_back="2026-02-02") if a == gone else a for a in laid]
    assert amended(DRAFTED, laid) == DRAFTED


@given(sequences())
def test_as_laid_none_is_adrift(laid):
    assert amended(DRAFTED, laid).adrift == ()


@given(sequences())
def test_each_amendment_has_an_id_of_its_own_that_follows_from_its_content(laid):
    assert len({one.id for one in laid}) == len(laid)
    assert [amending.identified(one) for one in laid] == laid
