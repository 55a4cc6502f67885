"""Which reader reads what: one line a format."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from onrecord.errors import ReadError
from onrecord.model import Document, Failure
from onrecord.readers.csv_turns import looks_like_turns, read_csv_turns
from onrecord.readers.html_page import looks_like_html, read_html_page
from onrecord.readers.inputs import Input, told_by
from onrecord.readers.json_lines import looks_like_json_lines, read_json_lines
from onrecord.readers.markdown_file import looks_like_front_matter, read_markdown_file
from onrecord.readers.plain_text import read_plain_text
from onrecord.readers.tei import looks_like_tei, read_tei
from onrecord.readers.un_general_debate import is_general_debate, read_general_debate
from onrecord.readers.web_vtt import looks_like_web_vtt, read_web_vtt

HEAD = 65536


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name, its file extensions, how its first words look, and its reader.

    `named` tells by the path where the extension is another format's too.
    """

    name: str
    extensions: frozenset[str]
    looks: Callable[[str], bool]
    read: Callable[[Input], Iterator[Document | Failure]]
    named: Callable[[str], bool] | None = None


def _anything(head: str) -> bool:
    return True


def _nothing(head: str) -> bool:
    return False


# The order is that of sniffing; the last format takes what no other does.
FORMATS = (
    Format("ungd", frozenset(), _nothing, read_general_debate, named=is_general_debate),
    Format("jsonl", frozenset({"jsonl", "ndjson", "json"}), looks_like_json_lines, read_json_lines),
    Format("tei", frozenset({"tei"}), looks_like_tei, read_tei),
    Format("webvtt", frozenset({"vtt"}), looks_like_web_vtt, read_web_vtt),
    Format("html", frozenset({"html", "htm", "xhtml"}), looks_like_html, read_html_page),
    Format("markdown", frozenset({"md", "markdown"}), looks_like_front_matter, read_markdown_file),
    Format("csv", frozenset({"csv", "tsv"}), looks_like_turns, read_csv_turns),
    Format("plain", frozenset({"txt", "text"}), _anything, read_plain_text),
)


def sniff(data: bytes, *, path: str = "", columns: bool = False) -> str:
    """The name of the format: by the path's extension, else by how the first words look.

    `columns` says that the caller named columns, which makes CSV of what no extension decides.
    """
    return format_of(data, path=path, columns=columns).name


def format_named(name: str) -> Format:
    """The format of this name; `ReadError` for none."""
    for known in FORMATS:
        if known.name == name:
            return known
    raise ReadError(f"no such format: {name}; there are {', '.join(one.name for one in FORMATS)}")


def format_of(data: bytes, *, path: str = "", columns: bool = False) -> Format:
    """The format as `sniff` finds it, with its reader."""
    extension = told_by(path).suffix.lstrip(".").lower()
    for known in FORMATS:
        if extension in known.extensions or (known.named and known.named(path)):
            return known
    if columns:
        return format_named("csv")
    head = re.sub(r"\A[\ufeff\s]+", "", data[:HEAD].decode("utf-8", "replace").replace("\0", ""))
    return next(known for known in FORMATS if known.looks(head))
