"""`onrecord extract`: attributions without a database, line by line."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import Any, BinaryIO

import click

from onrecord.cli.engines import Using, engine_options
from onrecord.cli.house import PARTLY, tell
from onrecord.cli.shown import json_line
from onrecord.errors import InputError, OnrecordError


@click.command("extract")
@click.option("--jsonl", is_flag=True, required=True, help="JSON Lines in and out.")
@engine_options
def extract(*, jsonl: bool, using: Using) -> None:
    """Find attributions without a database.

    Reads {"doc", "text"} lines from standard input, writes them with "attributions" to output.

    Lines come out in the order in which they came in, one by one. Spans are [start, end) code
    points of the text. A line that cannot be used is told on standard error and the exit status
    is 1; the others go on.
    """
    assert jsonl
    using.refuse()
    failed = False
    for number, line in read_lines(sys.stdin.buffer):
        try:
            click.echo(json_line(_extracted(line, using=using)))
        except OnrecordError as error:
            failed = True
            tell(f"line {number}: {error}")
    if failed:
        sys.exit(PARTLY)


def read_lines(stream: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """The numbered lines of a stream that are not blank, as they come."""
    return ((number, line) for number, line in enumerate(stream, start=1) if line.strip())


def read_object(line: bytes) -> dict[str, Any]:
    """A line as a JSON object; `InputError` where it is none."""
    try:
        found = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise InputError("not UTF-8") from error
    except (ValueError, RecursionError) as error:
        raise InputError(f"not JSON: {error}") from error
    if not isinstance(found, dict):
        raise InputError("not a JSON object")
    return found


def _extracted(line: bytes, *, using: Using) -> dict[str, object]:
    from onrecord import answers
    from onrecord.pipeline import extract as statements_of

    given = read_object(line)
    text = given.get("text")
    if not isinstance(text, str):
        raise InputError('no "text"')
    code = str(given.get("language") or "")
    found = statements_of(text, language=code, **using._asdict())
    name = given.get("doc", given.get("id", ""))
    attributions = [answers.plain(answers.extracted(one)) for one in found]
    return {"doc": name, "text": text, "attributions": attributions}
