"""What an error looks like, and which of them an operation may answer with."""

from __future__ import annotations

from typing import Any

from onrecord.answers.shapes import answer

PROBLEM = "application/problem+json"


@answer
class ProblemAnswer:
    """What went wrong (RFC 9457)."""

    type: str
    """Always about:blank: the status says what kind of problem it is."""
    title: str
    """The status in words."""
    status: int
    """The HTTP status."""
    detail: str
    """What is wrong, in one line, and what can be done where something can."""
    instance: str
    """The path that was asked for."""


_TITLES = {
    400: ("Bad Request", "there is no word in this quotation"),
    404: ("Not Found", "no document held answers to 'gone'"),
    409: ("Conflict", "'a' is the beginning of several ids: a1, a2"),
    413: ("Content Too Large", "larger than the maximum of 50,000,000 bytes"),
    422: ("Unprocessable Content", "limit: Input should be less than or equal to 200"),
    501: ("Not Implemented", "looking by meaning needs onrecord[semantic]"),
    503: ("Service Unavailable", "another process is writing to the database; try again"),
}
_MEANINGS = {
    400: "What was asked cannot be answered: a date that is none, a quotation without a word, a "
    "cursor of another query.",
    404: "Nothing held answers to this reference.",
    409: "Several documents answer to this reference.",
    413: "The body is larger than the server takes.",
    422: "A parameter or the body is missing, or not of its kind or size.",
    501: "What was asked for needs a part of Onrecord that is not installed here.",
    503: "The database is busy.",
}
_ALWAYS = (400, 422, 503)


def problems(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The problems that an operation documents: these, and those that any of them may have."""
    return {status: _documented(status) for status in sorted({*_ALWAYS, *statuses})}


def _documented(status: int) -> dict[str, Any]:
    title, detail = _TITLES[status]
    example = {
        "type": "about:blank",
        "title": title,
        "status": status,
        "detail": detail,
        "instance": "/api/…",
    }
    schema = {"$ref": "#/components/schemas/ProblemAnswer"}
    content = {PROBLEM: {"schema": schema, "example": example}}
    return {"description": _MEANINGS[status], "content": content}


def content(media_type: str, description: str) -> dict[int | str, dict[str, Any]]:
    """What an operation documents whose answer is no JSON."""
    schema = {"type": "string"} if media_type.startswith("text/") else {}
    return {200: {"description": description, "content": {media_type: {"schema": schema}}}}
