r"""Stories with their attributions written into them, so that both can be read together.

    [k2 According to] [s2 the harbour board], [c2 [s1 Orla Venn] [k1- did not say] [c1 when the
    bridge would open]].

A tag is a letter and the number of its attribution; a span closes where its bracket does. `s` is
the source, `c` the content, and the cue is `k` for speech, `w` for writing, `t` for thought, `i`
for intention, which is the attribution's manner: speech is whatever is put into words, writing
where the cue, the words behind it ("in a statement") or the source ("the report") say so. A span
that belongs to several attributions has several numbers (`[s1,2 Venn]`), one in pieces has its tag
on each piece. After the number of a cue `-` says that the content is not asserted by the source
(denied, not said, left open), `?` that the text itself does not vouch for it (reportedly). Brackets
of the text itself need no mark, as long as what stands in them does not read as a tag.

A file holds one story; lines that begin with `#` before the first other line are remarks. In a
paragraph that was broken over several lines the lines are joined by spaces, so that a paragraph is
one line of the story; a blank line parts paragraphs.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

_TAG = re.compile(r"\[(?P<role>[scktwi])(?P<numbers>\d+(?:,\d+)*)(?P<flags>[-?]{0,2})[ \n]")
_MANNERS = {"k": "speech", "w": "writing", "t": "thought", "i": "intention"}


class MarkupError(ValueError):
    """A story whose brackets or tags do not fit together."""


@dataclass(slots=True)
class _Open:
    """A bracket that was opened: where in the story, and the tag, None for one of the text."""

    start: int
    tag: re.Match[str] | None


@dataclass(slots=True)
class _Made:
    """One attribution while it is being put together."""

    source: list[list[int]] = field(default_factory=list)
    cue: list[list[int]] = field(default_factory=list)
    content: list[list[int]] = field(default_factory=list)
    manner: str = ""
    withheld: bool = False
    hedged: bool = False


def stories(folder: Path) -> dict[str, tuple[str, list[dict[str, Any]]]]:
    """The stories of a folder by the names of their files, each with its attributions."""
    return {path.stem: read_story(path) for path in sorted(folder.glob("*.txt"))}


def read_story(path: Path) -> tuple[str, list[dict[str, Any]]]:
    """The text of a story and its attributions; `MarkupError` names the file and the place."""
    try:
        return read_markup(path.read_text(encoding="utf-8"))
    except MarkupError as error:
        raise MarkupError(f"{path.name}: {error}") from error


def read_markup(marked: str) -> tuple[str, list[dict[str, Any]]]:
    """The text of marked-up words, and its attributions in order of their content."""
    marked = _joined(marked)
    pieces: list[str] = []
    made: dict[int, _Made] = {}
    stack: list[_Open] = []
    at = length = 0
    while at < len(marked):
        tag = _TAG.match(marked, at)
        char = marked[at]
        if tag or char == "[":
            stack.append(_Open(length, tag))
        elif char == "]":
            if not stack:
                raise MarkupError(f"a bracket closes that none opened: {_near(marked, at)}")
            opened = stack.pop()
            if opened.tag:
                _note(made, opened, length)
                at += 1
                continue
        kept = "" if tag else char
        pieces.append(kept)
        length += len(kept)
        at = tag.end() if tag else at + 1
    if stack:
        raise MarkupError(f"a bracket is left open: {''.join(pieces)[stack[-1].start :][:40]!r}")
    return "".join(pieces), _finished(made)


def _joined(marked: str) -> str:
    """A file's paragraphs, a line each, without its remarks."""
    lines = marked.strip().splitlines()
    while lines and (lines[0].startswith("#") or not lines[0].strip()):
        lines = lines[1:]
    paragraphs = re.split(r"\n\s*\n", "\n".join(lines))
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)


def _note(made: dict[int, _Made], opened: _Open, end: int) -> None:
    assert opened.tag
    role, flags = opened.tag["role"], opened.tag["flags"]
    for number in map(int, opened.tag["numbers"].split(",")):
        one = made.setdefault(number, _Made())
        span = [opened.start, end]
        if role == "s":
            one.source.append(span)
        elif role == "c":
            one.content.append(span)
        else:
            one.cue.append(span)
            one.manner = _MANNERS[role]
            one.withheld |= "-" in flags
            one.hedged |= "?" in flags


def _finished(made: dict[int, _Made]) -> list[dict[str, Any]]:
    for number, one in made.items():
        if not one.content or not one.cue:
            raise MarkupError(f"attribution {number} has no {'content' if one.cue else 'cue'}")
    return [
        {
            "source": sorted(one.source),
            "cue": sorted(one.cue),
            "content": sorted(one.content),
            "manner": one.manner,
            "withheld": one.withheld,
            "hedged": one.hedged,
        }
        for one in sorted(made.values(), key=lambda one: min(one.content))
    ]


def _near(marked: str, at: int) -> str:
    return repr(marked[max(0, at - 20) : at + 20])
