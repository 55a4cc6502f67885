"""What went wrong, as a result that an agent can read: a code and one line."""

from __future__ import annotations

from mcp_types import CallToolResult, TextContent

from onrecord.errors import (
    AmbiguousError,
    InputError,
    MissingExtraError,
    MissingLibraryError,
    ModelError,
    NotFoundError,
    OnrecordError,
    StoreBusyError,
    StoreError,
)
from onrecord.mcp.shapes import Failed

_LONGEST = 400


class CursorError(InputError):
    """A cursor that this call did not give, or whose ground has changed."""


class TooLargeError(InputError):
    """More text than is taken in one call."""


# The first that fits: kinds of errors before the kinds that hold them.
_CODES: tuple[tuple[type[Exception], str], ...] = (
    (CursorError, "bad_cursor"),
    (TooLargeError, "too_large"),
    (NotFoundError, "not_found"),
    (AmbiguousError, "ambiguous"),
    (InputError, "bad_input"),
    (MissingExtraError, "not_available"),
    (MissingLibraryError, "not_available"),
    (ModelError, "not_available"),
    (StoreBusyError, "store_busy"),
    (StoreError, "store_error"),
)


def failed(error: OnrecordError) -> CallToolResult:
    """The result for an error that this package raised on purpose."""
    code = next((code for kind, code in _CODES if isinstance(error, kind)), "internal")
    return failure(code, str(error))


def failure(code: str, message: str) -> CallToolResult:
    """A result that is an error: its code and its message, one line."""
    line = " ".join(message.split())
    line = line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
    told = Failed(code=code, message=line)
    return CallToolResult(
        content=[TextContent(type="text", text=f"{code}: {line}")],
        structured_content={"error": told.model_dump()},
        is_error=True,
    )
