"""A denial never counts as an assertion: the whole path from a text to a finding."""

import pytest

from onrecord import answers, pipeline, readers
from onrecord.checking import check, check_document
from onrecord.model import Outcome
from onrecord.stores import open_store

WORDS = "the northern harbour stays shut until May"
DAY = "2031-05-04"
HEAD = "Harbour talks end in Velda\n\nVELDA, May 4. /NPA/. Minister Orla Venn met the pilots. "
STORIES = {
    f"Venn denied that {WORDS}.": "denied",
    f"Venn does not think that {WORDS}.": "denied",
    f"Venn rejected claims that {WORDS}.": "denied",
    f"Venn did not say that {WORDS}.": "not_said",
    f"Venn never said that {WORDS}.": "not_said",
    f"Venn did not say “{WORDS}”.": "not_said",
    f"Venn refused to say whether {WORDS}.": "open",
    f"Venn did not deny that {WORDS}.": "open",
    f"Venn asked whether {WORDS}.": "open",
}
SAYING = {
    Outcome.VERBATIM,
    Outcome.EDITED,
    Outcome.PROMOTED,
    Outcome.TRIMMED,
    Outcome.ALTERED,
    Outcome.PARAPHRASE,
    Outcome.SPLICED,
    Outcome.MISATTRIBUTED,
}


@pytest.fixture
def held(tmp_path):
    """A function that reads texts as files are read, and gives the store that holds them."""
    with open_store(tmp_path / "onrecord.db") as store:

        def hold(*texts, **given):
            for number, text in enumerate(texts):
                (document,) = readers.read(
                    text.encode(), path=f"{number}.txt", given={"published": DAY, **given}
                )
                store.add(pipeline.read_document(document), text.encode())
            return store

        yield hold


@pytest.mark.parametrize(("sentence", "stance"), STORIES.items())
@pytest.mark.parametrize("speaker", ["Orla Venn", ""])
def test_a_reports_denial_is_shown_and_supports_nothing(held, sentence, stance, speaker):
    found = check(WORDS, held(HEAD + sentence), speaker=speaker, date=DAY)
    assert found.outcome is Outcome.RECORD_NOT_HELD
    assert stance in found.flags
    assert found.record == ""
    shown = answers.plain(answers.finding(found))["others"]
    assert shown
    assert shown[0]["flags"] == [stance]


def test_another_is_not_taken_for_the_author_of_what_somebody_denied(held):
    store = held(HEAD + f"Venn denied that {WORDS}.")
    found = check(WORDS, store, speaker="Tor Amsel", date=DAY)
    assert found.outcome not in SAYING


def test_who_really_said_it_is_found_beside_the_denial(held):
    store = held(
        HEAD + f"Venn denied that {WORDS}.",
        HEAD + f"“T{WORDS[1:]},” pilot Tor Amsel said.",
    )
    found = check(WORDS, store, speaker="Tor Amsel", date=DAY)
    assert (found.outcome, found.speaker) == (Outcome.VERBATIM, "Tor Amsel")
    assert ["denied"] in [
        other["flags"] for other in answers.plain(answers.finding(found))["others"]
    ]


TURNS = """Orla Venn: We met the pilots this morning and had tea with them.

Question: What of the harbour?

Tor Amsel: {}

Orla Venn: That is all for today.
"""


@pytest.mark.parametrize(
    "said",
    [
        f"Minister Venn did not say that {WORDS}.",
        f"Minister Venn denied that {WORDS}.",
        f"Minister Venn did not say “{WORDS}”.",
        f"Minister Venn refused to say whether {WORDS}.",
    ],
)
def test_a_denial_told_in_a_turn_is_neither_the_ministers_words_nor_the_tellers(held, said):
    store = held(TURNS.format(said))
    found = check(WORDS, store, speaker="Orla Venn", date=DAY)
    assert found.outcome not in SAYING
    teller = check(WORDS, store, speaker="Tor Amsel", date=DAY)
    assert teller.outcome not in {Outcome.VERBATIM, Outcome.EDITED, Outcome.PROMOTED}


def test_a_speakers_own_denial_is_out_of_context_without_it(held):
    store = held(TURNS.format(f"I did not say that {WORDS}."))
    found = check(WORDS, store, speaker="Tor Amsel", date=DAY)
    assert found.outcome is Outcome.TRIMMED
    assert "out_of_context" in found.flags


def test_what_was_denied_is_no_paraphrase(held):
    store = held(HEAD + f"Venn denied that {WORDS}.")
    found = check(
        "The harbour in the north will stay shut till late May",
        store,
        speaker="Orla Venn",
        date=DAY,
    )
    assert found.outcome is not Outcome.PARAPHRASE


def test_a_hedged_report_says_so(held):
    store = held(HEAD + f"Venn reportedly said that {WORDS}.")
    found = check(WORDS, store, speaker="Orla Venn", date=DAY)
    assert found.outcome is Outcome.PROMOTED
    assert "hedged" in found.flags


def test_a_plain_report_is_held_against_as_before(held):
    store = held(HEAD + f"Venn said that {WORDS}.")
    found = check(WORDS, store, speaker="Orla Venn", date=DAY)
    assert found.outcome is Outcome.PROMOTED
    assert not {"denied", "not_said", "open", "hedged"} & set(found.flags)


def test_words_said_in_denying_are_the_speakers(held):
    store = held(HEAD + "“I never shut the northern harbour,” Venn denied.")
    found = check("I never shut the northern harbour", store, speaker="Orla Venn", date=DAY)
    assert found.outcome is Outcome.VERBATIM


def test_a_quotation_that_its_own_story_denies_is_checked_and_seen_as_denied(held):
    store = held(HEAD + f"Venn did not say “{WORDS}”.")
    (document,) = store.documents()
    (checked,) = check_document(document.id, store)
    assert checked.statement.attribution.withheld
