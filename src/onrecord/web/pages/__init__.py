"""One file a page: its addresses and what stands on it. Each is registered by one line."""

from fastapi import APIRouter

from onrecord.web.pages import add, check, findings, people, person, processes, search

ROUTERS: tuple[APIRouter, ...] = (
    check.router,
    add.router,
    findings.router,
    people.router,
    person.router,
    processes.router,
    search.router,
)

__all__ = ["ROUTERS"]
