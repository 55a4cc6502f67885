"""A document held as a file in the forms of `onrecord export`."""

from __future__ import annotations

from urllib.parse import quote

from fastapi import APIRouter, Response

from onrecord.errors import NotFoundError
from onrecord.exports import FORMS, Chosen, gather, write
from onrecord.web.pool import Held

router = APIRouter()


@router.get("/exports/{form}")
def send_document(store: Held, form: str, document: str) -> Response:
    """A document in a form that holds one; `InputError` where that form cannot hold it."""
    if form not in FORMS or FORMS[form].write is None:
        raise NotFoundError(f"no such form of a document: {form!r}")
    held = store.find(document)
    known = FORMS[form]
    chosen = gather(store, Chosen(documents=(held,)), check=known.checked)
    body = b"".join(write(form, chosen))
    name = quote(f"{held}.{known.extension}", safe="", errors="replace")
    text = known.media_type.startswith("text/")
    return Response(
        body,
        media_type=f"{known.media_type}; charset=utf-8" if text else known.media_type,
        headers={"Content-Disposition": f"attachment; filename*=UTF-8''{name}"},
    )
