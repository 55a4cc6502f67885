"""Dossiers of our own: a made-up process with a line of every kind, and pieces to make others."""

from datetime import date

from onrecord.dates import read_edtf
from onrecord.model import (
    Agreement,
    AgreementKind,
    Covered,
    Discrepancy,
    DiscrepancyKind,
    DocumentLine,
    Dossier,
    Evidence,
    Meeting,
    MeetingKind,
    Missing,
    Named,
    Position,
    PostHeld,
    Profile,
    Promise,
    PromiseState,
    RoleHeld,
    RoleKind,
    Shift,
    Span,
    Status,
    Theme,
)

WIRE, RECORD, NOTE = "3f2a91c07b4e", "90ab12cd34ef", "5511ee00aa77"
DOCUMENTS = {
    WIRE: DocumentLine(
        WIRE,
        "Wells to be talked of",
        "Quorrel Press",
        "2021-03-04",
        "https://press.example/wells",
        "story",
    ),
    RECORD: DocumentLine(
        RECORD,
        "Minister Venn's answers",
        "Ministry of Velda",
        "2021-05-03",
        "https://velda.example/answers?id=7#top",
        "transcript",
    ),
    NOTE: DocumentLine(NOTE, "A note", "", "", "", "other"),
}
PROFILE = Profile(
    "wells",
    "Wells talks",
    ("Wells talks", "talks on the wells"),
    parties=(
        Named("Velda", ("Republic of Velda",), "state", identifier="Q1"),
        Named("Tarn", kind="state"),
    ),
    bodies=(Named("Wells Committee", kind="committee"),),
    themes=(Theme("water", ("water", "well")),),
)


def words(text, document=WIRE, *, start=100, **more):
    """Evidence with these words; `said` and `dating` are EDTF."""
    for name in ("said", "dating"):
        if isinstance(more.get(name), str):
            more[name] = read_edtf(more[name])
    return Evidence(document, (Span(start, start + len(text)),), text, **more)


def whole():
    """A dossier with a line of every kind; two stand beside the process."""
    guarantor = words(
        "Velda, a guarantor of the talks, will come.",
        speaker="Orla Venn",
        via=("NPA",),
        publisher="Quorrel Press",
        said="2021-03-04",
    )
    again = words(
        "As a guarantor we stay.",
        RECORD,
        start=2200,
        speaker="Orla Venn",
        publisher="Ministry of Velda",
        said="2021-05-03",
    )
    announced = words(
        "The fourth round will be in mid-April.",
        start=300,
        speaker="Orla Venn",
        said="2021-03-04",
        dating="2021-04-11~/2021-04-20~",
        status=Status.ANNOUNCED,
    )
    held = words(
        "The fourth round met on April 22 at Ossimere.",
        RECORD,
        start=40,
        said="2021-05-03",
        dating="2021-04-22",
        status=Status.HELD,
    )
    asked = words(
        "Has Tarn left the talks?", RECORD, start=900, said="2021-05-03", flags=("question",)
    )
    before = words("We want open wells.", speaker="Orla Venn", said="2019", start=500)
    after = words(
        "The wells must close.", RECORD, start=700, speaker="Orla Venn", said="2021-05-03"
    )
    return Dossier(
        PROFILE,
        roles=(
            RoleHeld(
                "Velda", RoleKind.GUARANTOR, "Wells talks", (again, guarantor), "talks", "role-1"
            ),
            RoleHeld("Tarn", RoleKind.ABSENT, "", (asked,), "talks", "role-2"),
            RoleHeld("Pelorane", RoleKind.MEMBER, "Grain League", (asked,), "", "role-3"),
        ),
        posts=(
            PostHeld(
                "Orla Venn", "Foreign Minister", "Velda", (guarantor, again), "talks", "post-1"
            ),
        ),
        meetings=(
            Meeting(
                MeetingKind.ROUND,
                "",
                "Wells talks",
                4,
                read_edtf("2021-04-22"),
                "Ossimere",
                ("Velda", "Tarn"),
                Status.HELD,
                (announced, held),
                "talks",
                "meeting-1",
            ),
            Meeting(
                MeetingKind.SUMMIT,
                "summit of the two presidents",
                belongs="talks",
                evidence=(before,),
                id="meeting-2",
                status=Status.PUT_OFF,
                dating=read_edtf("2019-06"),
            ),
            Meeting(MeetingKind.CALL, belongs="", evidence=(again,), id="meeting-3"),
        ),
        agreements=(
            Agreement(
                AgreementKind.TREATY,
                "Orlo treaty",
                "7",
                read_edtf("1998-10-20"),
                "Orlo",
                ("Velda", "Tarn"),
                (before,),
                "talks",
                "agreement-1",
            ),
        ),
        promises=(
            Promise(
                "Velda",
                "to open 318 wells",
                read_edtf("2021-03-04"),
                read_edtf("2021-08"),
                "",
                PromiseState.HELD_LATE,
                "a later document has it open",
                (held,),
                (announced,),
                "talks",
                "promise-1",
            ),
        ),
        positions=(Position("Orla Venn", "water", "for", (before, after), "talks", "position-1"),),
        shifts=(Shift("Orla Venn", "water", before, after, "open first, then closed"),),
        discrepancies=(
            Discrepancy(
                DiscrepancyKind.NAME,
                "the name of the committee",
                ("Wells Committee", "Wells Council"),
                (before, after),
                likelier="Wells Committee",
                why="two documents have it",
                id="discrepancy-1",
            ),
            Discrepancy(
                DiscrepancyKind.DATE,
                "the day of the round",
                ("Thursday", "April 22"),
                (held,),
                explained=True,
                why="that Thursday was April 22",
            ),
        ),
        covered=Covered(
            ((WIRE, "Wells talks"), (RECORD, "Wells talks"), (NOTE, "talks on the wells")),
            12,
            date(2019, 1, 1),
            date(2021, 5, 3),
            ("en",),
            (Missing("a third round", "a fourth is spoken of", (announced,)),),
        ),
        documents=DOCUMENTS,
    )


def hostile(text):
    """A dossier in which whatever can be is `text`."""
    evidence = Evidence(
        WIRE, (Span(0, len(text)),), text, text, (text,), text, flags=(text,), basis=text
    )
    profile = Profile(text, text, (text,))
    return Dossier(
        profile,
        as_of=text,
        roles=(RoleHeld(text, RoleKind.HOST, text, (evidence,), text, text),),
        posts=(PostHeld(text, text, text, (evidence,), text, text),),
        meetings=(
            Meeting(
                MeetingKind.ROUND,
                text,
                text,
                3,
                read_edtf("2020"),
                text,
                (text,),
                Status.HELD,
                (evidence,),
                text,
                text,
            ),
        ),
        agreements=(
            Agreement(
                AgreementKind.PLAN,
                text,
                text,
                read_edtf("2019-02-03"),
                text,
                (text,),
                (evidence,),
                "",
                text,
            ),
        ),
        promises=(
            Promise(
                text,
                text,
                None,
                read_edtf("2020-05"),
                text,
                why=text,
                outcome=(evidence,),
                evidence=(evidence,) * 5,
                belongs=text,
                id=text,
            ),
        ),
        positions=(Position(text, text, text, (evidence,), text, text),),
        shifts=(Shift(text, text, evidence, evidence, text),),
        discrepancies=(
            Discrepancy(
                DiscrepancyKind.NAME, text, (text, text), (evidence,), False, text, text, text
            ),
        ),
        covered=Covered(((WIRE, text),), missing=(Missing(text, text, (evidence,)),)),
        documents={WIRE: DocumentLine(WIRE, text, text, text, text, text)},
    )
