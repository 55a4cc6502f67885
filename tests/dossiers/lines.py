"""Lines made by hand, each on one piece of evidence."""

from itertools import count

from onrecord.dates import read_edtf
from onrecord.model import (
    Agreement,
    AgreementKind,
    Evidence,
    Meeting,
    MeetingKind,
    Position,
    PostHeld,
    Promise,
    RoleHeld,
    RoleKind,
    Span,
    Status,
)

_PLACES = count(0, 100)


def day(edtf):
    return read_edtf(edtf) if edtf else None


def evidence(
    document="d1", *, said="2020-03-01", dating="", status="spoken_of", words="words", **more
):
    start = next(_PLACES)
    span = Span(start, start + len(words))
    return Evidence(
        document, (span,), words, said=day(said), dating=day(dating), status=Status(status), **more
    )


def meeting(kind="meeting", document="d1", *, dating="", status="held", said="2020-03-01", **more):
    held = evidence(document, said=said, dating=dating, status=status)
    return Meeting(
        MeetingKind(kind), dating=day(dating), status=Status(status), evidence=(held,), **more
    )


def agreement(kind="agreement", name="", document="d1", *, dating="", said="2020-03-01", **more):
    held = evidence(document, said=said, dating=dating, words=name or "words")
    return Agreement(AgreementKind(kind), name, dating=day(dating), evidence=(held,), **more)


def role(actor, kind, of="", document="d1", **more):
    return RoleHeld(actor, RoleKind(kind), of, (evidence(document, **more),))


def post(person, post_, of="", document="d1", **more):
    return PostHeld(person, post_, of, (evidence(document, **more),))


def promise(actor, what, document="d1", *, due="", meeting="", said="2020-03-01", **more):
    held = evidence(document, said=said, words=what, dating=due)
    return Promise(actor, what, day(said), day(due), meeting=meeting, evidence=(held,), **more)


def position(speaker, theme, words, document="d1", *, leaning="", said="2020-03-01", **more):
    held = evidence(document, said=said, words=words, speaker=speaker)
    return Position(speaker, theme, leaning, (held,), **more)
