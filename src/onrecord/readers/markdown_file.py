"""Markdown, with or without front matter."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

from onrecord.model import Document, Failure, PartKind
from onrecord.readers.blocks import BREAK, Block, compose, label_known_names, paragraphs
from onrecord.readers.encodings import decode
from onrecord.readers.inputs import Found, Input, Reader, document_of, whole
from onrecord.readers.published import published_day

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

READER = Reader("markdown_file", "1", "text/markdown")

# Which keys of the front matter say what, best first.
KEYS: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "headline"),
    "url": ("url", "source_url", "canonical_url", "link", "permalink"),
    "published": ("published", "date", "published_time", "pubdate", "datePublished"),
    "publisher": ("publisher", "site_name", "outlet"),
    "author": ("author", "authors", "byline"),
    "language": ("language", "lang"),
    "kind": ("kind",),
    "speaker": ("speaker",),
}
DEEPEST = 50  # front matter nested deeper is none
FENCE = re.compile(r"---[ \t]*\r?\n(?:.*\r?\n){0,400}?---[ \t]*(?:\r?\n|\Z)")
BLANK = re.compile(r"^[ \t\u00a0\u2000-\u200b\u202f]+$", re.MULTILINE)
# The parser passes over what is nested deeper than twenty levels; here the marks go, not the words.
DEEP = re.compile(r"^(?:[ \t]{0,3}(?:[>*+-]|\d{1,9}[.)])(?:[ \t]|(?=>))){8,}+", re.MULTILINE)
TAG = re.compile(r"<!--.*?(?:-->|\Z)|</?[A-Za-z][^<>]*>", re.DOTALL)
STRUCK = re.compile(r"<(s|del|strike)>", re.IGNORECASE)


def read_markdown_file(entry: Input) -> Iterator[Document | Failure]:
    """One document: wrapped lines joined, escapes and emphasis resolved, links as their words.

    Paragraphs stand one blank line apart, lines that the file breaks on purpose one line end. Words
    struck through stay in the text, for they may be what was said, and `dropped` names them. Front
    matter that is not YAML is left out and said to be. Where a picture is all there is, the title
    is the text.
    """
    decoded = decode(entry.data, entry.charset)
    body = decoded.text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff")
    fields, body, notes = _front_matter(body)
    body = DEEP.sub("", body)
    blocks, struck = _blocks(_parser().parse(BLANK.sub("", body)))
    if not blocks and fields.get("title"):
        blocks = [Block(fields["title"], PartKind.HEADLINE)]
        struck.append(f"no text below the title: {' '.join(body.split())[:100]}")
    text, marks = compose(blocks)
    yield document_of(
        entry,
        READER,
        Found(text, marks, fields, (*decoded.notes, *notes, *struck), decoded.encoding),
    )


def looks_like_front_matter(head: str) -> bool:
    """Whether the file begins with a block fenced by lines of three hyphens that has a key."""
    found = FENCE.match(head)
    return bool(found and re.search(r"^\w[\w -]*:", found[0], re.MULTILINE))


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    # Four spaces at the start of a line are an indent in transcripts, never code.
    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).disable("code")


def _front_matter(text: str) -> tuple[dict[str, str], str, tuple[str, ...]]:
    fence = FENCE.match(text)
    if not fence:
        return {}, text, ()
    from frontmatter.default_handlers import YAMLHandler
    from yaml import SafeLoader, YAMLError

    handler = YAMLHandler()
    try:
        # The loader in C, the handler's own choice, dies with the process on deep nesting.
        matter, body = handler.split(text)
        if _depth(matter) > DEEPEST:
            raise ValueError("nested too deep")
        read = handler.load(matter, Loader=SafeLoader) or {}
        if not isinstance(read, dict):
            raise ValueError("no keys")
    except (YAMLError, ValueError, TypeError, RecursionError, AttributeError) as fault:
        why = " ".join(str(fault).split())[:120]
        return {}, text[fence.end() :], (f"front matter: not YAML ({why})",)
    fields = {role: _first(read, role, keys) for role, keys in KEYS.items()}
    known = {key for keys in KEYS.values() for key in keys}
    others = [(key, _words(value)) for key, value in read.items() if key not in known]
    notes = [f"front matter: {_words(key)}: {words}"[:120] for key, words in others[:20]]
    return fields, body, tuple(notes)


def _depth(matter: str) -> int:
    """How deep brackets nest, whether in quotation marks or not."""
    steps = (1 if bracket in "[{" else -1 for bracket in re.findall(r"[\[\]{}]", matter))
    return max(accumulate(steps), default=0)


def _first(read: Mapping[str, object], role: str, keys: Sequence[str]) -> str:
    for key in keys:
        value = read.get(key)
        word = published_day(value) if role == "published" else _words(value)
        if word:
            return word
    return ""


def _words(value: object) -> str:
    if isinstance(value, list):  # of words: lists in lists can be endless by their aliases
        return "; ".join(filter(None, (_words(one) for one in value if isinstance(one, str))))
    if value is None or isinstance(value, dict | set | tuple):
        return ""
    return " ".join(whole(str(value)).split())


def _blocks(tokens: Sequence[Token]) -> tuple[list[Block], list[str]]:
    """The blocks of a parsed file, and notes of the words struck through."""
    found: list[Block] = []
    struck: list[str] = []
    kind, prefix = PartKind.PARAGRAPH, ""
    row: list[str] | None = None
    for token in tokens:
        match token.type:
            case "heading_open":
                kind = PartKind.HEADING
            case "heading_close":
                kind = PartKind.PARAGRAPH
            case "list_item_open":
                prefix = f"{token.info}{token.markup} " if token.info else ""
            case "tr_open":
                row = []
            case "tr_close":
                found.append(Block("\t".join(row or ()).strip()))
                row = None
            case "inline":
                text, bold = _inline(token.children or (), struck)
                if row is not None:
                    row.append(" ".join(text.split()))
                    continue
                found += paragraphs(text, bold, kind=_kind(token, kind), prefix=prefix, spaced=True)
                prefix = ""
            case "fence" | "html_block":
                found += paragraphs(_unmarked(token).replace("\n", BREAK))
    return label_known_names(found), struck


def _kind(token: Token, kind: PartKind) -> PartKind:
    """A heading underlined with hyphens is of one line; more are a paragraph above a rule."""
    lines = token.map or [0, 1]
    return PartKind.PARAGRAPH if kind == PartKind.HEADING and lines[1] - lines[0] > 1 else kind


def _unmarked(token: Token) -> str:
    return token.content if token.type == "fence" else html.unescape(TAG.sub("", token.content))


def _inline(children: Sequence[Token], struck: list[str]) -> tuple[str, str]:
    """The words of a paragraph, and for each character whether it is bold ("b") or not (" ")."""
    words: list[str] = []
    mask: list[str] = []
    strong = 0
    strikes: list[int] = []
    for child in children:
        strong += child.nesting if child.type.startswith("strong") else 0
        if _opens_strike(child):
            strikes.append(len(words))
        elif _closes_strike(child) and strikes:
            struck.append(f"struck through, kept: {''.join(words[strikes.pop() :])[:100]}")
        piece = _piece(child)
        words.append(piece)
        mask.append(("b" if strong else " ") * len(piece))
    return "".join(words), "".join(mask)


def _opens_strike(child: Token) -> bool:
    return child.type == "s_open" or (
        child.type == "html_inline" and bool(STRUCK.match(child.content))
    )


def _closes_strike(child: Token) -> bool:
    return child.type == "s_close" or (
        child.type == "html_inline" and bool(STRUCK.match(child.content.replace("/", "", 1)))
    )


def _piece(child: Token) -> str:
    match child.type:
        case "softbreak":
            return " "
        case "hardbreak":
            return BREAK
        case "html_inline":
            return BREAK if child.content.lower().startswith("<br") else ""
        case "image":
            return ""
        case _:
            return child.content
