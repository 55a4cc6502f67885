"""Where words are from, told from what cites what, from dates, and from errors that are shared."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from tests.tracing.conftest import OFFICE, record, rendering

from onrecord.model import Basis, EditKind, Outcome, PassageKind
from onrecord.tracing import trace

SLIP = OFFICE.replace("318", "381")


def origins(utterance):
    """Who has it from whom, by outlet."""
    names = [one.outlet for one in utterance.renderings]
    return {
        names[hop.to]: names[hop.origin] if hop.origin is not None else hop.named
        for hop in utterance.hops
    }


def hop_of(utterance, outlet):
    (number,) = [n for n, one in enumerate(utterance.renderings) if one.outlet == outlet]
    return utterance.hop_to(number)


def test_an_error_of_the_wire_came_in_at_the_wire_and_the_story_only_copied_it():
    found = trace(
        [
            rendering(SLIP, "Courier", "2021-05-05"),
            rendering(SLIP, "NPA", "2021-05-03"),
            record(),
        ]
    )
    assert origins(found) == {"NPA": "Office", "Courier": "NPA"}
    assert [e.kind for e in hop_of(found, "NPA").edits] == [EditKind.NUMBER]
    assert hop_of(found, "NPA").outcomes == (Outcome.ALTERED,)
    story = hop_of(found, "Courier")
    assert story.edits == ()
    assert story.outcomes == (Outcome.VERBATIM,)
    assert story.bases == (Basis.SAME_ERROR,)
    assert "“381” for “318”" in story.why
    assert (found.least, found.most) == (1, 1)


def test_a_story_without_the_wires_error_is_a_source_of_its_own():
    found = trace(
        [
            record(),
            rendering(SLIP, "NPA", "2021-05-03"),
            rendering(OFFICE, "Ledger", "2021-05-05"),
            rendering(SLIP, "Courier", "2021-05-05"),
        ]
    )
    assert origins(found) == {"NPA": "Office", "Courier": "NPA", "Ledger": "Office"}
    assert hop_of(found, "Ledger").bases == (Basis.EARLIER,)
    assert (found.least, found.most) == (2, 2)


def test_stories_with_the_records_own_words_may_or_may_not_be_copies():
    found = trace(
        [
            record(),
            rendering(OFFICE, "NPA", "2021-05-03"),
            rendering(OFFICE, "Ledger", "2021-05-05"),
        ]
    )
    assert origins(found) == {"NPA": "Office", "Ledger": "Office"}
    assert (found.least, found.most) == (1, 2)


def test_a_story_that_cites_the_wire_has_it_from_the_wire():
    found = trace(
        [
            record(),
            rendering(OFFICE, "NPA", "2021-05-03"),
            rendering(OFFICE, "Courier", "2021-05-05", via=("NPA",)),
        ]
    )
    assert origins(found)["Courier"] == "NPA"
    assert hop_of(found, "Courier").bases == (Basis.CITES,)
    assert (found.least, found.most) == (1, 1)


def test_a_story_that_cites_the_wire_elsewhere_says_so():
    found = trace(
        [
            rendering(OFFICE, "NPA", "2021-05-03"),
            rendering(OFFICE, "Courier", "XXXX-05-03", credits=("NPA",)),
        ]
    )
    assert origins(found) == {"NPA": "", "Courier": "NPA"}
    assert hop_of(found, "Courier").bases == (Basis.CITES_ELSEWHERE,)
    assert found.record is None


def test_a_credit_for_other_words_is_nothing_against_better_words():
    found = trace(
        [
            record(),
            rendering(SLIP, "NPA", "2021-05-03"),
            rendering(OFFICE, "Ledger", "2021-05-05", credits=("NPA",)),
        ]
    )
    assert origins(found)["Ledger"] == "Office"


def test_whom_a_story_cites_is_named_though_nothing_of_it_is_held():
    found = trace([record(), rendering(SLIP, "Courier", "2021-05-05", via=("NPA",))])
    hop = hop_of(found, "Courier")
    assert (hop.origin, hop.named, hop.bases) == (0, "NPA", (Basis.CITES,))
    assert [e.kind for e in hop.edits] == [EditKind.NUMBER]
    assert (found.least, found.most) == (1, 1)


def test_two_stories_that_cite_an_unheld_wire_are_one_source():
    found = trace(
        [
            rendering(OFFICE, "Courier", "2021-05-05", via=("NPA",)),
            rendering(OFFICE, "Ledger", "2021-05-06", via=("the NPA",)),
        ]
    )
    assert (found.least, found.most) == (1, 1)


def test_of_two_that_share_an_error_the_one_with_more_changes_is_the_copy():
    worse = SLIP.replace("valley", "province")
    found = trace([record(), rendering(worse, "Ledger"), rendering(SLIP, "Courier")])
    assert origins(found) == {"Courier": "Office", "Ledger": "Courier"}
    assert hop_of(found, "Ledger").directed
    assert [e.quote for e in hop_of(found, "Ledger").edits] == ["province"]


def test_where_nothing_tells_which_of_two_was_first_the_link_says_so():
    found = trace([record(), rendering(SLIP, "Courier"), rendering(SLIP, "Ledger")])
    (link,) = [hop for hop in found.hops if Basis.SAME_ERROR in hop.bases]
    assert not link.directed
    assert "not known" in link.why
    assert (found.least, found.most) == (1, 1)


def test_open_dates_prove_no_order():
    found = trace([rendering(OFFICE, "NPA", "2021-05-03"), rendering(OFFICE, "Courier", "2021")])
    assert hop_of(found, "Courier").bases == (Basis.UNKNOWN,)
    assert hop_of(found, "Courier").origin is None
    assert (found.least, found.most) == (1, 2)


def test_the_record_may_be_where_an_undated_report_has_its_words_from():
    found = trace([record(), rendering(OFFICE, "Courier", "2021")])
    assert origins(found) == {"Courier": "Office"}
    assert hop_of(found, "Courier").bases == (Basis.SAME_WORDS,)
    assert not hop_of(found, "Courier").copied


def test_no_report_has_its_words_from_a_record_of_a_later_day():
    found = trace([record(), rendering(OFFICE, "Courier", "2021-05-01")])
    assert hop_of(found, "Courier").origin is None
    assert hop_of(found, "Courier").bases == (Basis.UNKNOWN,)


def test_the_earlier_of_two_reports_is_where_the_words_can_be_from():
    found = trace(
        [rendering(OFFICE, "NPA", "2021-05-03"), rendering(OFFICE, "Courier", "2021-05-04")]
    )
    assert origins(found) == {"NPA": "", "Courier": "NPA"}
    assert hop_of(found, "Courier").bases == (Basis.EARLIER,)
    assert (found.least, found.most) == (1, 2)


def test_a_small_word_that_both_left_out_proves_nothing():
    loose = OFFICE.replace("and nobody", "nobody")
    found = trace(
        [
            record(),
            rendering(loose, "NPA", "2021-05-03"),
            rendering(loose, "Ledger", "2021-05-05"),
        ]
    )
    assert origins(found)["Ledger"] == "Office"


def test_an_editors_bracket_that_both_have_is_a_peculiarity():
    told = OFFICE.replace("the valley", "the valley [of Velda]")
    found = trace(
        [
            record(),
            rendering(told, "NPA", "2021-05-03"),
            rendering(told, "Ledger", "2021-05-05"),
        ]
    )
    assert origins(found)["Ledger"] == "NPA"


def test_a_paraphrase_that_was_put_in_marks_was_promoted_at_that_hop():
    found = trace(
        [
            rendering(
                "nobody in the valley would pay for water before the harvest",
                "NPA",
                "2021-05-03",
                kind=PassageKind.PARAPHRASE,
            ),
            rendering(
                "nobody in the valley would pay for water before the harvest",
                "Courier",
                "2021-05-04",
                via=("NPA",),
            ),
        ]
    )
    assert hop_of(found, "Courier").outcomes == (Outcome.PROMOTED,)


def test_a_copy_that_gives_the_words_to_somebody_else_did_so_at_its_own_hop():
    found = trace(
        [
            record(),
            rendering(OFFICE, "NPA", "2021-05-03"),
            rendering(OFFICE, "Ledger", "2021-05-05", speaker="Ada Holm", via=("NPA",)),
            rendering(OFFICE, "Echo", "2021-05-06", speaker="Ada Holm", via=("Ledger",)),
        ]
    )
    assert origins(found) == {"NPA": "Office", "Ledger": "NPA", "Echo": "Ledger"}
    assert hop_of(found, "NPA").outcomes == (Outcome.VERBATIM,)
    assert hop_of(found, "Ledger").outcomes == (Outcome.MISATTRIBUTED,)
    assert hop_of(found, "Echo").outcomes == (Outcome.VERBATIM,)


def test_the_edits_of_a_hop_count_in_the_two_documents():
    pad = 40
    story = rendering(SLIP, "Courier", "2021-05-05", start=pad)
    found = trace([record(start=7), story])
    (edit,) = hop_of(found, "Courier").edits
    assert edit.quote_span.of(" " * pad + SLIP) == "381"
    assert edit.record_span.of(" " * 7 + OFFICE) == "318"


def test_the_way_leads_back_to_the_record():
    found = trace(
        [
            record(),
            rendering(SLIP, "NPA", "2021-05-03"),
            rendering(SLIP, "Courier", "2021-05-05", via=("NPA",)),
        ]
    )
    last = next(n for n, one in enumerate(found.renderings) if one.outlet == "Courier")
    assert [hop.to for hop in found.way_to(last)] == [2, 1]
    assert found.way_to(last)[-1].origin == found.record == 0


TEXTS = st.sampled_from([OFFICE, SLIP, SLIP.replace("valley", "province"), OFFICE[:41]])
DATES = st.sampled_from(["", "2021-05-03", "2021-05-05", "XXXX-05-03", "2021"])
NAMES = st.sampled_from(["", "NPA", "Courier", "Ledger"])
MADE = st.builds(
    lambda text, outlet, date, cited, number: rendering(
        text, outlet, date, via=(cited,) if cited else (), document=f"paper {number}"
    ),
    TEXTS,
    NAMES,
    DATES,
    NAMES,
    st.integers(0, 5),
)


@given(st.lists(MADE, max_size=6), st.booleans())
def test_every_way_ends_and_the_counts_hold(made, held):
    found = trace([record(), *made] if held else made)
    reports = len(made)
    assert len(found.hops) == reports
    for number in range(len(found.renderings)):
        way = found.way_to(number)
        assert len(way) <= reports
        for hop in way:
            assert hop.origin is None or 0 <= hop.origin < len(found.renderings)
    assert min(1, reports) <= found.least <= found.most <= reports


def test_nothing_gives_nothing():
    assert trace([]).hops == ()
    assert trace([record()]).hops == ()


def test_copies_of_one_story_are_one_source_whatever_their_outlets():
    reports = [rendering(OFFICE, name, "2021-05-04") for name in ("Post", "Mail", "Echo")]
    apart = trace([record(), *reports])
    copies = [replace(one, story=reports[0].document) for one in reports[:2]]
    together = trace([record(), *copies, reports[2]])
    assert apart.most == 3
    assert together.most == 2
    assert len(together.renderings) == len(apart.renderings)


def test_an_outlet_is_one_source_with_and_without_copies():
    post = [rendering(OFFICE, "Post", day) for day in ("2021-05-04", "2021-05-05")]
    mail = rendering(OFFICE, "Mail", "2021-05-06")
    copied = [replace(one, story="story") for one in (post[0], mail)]
    assert trace([record(), *copied, post[1]]).most == 1
