"""What the findings mean, for a reader who is no programmer."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from onrecord.answers.explained import EXPLAINED
from onrecord.web.templating import page

router = APIRouter()


@router.get("/findings")
def show_findings(request: Request) -> Response:
    """The page; each finding has a place of its own to link to."""
    return page(request, "findings.html", explained=EXPLAINED)
