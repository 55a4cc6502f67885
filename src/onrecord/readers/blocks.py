"""Paragraphs to a text and the marks that say what each of its stretches is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from onrecord.model import Mark, PartKind, Span

BREAK = "\u2028"  # stands for a line break of the page until the block is done
RUN = re.compile(r"[ \t\r\n\f\v]{2,}|[\t\r\n\f\v]|\u00ad")
SPACED = re.compile(r"[\t\r\n\f\v]+|\u00ad")
SOFT_HYPHEN = "\u00ad"
NO_BREAK = "\u00a0"
LONGEST_LABEL = 160
BARE_LABEL_END = re.compile(r"[.:]?\s*")
ASIDE = re.compile(r"\([^()]{0,100}\)")


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph as it will stand in the text.

    `label` counts the characters at its start that name the speaker, colon included, 0 where the
    format names nobody; `speaker` is the name where it is not just these words. `value` is the
    mark's value. `close` says that it follows the block before after one line break, not two.
    `bold` counts the characters at its start that are set in bold.
    """

    text: str
    kind: PartKind = PartKind.PARAGRAPH
    value: str = ""
    label: int = 0
    speaker: str = ""
    close: bool = False
    bold: int = 0


def compose(blocks: Iterable[Block]) -> tuple[str, tuple[Mark, ...]]:
    """The text of the blocks, one blank line between paragraphs, and a mark for each of them.

    A label is marked inside its paragraph, from its first word to its colon: its value is the
    speaker as the label has it. Blocks without a visible character are left out.
    """
    pieces: list[str] = []
    marks: list[Mark] = []
    at = 0
    for block in blocks:
        if not block.text.strip():
            continue
        if pieces:
            gap = "\n" if block.close else "\n\n"
            pieces.append(gap)
            at += len(gap)
        marks.append(Mark(block.kind, Span(at, at + len(block.text)), block.value))
        if block.label:
            name = block.speaker or block.text[: block.label].rstrip(" :\u00a0")
            marks.append(Mark(PartKind.LABEL, Span(at, at + block.label), name))
        pieces.append(block.text)
        at += len(block.text)
    return "".join(pieces), tuple(marks)


def label_length(text: str, bold: str) -> int:
    """How many characters at the start of a paragraph are a speaker's label, colon included.

    `bold` has a character for each of `text`, "b" where it is set in bold. A label is bold from the
    start to its colon, an aside in brackets apart, and is followed by words that are not bold or by
    nothing. 0 where there is none.
    """
    colon = text.find(":", 0, LONGEST_LABEL)
    if colon < 1 or "b" not in bold[:colon] or not _ends_label(text, bold, colon):
        return 0
    asides = {place for aside in ASIDE.finditer(text, 0, colon) for place in range(*aside.span())}
    own = [at for at in range(colon) if text[at].isalnum() and at not in asides]
    if not own or any(bold[at] != "b" for at in own):
        return 0
    rest = [bold[at] for at in range(colon + 1, len(text)) if text[at].isalnum()]
    return 0 if rest and " " not in rest else colon + 1


def _ends_label(text: str, bold: str, colon: int) -> bool:
    """Whether white space follows the colon, a quotation mark, the end, or the end of the bold."""
    after = text[colon + 1 : colon + 2]
    return after.strip() in ("", "\u201c") or bold[colon : colon + 2] == "b "


def label_known_names(blocks: Iterable[Block]) -> list[Block]:
    """The blocks, and a label too where a name that others bear as label stands bold without colon.

    The page forgot the colon there: the bold words are the whole name, and a sentence begins after
    them. What would be a bold name inside a sentence goes on with a small letter.
    """
    found = list(blocks)
    names = {block.text[: block.label].rstrip(" :") for block in found if block.label}
    return [_relabelled(block, names) if not block.label else block for block in found]


def _relabelled(block: Block, names: set[str]) -> Block:
    name = block.text[: block.bold].rstrip(" .:")
    rest = block.text[len(name) :]
    start = BARE_LABEL_END.match(rest)
    if not name or name not in names or start is None or rest[start.end() :][:1].islower():
        return block
    return replace(block, label=len(name) + len(start[0].rstrip()), speaker=name)


def paragraphs(
    text: str,
    bold: str = "",
    *,
    kind: PartKind = PartKind.PARAGRAPH,
    prefix: str = "",
    spaced: bool = False,
) -> list[Block]:
    """The lines of one block of markup as paragraphs, with the labels that its bold type shows.

    White space is drawn together as a browser does it: runs of spaces, tabs and line ends are one
    space; a no-break space stays for itself and becomes an ordinary one, so that `Q` and four of
    them keep their distance; soft hyphens go. With `spaced`, runs of spaces stay too. `BREAK` ends
    a line, two of them a paragraph. A line break inside a sentence, seen by the small letter after
    it, is a space. What has a `prefix`, the number of a list, is no speaker's.
    """
    lines = _lines(*_tidied(text, bold or " " * len(text), SPACED if spaced else RUN))
    found = []
    for number, (pieces, mask, close) in enumerate(_sentences(lines)):
        words = " ".join(pieces)
        named = kind == PartKind.PARAGRAPH and not prefix
        label = label_length(pieces[0], mask) if named else 0
        lead = len(mask) - len(mask.lstrip("b")) if named else 0
        words = words if number else prefix + words
        found.append(Block(words, kind, label=label, close=close, bold=lead))
    return found


def _sentences(lines: Iterator[tuple[str, str]]) -> list[tuple[list[str], str, bool]]:
    """The lines that make one paragraph, the mask of the first, whether it follows a line break."""
    found: list[tuple[list[str], str, bool]] = []
    blank = True
    for line, mask in lines:
        goes_on = not blank and line[:1].islower() and found[-1][0][-1][-1] not in ".!?:;"
        if line and goes_on:
            found[-1][0].append(line)
        elif line:
            found.append(([line], mask, not blank))
        blank = not line
    return found


def _tidied(text: str, bold: str, runs: re.Pattern[str]) -> tuple[str, str]:
    """Text and mask with white space drawn together, soft hyphens gone, no-break spaces plain."""
    letters: list[str] = []
    mask: list[str] = []
    at = 0
    for run in runs.finditer(text):
        start, end = run.span()
        letters.append(text[at:start])
        mask.append(bold[at:start])
        if text[start] != SOFT_HYPHEN:
            letters.append(" ")
            mask.append(bold[start])
        at = end
    letters.append(text[at:])
    mask.append(bold[at:])
    return "".join(letters).replace(NO_BREAK, " "), "".join(mask)


def _lines(text: str, bold: str) -> Iterator[tuple[str, str]]:
    at = 0
    for line in text.split(BREAK):
        bare = line.strip()
        start = at + (line.find(bare) if bare else 0)
        yield bare, bold[start : start + len(bare)]
        at += len(line) + 1
