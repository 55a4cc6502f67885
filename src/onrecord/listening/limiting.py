"""How often somebody may ask, and how many requests are answered at once."""

from __future__ import annotations

import math
import time
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from limits import RateLimitItem, parse_many
from limits.aio.storage import MemoryStorage
from limits.aio.strategies import SlidingWindowCounterRateLimiter
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from onrecord.errors import InputError
from onrecord.listening.calling import caller_of

UNIT = 10
"""What an ordinary request costs: a light one, a file that never changes, costs one of these."""
_FAILED = 20 * UNIT
"""What a token costs that is none: whoever tries tokens is soon out of tries."""
_SHARE = 4
"""Where callers are told apart, none has more than this part of what is answered at once."""

Refusal = Callable[[Scope, int, str, Mapping[str, str]], Response]


@dataclass(frozen=True, slots=True)
class Limits:
    """How often one caller may ask, and how many requests one process answers at once.

    `rate` is as the library `limits` writes it: "600/minute", several with semicolons; "" for no
    limit. Each process counts for itself, so that several let through as many times as much.
    """

    rate: str = ""
    at_once: int = 100


def limits_of(rate: str, at_once: int) -> Limits:
    """Limits as they were given; `InputError` where the rate is none."""
    if rate:
        try:
            parse_many(rate)
        except ValueError:
            raise InputError(f"{rate}: not a rate, as 600/minute or 20/second;600/minute") from None
    return Limits(rate, at_once)


def _plainly(_: Scope, status: int, why: str, headers: Mapping[str, str]) -> Response:
    return PlainTextResponse(f"{why}\n", status, headers=dict(headers))


class Limiter:
    """Refuses with 429 who asks too often, with 503 what is too much at once.

    `cost` says what a request costs: `UNIT`, less, or 0 for what is let pass in any case.
    """

    def __init__(
        self,
        app: ASGIApp,
        *,
        limits: Limits,
        cost: Callable[[Scope], int] = lambda _: UNIT,
        refusal: Refusal = _plainly,
        told: Callable[[str], None] = lambda _: None,
    ) -> None:
        self._app = app
        self._cost = cost
        self._refusal = refusal
        self._told = told
        self._rates = [_in_units(one) for one in parse_many(limits.rate)] if limits.rate else []
        self._limiter = SlidingWindowCounterRateLimiter(MemoryStorage())
        self._most = limits.at_once
        self._each = max(1, self._most // _SHARE) if self._rates else self._most
        self._answering: Counter[str] = Counter()
        self._all = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it."""
        cost = self._cost(scope) if scope["type"] == "http" else 0
        if not cost:
            await self._app(scope, receive, send)
            return
        key = caller_of(scope).key
        if wait := await self._wait(key, cost):
            await self._refuse(scope, 429, wait)(scope, receive, send)
        elif cost < UNIT:
            await self._app(scope, receive, send)
        elif self._all >= self._most or self._answering[key] >= self._each:
            await self._refuse(scope, 503, 1)(scope, receive, send)
        else:
            await self._counted(key, scope, receive, send)

    async def _counted(self, key: str, scope: Scope, receive: Receive, send: Send) -> None:
        self._all += 1
        self._answering[key] += 1
        try:
            await self._app(scope, receive, send)
        finally:
            self._all -= 1
            self._answering[key] -= 1
            if not self._answering[key]:
                del self._answering[key]
            if scope.get("state", {}).get("failed"):
                await self._charge(key)

    async def _wait(self, key: str, cost: int) -> int:
        """After how many seconds it may be asked again, 0 where it may be now."""
        for rate in self._rates:
            if not await self._limiter.hit(rate, key, cost=min(cost, rate.amount)):
                stats = await self._limiter.get_window_stats(rate, key)
                return max(1, math.ceil(stats.reset_time - time.time()))
        return 0

    async def _charge(self, key: str) -> None:
        for rate in self._rates:
            left = (await self._limiter.get_window_stats(rate, key)).remaining
            await self._limiter.hit(rate, key, cost=min(_FAILED, left))

    def _refuse(self, scope: Scope, status: int, wait: int) -> Response:
        self._told("rate" if status == 429 else "at_once")
        why = "too many requests" if status == 429 else "too much is being answered at once"
        told = f"{why}; try again in {wait} {'second' if wait == 1 else 'seconds'}"
        return self._refusal(scope, status, told, {"Retry-After": str(wait)})


def _in_units(rate: RateLimitItem) -> RateLimitItem:
    return type(rate)(rate.amount * UNIT, rate.multiples, rate.namespace)
