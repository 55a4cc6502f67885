"""Inputs of great size or depth, each made when it is asked for."""

from __future__ import annotations

import json
from collections.abc import Callable

Made = Callable[[int], tuple[str, bytes]]

_TEI = b'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>%s</body></text></TEI>'
_SENTENCE = "Ada Vell said on Monday that “the bridge” will open in May. "


def _bomb(of: bytes) -> bytes:
    """Entities of entities: a billion words in a few lines (the billion laughs)."""
    lines = [b'<!ENTITY a0 "ha ">']
    lines += [b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 10)]
    return b"<!DOCTYPE x [" + b"".join(lines) + b"]>" + of


def _aliases(levels: int) -> bytes:
    lines = [b"a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [
        b"a%d: &a%d [%s]" % (n, n, b", ".join([b"*a%d" % (n - 1)] * 9)) for n in range(1, levels)
    ]
    return b"---\ntitle: &t x\n" + b"\n".join(lines) + b"\n---\nAda Vell said so.\n"


# What each is, made to a size: characters, elements, rows or levels, as its name says.
HEAVY: dict[str, Made] = {
    "a line of one character": lambda n: ("x.txt", b"a" * n),
    "a line of words": lambda n: ("x.txt", b"word " * (n // 5)),
    "a line of sentences": lambda n: ("x.txt", _SENTENCE.encode() * (n // 64)),
    "quotation marks alone": lambda n: ("x.txt", b'"' * n),
    "opening brackets": lambda n: ("x.txt", b"(" * n),
    "paragraphs": lambda n: ("x.txt", b"a.\n\n" * (n // 4)),
    "stops that end nothing": lambda n: ("x.txt", b"." * n + b"x"),
    "combining marks": lambda n: ("x.txt", ("a" + "\u0301" * (n // 2)).encode()),
    "nested divs": lambda n: ("x.html", b"<div>" * n + b"words"),
    "nested divs, closed": lambda n: ("x.html", b"<div>" * n + b"words" + b"</div>" * n),
    "nested fonts": lambda n: ("x.html", b"<html><body>" + b"<font><b>" * n + b"words said"),
    "cells of a table": lambda n: ("x.html", b"<table><tr>" + b"<td>a cell</td>" * n + b"</table>"),
    "rows of a table": lambda n: ("x.html", b"<table>" + b"<tr><td>a<td>b</tr>" * n + b"</table>"),
    "paragraphs of a page": lambda n: ("x.html", b"<body>" + b"<p>It is so.</p>" * n),
    "an attribute": lambda n: ("x.html", b"<p title='" + b"x" * n + b"'>words</p>"),
    "attributes": lambda n: ("x.html", b"<p " + b"a%d=b " % n * n + b">words</p>"),
    "comments": lambda n: ("x.html", b"<p>words" + b"<!-- x -->" * n),
    "unclosed tags": lambda n: ("x.html", b"<p>words" + b"<a " * n),
    "entities in HTML": lambda n: ("x.html", b"<p>" + b"&amp;&#60;" * n + b"</p>"),
    "entity bomb in HTML": lambda _: ("x.html", _bomb(b"<html><body><p>&a9;</p></body></html>")),
    "entity bomb in TEI": lambda _: ("x.tei", _bomb(_TEI % b"<p>&a9;</p>")),
    "nested TEI": lambda n: ("x.tei", _TEI % (b"<div>" * n + b"<p>x</p>" + b"</div>" * n)),
    "notes of TEI": lambda n: ("x.tei", _TEI % (b"<p>x<note>y</note></p>" * n)),
    "turns of TEI": lambda n: ("x.tei", _TEI % (b'<u who="#a"><seg>It is so.</seg></u>' * n)),
    "front matter of aliases": lambda n: ("x.md", _aliases(min(n, 40))),
    "nested front matter": lambda n: ("x.md", b"---\na: " + b"[" * n + b"\n---\nwords\n"),
    "keys of front matter": lambda n: ("x.md", b"---\n" + b"k%d: v\n" % n * n + b"---\nwords\n"),
    "emphasis in Markdown": lambda n: ("x.md", b"*a **b " * n),
    "brackets in Markdown": lambda n: ("x.md", b"[" * n + b"words"),
    "links in Markdown": lambda n: ("x.md", b"[a](b " * n),
    "ticks in Markdown": lambda n: (
        "x.md",
        b"".join(b"`" * (k % 60) + b"a" for k in range(n // 30)),
    ),
    "quotes in Markdown": lambda n: ("x.md", b"> " * n + b"words"),
    "lists in Markdown": lambda n: ("x.md", b"- " * n + b"words"),
    "HTML in Markdown": lambda n: ("x.md", b"words <!-- " * n),
    "nested JSON": lambda n: ("x.jsonl", b'{"text": ' + b"[" * n + b"]" * n + b"}"),
    "an open JSON": lambda n: ("x.jsonl", b'{"a":' * n),
    "a number in JSON": lambda n: ("x.jsonl", b'{"text": "x", "id": ' + b"9" * n + b"}"),
    "lines of JSON": lambda n: ("x.jsonl", b'{"text": "It is so."}\n' * n),
    "a field of CSV": lambda n: ("x.csv", b'Speaker,Text\nAda,"' + b"a b " * (n // 4) + b'"\n'),
    "an open field of CSV": lambda n: ("x.csv", b'Speaker,Text\nAda,"' + b"a\n" * (n // 2)),
    "columns of CSV": lambda n: ("x.csv", b"Speaker,Text" + b",x" * n + b"\na,b" + b",y" * n),
    "dates of CSV": lambda n: (
        "x.csv",
        b"Speaker,Text,Date\n" + b"".join(b"a,b,%d\n" % k for k in range(n)),
    ),
    "rows of CSV": lambda n: ("x.csv", b"Line,Speaker,Text\n" + b"1,Ada,It is so.\n" * n),
    "cues of WebVTT": lambda n: (
        "x.vtt",
        b"WEBVTT\n\n" + b"00:00.000 --> 00:01.000\n<v Ada>It is so.\n\n" * n,
    ),
    "tags of WebVTT": lambda n: ("x.vtt", b"WEBVTT\n\n00:00.000 --> 00:01.000\n" + b"<v A>a" * n),
    "a text in JSON": lambda n: (
        "x.jsonl",
        json.dumps({"text": _SENTENCE * (n // 64), "title": "x" * n}).encode(),
    ),
    "NULs": lambda n: ("x.txt", b"words " + b"\0" * (n // 200) + b" words" * (n // 6)),
}
