"""How the log is written, and what never stands in it.

The log goes to standard error, a line each; what turns it over and keeps it is the system's.
"""

from __future__ import annotations

import logging
import re
import sys
from enum import StrEnum
from typing import Any

_HIDDEN = "…"
_TEXT = "onrecord: %(levelname)s: %(message)s"
_SECRETS = tuple(
    (re.compile(pattern, re.IGNORECASE), instead)
    for pattern, instead in (
        # A token or password that is sent with a request; all cookies.
        (r"\b(bearer|basic)[ \t]+[A-Za-z0-9._~+/=-]+", rf"\1 {_HIDDEN}"),
        (r"\b((?:set-)?cookie\W{1,4})[^\r\n]+", rf"\1{_HIDDEN}"),
        # The password of an address, and what is called one.
        (
            r"\b([a-z][a-z0-9+]{0,30}://[^\s:/@\"']{0,200}):[^\s/\"']{1,500}@",
            rf"\1:{_HIDDEN}@",
        ),
        (
            r"\b(\w{0,40}(?:password|passwd|token|secret)\W{1,4})[^\s\"'&;,)}]+",
            rf"\1{_HIDDEN}",
        ),
    )
)


class Form(StrEnum):
    """How the log is written."""

    JSON = "json"
    TEXT = "text"
    OFF = "off"


def conceal(text: str) -> str:
    """A text without tokens, cookies and passwords, as far as they can be told by their place."""
    for pattern, instead in _SECRETS:
        text = pattern.sub(instead, text)
    return text


class _Text(logging.Formatter):
    """Lines for people, tracebacks included, without what is secret."""

    def format(self, record: logging.LogRecord) -> str:
        """A record as a text."""
        return conceal(super().format(record))


def set_up_logs(form: Form) -> None:
    """Write the log of this process to standard error.

    As `json`, an object a line for each request and whatever else is told; as `text`, lines for
    warnings and errors alone; `off` writes nothing.
    """
    if form is Form.OFF:
        logging.basicConfig(handlers=[logging.NullHandler()], force=True)
        logging.disable(logging.CRITICAL)
        return
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_json() if form is Form.JSON else _Text(_TEXT))
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)
    logging.getLogger("onrecord").setLevel(logging.INFO if form is Form.JSON else logging.WARNING)


def _json() -> logging.Formatter:
    from pythonjsonlogger.json import JsonFormatter

    class Json(JsonFormatter):
        """Objects, of which each text is without what is secret."""

        def process_log_record(self, log_data: dict[str, Any]) -> dict[str, Any]:
            """The fields of a record."""
            fields = super().process_log_record(log_data)
            return {k: conceal(v) if isinstance(v, str) else v for k, v in fields.items()}

    return Json(
        "%(asctime)s %(levelname)s %(name)s %(message)s",
        datefmt="%Y-%m-%dT%H:%M:%S%z",
        rename_fields={"asctime": "time", "levelname": "level", "name": "logger"},
    )
