"""Signing in: a page that takes a token, and gives the browser a cookie that ends."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse

from onrecord.listening import caller_of, challenge, named_by
from onrecord.web.settings import Settings
from onrecord.web.signing_in import is_secure, own_path, sign_in, sign_out
from onrecord.web.templating import address, page

router = APIRouter()
PATH = "/sign-in"


@router.get(PATH)
def show_sign_in(request: Request, next: str = "/") -> Response:
    """The page; who is signed in is led on."""
    on = own_path(next)
    if not _asked_for(request) or caller_of(request.scope).token:
        return RedirectResponse(on, status_code=303)
    found = page(request, "sign_in.html", next=on, problem="")
    if request.headers.get("sec-fetch-site") == "cross-site":
        # Who follows a link of another site comes without the cookie; asked again, it is sent.
        found.headers["Refresh"] = f"0; url={address(PATH, next=on)}"
    return found


@router.post(PATH)
def take_token(
    request: Request, token: Annotated[str, Form()] = "", next: Annotated[str, Form()] = "/"
) -> Response:
    """Sign in with a token."""
    settings: Settings = request.app.state.settings
    known = named_by(token.strip(), settings.tokens)
    if known is None:
        return _unknown(request, own_path(next))
    found = RedirectResponse(own_path(next), status_code=303)
    sign_in(found, known, secure=is_secure(request.scope))
    return found


@router.post("/sign-out")
def leave(request: Request) -> Response:
    """Sign out."""
    found = RedirectResponse(PATH if _asked_for(request) else "/", status_code=303)
    sign_out(found, secure=is_secure(request.scope))
    return found


def _unknown(request: Request, on: str) -> Response:
    caller = replace(caller_of(request.scope), shown=True)
    status, _, headers = challenge(request.scope, caller)
    found = page(request, "sign_in.html", next=on, problem="That token is not known here.")
    found.status_code = status
    found.headers.update(headers)
    return found


def _asked_for(request: Request) -> bool:
    settings: Settings = request.app.state.settings
    return bool(settings.tokens)
