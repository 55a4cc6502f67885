"""Who is what in a process, a body or a meeting."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.drawing import clauses, draw_posts, draw_roles
from onrecord.model import Document, Provenance, RoleHeld
from onrecord.pipeline import read_document


def _drawn(text: str) -> tuple[RoleHeld, ...]:
    document = Document("d1", text, Provenance("", "", ""), language="en")
    reading = read_document(document, engine="rules")
    sentences = clauses(reading)
    return draw_roles(reading, sentences, posts=draw_posts(reading, sentences))


def _roles(sentence: str, title: str = "Talks in Vale") -> set[tuple[str, str]]:
    return {(one.actor, one.role.value) for one in _drawn(f"{title}\n\n{sentence}\n")}


def _each(role: str, *actors: str) -> set[tuple[str, str]]:
    return {(actor, role) for actor in actors}


@pytest.mark.parametrize(
    "sentence",
    [
        "The guarantor states – Chile, Kenya and Norway – met.",
        "The guarantor countries of the Lake process: Chile, Kenya and Norway.",
        "As guarantors of the ceasefire, Chile, Kenya, and Norway will watch it.",
        "Chile, Kenya and Norway are the guarantor countries.",
        "It is the work of Chile, Kenya and Norway as the guarantor states of the Lake process.",
    ],
)
def test_guarantors_are_those_that_a_list_names(sentence: str) -> None:
    assert _roles(sentence) == _each("guarantor", "Chile", "Kenya", "Norway")


def test_bare_guarantors_are_those_named_elsewhere_on_the_page() -> None:
    text = (
        "Talks in Vale\n\nThe guarantor countries met again.\n\n"
        "The guarantor countries (Chile and Kenya) agreed.\n"
    )
    chile, kenya = _drawn(text)
    assert [chile.actor, kenya.actor] == ["Chile", "Kenya"]
    assert chile.evidence[0].words == "guarantor countries"
    assert len(chile.evidence) == 2


def test_guarantors_whom_nobody_names_give_nothing() -> None:
    assert _roles("The guarantor countries met again.") == set()


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The talks had observers from the UN and Chile.", _each("observer", "UN", "Chile")),
        (
            "Representatives of Chile attended the talks as observers.",
            {("Chile", "observer"), ("Chile", "participant")},
        ),
        ("The OSCE observers went home.", set()),
        ("We are grateful to Kenya for providing a hospitable venue.", _each("host", "Kenya")),
        ("This format began in hospitable Kenya.", _each("host", "Kenya")),
        ("I thank our Kenyan hosts.", _each("host", "Kenya")),
        ("Nairobi is far. The meeting was hosted by Kenya.", _each("host", "Kenya")),
        ("Kenya will host the next summit.", _each("host", "Kenya")),
        ("Kenya hosted refugees.", set()),
        (
            "The truce came with the mediation of Chile and the UN.",
            _each("mediator", "Chile", "UN"),
        ),
        ("Chile and the US co-chair the Lake Support Group.", _each("chair", "Chile", "US")),
        ("This ended Kenya’s OSCE chairmanship.", _each("chair", "Kenya")),
        ("Kenya was elected a member of the UN Security Council.", _each("member", "Kenya")),
        ("A UN delegation has been invited.", _each("invited", "UN")),
        ("We invited Chile to take part in the talks.", _each("invited", "Chile")),
        ("Chile refused to take part in the talks.", _each("absent", "Chile")),
        (
            "It was held with the participation of Chile and Kenya.",
            _each("participant", "Chile", "Kenya"),
        ),
        ("Chile and Kenya took part in the second round.", _each("participant", "Chile", "Kenya")),
        (
            "They prepared talks between the Libyan government and the opposition.",
            _each("party", "Libyan government", "Libyan opposition"),
        ),
        ("Chile and Kenya are good friends.", set()),
    ],
)
def test_a_sentence_gives_its_roles(sentence: str, expected: set[tuple[str, str]]) -> None:
    assert _roles(sentence) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Kenya is not a member of the Lake Union.",
        "Kenya isn’t a member of the Lake Union.",
        "Kenya never was a member of the Lake Union.",
        "Neither Chile nor Kenya is a member of the Lake Union.",
        "Kenya was not elected a member of the UN Security Council.",
        "The talks were held without the participation of Chile and Kenya.",
        "The participation of Chile in the talks was ruled out.",
        "Chile opposed the participation of Kenya in the talks.",
        "Nor did Chile host the talks.",
        "None of Chile and Kenya took part in the talks.",
        "It is not true that Chile took part in the talks.",
        "Chile denied that Kenya had hosted the talks.",
        "Chile has refused to host the summit.",
        "Kenya did not provide a venue.",
        "The meeting was not attended by Prime Minister Ada Holm and Defence Minister Bo Lind.",
        "Chile and Kenya are not the guarantor states.",
        "There are no guarantor states such as Chile and Kenya.",
        "Without observers from Chile the talks began.",
        "We did not invite Chile to take part in the talks.",
        "No UN delegation has been invited.",
        "There were no talks between the Libyan government and the opposition.",
        "Chile does not chair the Lake Support Group.",
        "The truce came without the mediation of Chile.",
        "There is no cooperation between Chile and Kenya within the Lake format.",
    ],
)
def test_what_a_sentence_denies_is_no_role(sentence: str) -> None:
    assert _roles(sentence) == set()


@pytest.mark.parametrize(
    "sentence",
    [
        "Kenya should become a member of the Lake Union.",
        "Kenya would like to become a member of the Lake Union.",
        "If Kenya becomes a member of the Lake Union, all will be well.",
        "Chile could take part in the talks as an observer.",
        "Chile would like to be an observer at the talks.",
        "Chile and Kenya could become the guarantor states.",
        "Kenya is ready to provide a venue.",
        "Chile may host the summit.",
        "Whether Chile will host the summit is open.",
        "We should invite Chile to take part in the talks.",
    ],
)
def test_what_is_wished_for_or_depends_on_something_is_no_role(sentence: str) -> None:
    assert _roles(sentence) == set()


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Chile did not take part in the talks.", _each("absent", "Chile")),
        ("Chile was not involved in the talks.", _each("absent", "Chile")),
        ("Observers from Chile did not attend the talks.", _each("absent", "Chile")),
        ("We would like to thank Kenya for hosting the talks.", _each("host", "Kenya")),
        (
            "The guarantor states, Chile and Kenya, did not agree.",
            _each("guarantor", "Chile", "Kenya"),
        ),
        ("We know that a UN delegation has been invited.", _each("invited", "UN")),
        ("In May Chile hosted the talks.", _each("host", "Chile")),
        ("Kenya did not come, and Chile hosted the talks.", _each("host", "Chile")),
    ],
)
def test_what_denies_something_else_leaves_the_role(
    sentence: str, expected: set[tuple[str, str]]
) -> None:
    assert _roles(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "held"),
    [
        ("Chile took part in the 3rd Lake Forum on Mali in May.", ["3rd Lake Forum on Mali"]),
        ("Chile will host the next summit.", ["next summit"]),
        ("Kenya attended the meeting of the Lake Council.", ["meeting of the Lake Council"]),
        ("Chile took part in the Vale round. Chile took part in it.", ["Vale round"]),
        ("Chile hosted useful talks.", [""]),
        (
            "Chile attended the Vale summit. Chile took part in the Oslo conference.",
            ["Vale summit", "Oslo conference"],
        ),
        ("Kenya is a member of the Lake Union.", ["Lake Union"]),
    ],
)
def test_a_role_is_held_in_what_its_own_words_name(sentence: str, held: list[str]) -> None:
    assert [one.of for one in _drawn(f"Notes\n\n{sentence}\n")] == held


def test_those_who_attended_the_meeting_attended_that_of_the_headline() -> None:
    (found,) = _drawn(
        "Meeting on Lake Safety\n\nThe meeting was attended by Prime Minister Ada Holm.\n"
    )
    assert found.of == "Meeting on Lake Safety"


def _said(sentence: str) -> set[tuple[str, str]]:
    found = _drawn(
        "Statements following talks with President of Kenya Bo Lind and President of Norway Ida "
        f"Berg\n\nMarch 4, 2021\n\nPresident of Chile Ada Holm: Good evening. {sentence}\n"
    )
    return {(one.actor, one.role.value) for one in found}


def _alone(sentence: str) -> set[tuple[str, str]]:
    found = _drawn(
        "Statements following talks with President of Kenya Bo Lind\n\nMarch 4, 2021\n\n"
        f"President of Chile Ada Holm: Good evening. {sentence}\n"
    )
    return {(one.actor, one.role.value) for one in found}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("We took part in the Vale summit.", _each("participant", "Chile")),
        (
            "We cooperate closely with Mali within the Lake format.",
            _each("participant", "Chile", "Mali"),
        ),
        ("We cooperate closely on Mali within the Lake format.", set()),
        ("We do not cooperate with Mali within the Lake format.", set()),
        (
            "I thank Peru, Mali and Cuba. The cooperation of the three countries within the Lake "
            "format helped.",
            _each("participant", "Peru", "Mali", "Cuba"),
        ),
        (
            "I thank Peru and Mali. The cooperation of the three countries within the Lake format "
            "helped.",
            set(),
        ),
        (
            "They set up the Vale Group and the Oslo Group. These groups took part in the talks.",
            _each("participant", "Vale Group", "Oslo Group"),
        ),
        (
            "We thank you for accepting the invitation and for coming to Vale.",
            _each("invited", "Kenya", "Norway"),
        ),
        ("I thank President Lind for his invitation.", _each("invited", "Chile")),
    ],
)
def test_speakers_say_what_they_are_themselves(
    sentence: str, expected: set[tuple[str, str]]
) -> None:
    assert _said(sentence) == expected


def test_who_is_invited_by_one_other_side_has_no_role() -> None:
    assert _alone("I thank President Lind for his invitation.") == set()


def test_both_are_those_who_met() -> None:
    assert _alone("We both took part in the Vale summit.") == _each("participant", "Chile", "Kenya")


def test_those_who_were_invited_came_at_first_and_then_did_not() -> None:
    found = _roles(
        "We often invited Chilean representatives to be observers at such meetings. Early on they "
        "took part in them, then they left these invitations unanswered."
    )
    assert found == {("Chile", "invited"), ("Chile", "participant"), ("Chile", "absent")}


def test_in_a_list_of_those_attending_each_stands_on_the_name_alone() -> None:
    found = _drawn(
        "Meeting in Vale\n\nThe meeting was attended by Prime Minister Ada Holm and Defence "
        "Minister Bo Lind.\n"
    )
    assert [(one.actor, one.evidence[0].words) for one in found] == [
        ("Ada Holm", "Ada Holm"),
        ("Bo Lind", "Bo Lind"),
    ]


def test_a_head_of_state_stands_for_the_state() -> None:
    sentence = "I thank Mr Holm for his hospitality. President of Chile Ada Holm smiled."
    assert _roles(sentence) == _each("host", "Chile")


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            "the guarantor countries observers from UN Chile, Kenya and – hosted talks between "
            "Libyan government opposition invited to take part they left these invitations "
            "unanswered President Holm attended by co-chair ( ) .".split(" ")
        ),
        max_size=40,
    ).map(" ".join)
)
def test_any_text_gives_words_that_slice_back(text: str) -> None:
    whole = f"Talks\n\n{text}\n"
    for one in _drawn(whole):
        for evidence in one.evidence:
            assert all(span.of(whole) for span in evidence.spans)
