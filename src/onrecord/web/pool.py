"""Stores for requests: each is lent to one request at a time, and opened when first needed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from fastapi import Depends, Request

from onrecord.stores import Store, Stores

__all__ = ["Held", "Stores", "held_store"]


def held_store(request: Request) -> Iterator[Store]:
    """The store that a request is answered from."""
    stores: Stores = request.app.state.stores
    with stores.lend() as store:
        yield store


Held = Annotated[Store, Depends(held_store)]
"""A parameter of this type is given the store for the request."""
