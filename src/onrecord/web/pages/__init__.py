"""One file a page: its addresses and what stands on it. Each is registered by one line."""

from fastapi import APIRouter

from onrecord.web.pages import (
    add,
    check,
    documents,
    exports,
    findings,
    operating,
    people,
    person,
    processes,
    review,
    search,
    sign_in,
    utterance,
)

ROUTERS: tuple[APIRouter, ...] = (
    check.router,
    add.router,
    findings.router,
    people.router,
    person.router,
    processes.router,
    search.router,
    documents.router,
    exports.router,
    utterance.router,
    review.router,
    sign_in.router,
    operating.router,
)

__all__ = ["ROUTERS"]
