"""What the lines of a dossier are called in a report."""

from __future__ import annotations

from onrecord.model import (
    Agreement,
    Discrepancy,
    DocumentLine,
    Line,
    Meeting,
    Position,
    PostHeld,
    Promise,
    RoleHeld,
    RoleKind,
    Shift,
)

_JOINED = {RoleKind.PARTICIPANT: "in", RoleKind.INVITED: "to", RoleKind.ABSENT: "from"}
_FLAGS = {
    "question": "asked, not said",
    "denied": "a denial",
    "not_said": "told as not said",
    "open": "left open",
    "hedged": "the report does not vouch for it",
}


def title_of(line: Line | Discrepancy | Shift) -> str:  # noqa: PLR0911  (one a kind)
    """The few words by which a reader knows a line."""
    match line:
        case RoleHeld():
            return f"{line.actor}: {role_in_words(line)}"
        case PostHeld():
            return f"{line.person}: {post_in_words(line)}"
        case Meeting():
            return _meeting(line)
        case Agreement():
            return _agreement(line)
        case Promise():
            return f"{line.actor}: {line.what}" if line.actor else line.what
        case Position():
            return f"{line.speaker} on {line.theme}"
        case Shift():
            return f"{line.speaker} on {line.theme}"
        case Discrepancy():
            return line.what


def role_in_words(role: RoleHeld) -> str:
    """The role and what it is held in."""
    joined = _JOINED.get(role.role, "of")
    return f"{plain(role.role)} {joined} {role.of}" if role.of else plain(role.role)


def post_in_words(post: PostHeld) -> str:
    """The post and whose it is, unless the post says so itself."""
    if post.of and post.of.casefold() not in post.post.casefold():
        return f"{post.post} of {post.of}"
    return post.post


def flag_in_words(flag: str) -> str:
    """A flag of evidence for a reader."""
    return _FLAGS.get(flag, plain(flag))


def plain(name: str) -> str:
    """A name of the model in plain words: `put_off` is "put off"."""
    return str(name).replace("_", " ")


def counted(many: int, what: str) -> str:
    """A number with its noun."""
    return f"{many:,} {what}{'' if many == 1 else 's'}"


def called(document: DocumentLine | None, identifier: str) -> str:
    """The name of a document: its publisher and title, else its id."""
    if document is None:
        return identifier
    return ": ".join(filter(None, (document.publisher, document.title))) or identifier


def _meeting(meeting: Meeting) -> str:
    name = meeting.name or plain(meeting.kind)
    if meeting.ordinal and not meeting.name:
        name = f"{_ordinal(meeting.ordinal)} {name}"
    if meeting.body and meeting.body.casefold() not in name.casefold():
        return f"{name}, {meeting.body}"
    if not (meeting.name or meeting.body) and meeting.parties:
        return f"{name} of {', '.join(meeting.parties)}"
    return name


def _ordinal(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


def _agreement(agreement: Agreement) -> str:
    name = agreement.name or plain(agreement.kind)
    if agreement.number and agreement.number not in name:
        return f"{name} {agreement.number}"
    return name
