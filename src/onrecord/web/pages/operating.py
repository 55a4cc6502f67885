"""What those who run the server ask: whether it works, and its figures."""

from __future__ import annotations

import logging
import time
from threading import Lock

from fastapi import APIRouter, Request, Response
from fastapi.responses import PlainTextResponse

from onrecord.errors import OnrecordError
from onrecord.web.metrics import TEXT, Metrics
from onrecord.web.pool import Stores

router = APIRouter()
_log = logging.getLogger("onrecord.health")


class Health:
    """Whether the store can be asked, and its index with it: looked at once in `_EVERY` seconds."""

    _EVERY = 2.0

    def __init__(self, stores: Stores) -> None:
        self._stores = stores
        self._lock = Lock()
        self._looked = float("-inf")
        self._well = False

    def well(self) -> bool:
        """Whether it was well a moment ago; what is wrong stands in the log alone.

        While somebody looks, others are told what was seen before: none waits for it.
        """
        due = time.monotonic() - self._looked >= self._EVERY
        if due and self._lock.acquire(blocking=False):
            try:
                self._well = self._look()
                self._looked = time.monotonic()
            finally:
                self._lock.release()
        return self._well

    def _look(self) -> bool:
        try:
            with self._stores.lend() as store:
                store.how_many()
                store.indexed()
        except (OnrecordError, OSError) as error:
            _log.warning("not ready: %s", error)
            return False
        return True


@router.get("/healthz")
def show_ready(request: Request) -> Response:
    """Whether requests can be answered: the database can be read, its index covers it."""
    health: Health = request.app.state.health
    return _told(well=health.well())


@router.get("/healthz/live")
async def show_live() -> Response:
    """Whether this process answers at all."""
    return _told(well=True)


@router.get("/metrics")
def show_metrics(request: Request) -> Response:
    """The figures in the text form of Prometheus."""
    stores: Stores = request.app.state.stores
    metrics: Metrics = request.app.state.metrics
    with stores.lend() as store:
        start = time.perf_counter()
        passages, words = store.indexed()
        behind = time.perf_counter() - start
        held = [
            ("onrecord_index_lag_seconds", "How long it took to bring the index up.", behind),
            ("onrecord_documents", "Documents held.", float(store.how_many())),
            ("onrecord_passages", "Passages that a quotation is looked up in.", float(passages)),
            ("onrecord_words", "Words of these passages.", float(words)),
        ]
    return Response(metrics.text(held), media_type=TEXT, headers={"Cache-Control": "no-store"})


def _told(*, well: bool) -> Response:
    headers = {"Cache-Control": "no-store"}
    return PlainTextResponse("ok\n" if well else "not ok\n", 200 if well else 503, headers=headers)
