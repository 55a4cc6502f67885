"""Which column of a table holds what."""

from __future__ import annotations

import re
from collections.abc import Mapping

from onrecord.unpacking.entries import BrokenError

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "html": ("html", "rawhtml", "pagehtml"),
    "text": ("text", "plaintext", "content", "maintext", "body", "article", "articletext"),
    "url": ("url", "requestedurl", "uri", "targeturi", "warctargeturi", "sourceurl", "link"),
    "title": ("title", "headline"),
    "published": ("published", "publisheddate", "datepublished", "datepublish", "pubdate", "date"),
    "publisher": ("publisher", "outlet", "sitename", "newspaper"),
    "author": ("author", "byline"),
    "language": ("language", "lang"),
    "id": ("id", "docid", "documentid"),
    "kind": ("kind",),
    "speaker": ("speaker",),
}
"""The names in which each role is recognised, case and punctuation aside, best first."""
_CRAWLED = frozenset({"dump", "warcpath", "warcfilename", "crawldate"})
"""Columns of what was made of Common Crawl: there `date` is the day of the crawl."""


def roles_of(names: list[str], columns: Mapping[str, str]) -> dict[str, str]:
    """Which column has which role; `BrokenError` where one that is named is missing, or the text.

    Roles of other tables are passed over.
    """
    known = {role: name for role, name in columns.items() if role in COLUMNS}
    known |= {"published": columns["date"]} if "date" in columns else {}
    if missing := [name for name in known.values() if name not in names]:
        raise BrokenError(f"no column {missing[0][:40]!r}; there are {_list(names)}")
    plain = {re.sub(r"[\W_]+", "", name).lower(): name for name in reversed(names)}
    crawled = not _CRAWLED.isdisjoint(plain)
    for role, recognised in COLUMNS.items():
        told = [plain[name] for name in recognised if name in plain]
        told = [name for name in told if not (crawled and role == "published" and name == "date")]
        if told and role not in known:
            known[role] = told[0]
    if "text" not in known and "html" not in known:
        raise BrokenError(f"no column is known to hold the text; there are {_list(names)}")
    return known


def _list(names: list[str]) -> str:
    return ", ".join(names)[:200] or "none"
