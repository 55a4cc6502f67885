"""A kept doubt about a match by what is held now: documents that came later can settle it."""

from __future__ import annotations

from contextlib import suppress

from onrecord.checking import Checked, check_document, quoted
from onrecord.errors import NotFoundError, StoreBusyError
from onrecord.model.rulings import Doubt, Matter
from onrecord.reviewing.looking import look_at_matches
from onrecord.reviewing.matches import doubtful_matches
from onrecord.stores import Store

_WAIT = 0.2
"""Seconds that a doubt which is shown waits for somebody else who writes."""


def checked_again(store: Store, doubt: Doubt) -> tuple[Doubt | None, str]:
    """A doubt by what is held now, or None and in one sentence why it is closed.

    Only a match can change so: it is checked once more. Where its ground is gone the document is
    looked at again, and what is kept of it is what was found; where somebody writes meanwhile this
    is left to the next who looks.
    """
    if doubt.matter is not Matter.MATCH:
        return doubt, ""
    found, why = _checked(store, doubt)
    if found is None:
        return None, why
    document = store.load(doubt.spot.document).document
    now = next(iter(doubtful_matches(document, [found], store.rulings())), None)
    if now is not None and now.id == doubt.id:
        return now, ""
    _keep(store, doubt)
    if now is not None:
        return None, f"by what is held now it is matched otherwise: {now.why}"
    return None, f"by what is held now the finding is {found.finding.outcome.value}"


def _checked(store: Store, doubt: Doubt) -> tuple[Checked | None, str]:
    """The quotation of a doubt checked once more."""
    gone = "its quotation is not in a document in use any more"
    try:
        reading = store.load(doubt.spot.document)
    except NotFoundError:
        return None, gone
    text, language = reading.document.text, reading.document.language or "en"
    spans = [span for span, _ in quoted(text, reading.statements, language)]
    place = next((n for n, span in enumerate(spans) if (span,) == doubt.spot.spans), None)
    if place is None:
        _keep(store, doubt)
        return None, gone
    (found,) = check_document(doubt.spot.document, store, skipped=place, most=1)
    return found, ""


def _keep(store: Store, doubt: Doubt) -> None:
    with suppress(StoreBusyError), store.waiting(_WAIT):
        look_at_matches(store, doubt.spot.document)
