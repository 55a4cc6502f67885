"""Transcripts: turns with their speakers and roles, exchanges, the opening that bears no label."""

from __future__ import annotations

from dataclasses import replace

from onrecord.model import Kind, Role, Structure, Turn
from onrecord.structure.exchanges import find_exchanges, give_roles
from onrecord.structure.head import salutes
from onrecord.structure.kinds import Voice, listen
from onrecord.structure.labels import Label, LabelKind
from onrecord.structure.names import Named
from onrecord.structure.occasions import day_of_transcript, place_of, published_day
from onrecord.structure.page import Page, editions, foot_parts, head_parts
from onrecord.structure.speakers import Cast, cast
from onrecord.structure.titles import names_in, title_speaker
from onrecord.structure.turns import Opening, build_turns

_FIRST_PERSON = 0.008
_SHORT = 12  # words of a line that may stand before a transcript and be no speech


def read_transcript(page: Page, why: str) -> Structure:
    """The structure of a transcript; a speaker that nothing names is "" and never guessed."""
    text, layout = page.document.text, page.layout
    announced = title_speaker(page.title, layout)
    titled = [announced] if announced else []
    titled += [n for n in names_in(page.title, layout) if n not in titled]
    given = page.document.speaker
    who = cast(page.labels, title=page.title, given=given, text=text, titled=titled, layout=layout)
    opening = _opening(page, announced, who)
    turns, parts = build_turns(
        text,
        page.blocks,
        page.labels,
        opening=opening,
        who=who,
        body=page.head.body,
        skipped=frozenset(page.furniture),
        layout=layout,
    )
    principals = who.principals | ({opening.speaker} if opening and opening.speaker else set())
    turns = _answered_by(turns, page, opening, announced)
    turns = give_roles(text, _flagged(turns), principals=frozenset(principals), layout=layout)
    published = published_day(page)
    return Structure(
        Kind.TRANSCRIPT,
        why,
        tuple(sorted([*head_parts(page), *parts, *foot_parts(page)], key=lambda p: p.span)),
        turns,
        find_exchanges(turns),
        title=page.title,
        dating=day_of_transcript(page, published),
        published=published,
        place=place_of(page),
        publisher=page.document.publisher,
        editions=editions(page),
        flags=_flags(page, turns),
    )


def _opening(page: Page, announced: Named | None, who: Cast) -> Opening | None:
    """The words before the first label, where they are spoken and not told.

    Spoken they are where title or caller names a speaker who does not bear the first label, or
    where they speak in the first person; else they describe the occasion.
    """
    first = min((x.block for x in page.labels), default=len(page.blocks))
    blocks = [n for n in range(page.head.body, first) if n not in page.furniture]
    blocks = _without_lines(page, blocks)
    if not blocks:
        return None
    voice = listen(page.document.text, page.blocks[:first], blocks[0], page.layout)
    if page.labels and not _is_spoken(page, blocks, voice):
        return None
    speaker, basis = _its_speaker(page, announced)
    if page.labels and speaker and who.names.get(_first(page.labels).words) == speaker:
        return None
    return Opening(tuple(blocks), speaker, basis)


def _first(labels: tuple[Label, ...]) -> Label:
    return min(labels, key=lambda x: x.block)


def _its_speaker(page: Page, announced: Named | None) -> tuple[str, str]:
    if page.document.speaker:
        return page.document.speaker, "given"
    return (announced.name, "title") if announced else ("", "none")


def _is_spoken(page: Page, blocks: list[int], voice: Voice) -> bool:
    if any(salutes(page.line(n), page.layout) for n in blocks[:2]):
        return True
    return voice.words > _SHORT and voice.first_person >= _FIRST_PERSON


def _without_lines(page: Page, blocks: list[int]) -> list[int]:
    """The blocks from the first that is prose or salutes on: places and hours come before it."""
    for index, number in enumerate(blocks):
        line = page.line(number)
        if salutes(line, page.layout) or len(line.split()) > _SHORT:
            return blocks[index:]
    return [] if page.labels else blocks


def _answered_by(
    turns: tuple[Turn, ...], page: Page, opening: Opening | None, announced: Named | None
) -> tuple[Turn, ...]:
    """Turns labelled "Answer" belong to the one whom the title or the caller names."""
    speaker = page.document.speaker or (announced.name if announced else "")
    answers = {x.span for x in page.labels if x.kind is LabelKind.ANSWER}
    if not speaker or not answers:
        return tuple(replace(t, role=Role.ANSWER) if t.label in answers else t for t in turns)
    basis = "given" if page.document.speaker else "title"
    return tuple(
        replace(t, speaker=speaker, basis=basis) if t.label in answers else t for t in turns
    )


def _flagged(turns: tuple[Turn, ...]) -> tuple[Turn, ...]:
    """A speaker who is translated once is translated throughout: labels say so only at first."""
    translated = {t.speaker: t.flags for t in reversed(turns) if t.speaker and t.flags}
    return tuple(replace(t, flags=t.flags or translated.get(t.speaker, ())) for t in turns)


def _flags(page: Page, turns: tuple[Turn, ...]) -> tuple[str, ...]:
    flags = dict.fromkeys(flag for t in turns for flag in t.flags)
    title = page.title.casefold()
    joint = any(words in title for words in page.layout.joint_titles)
    speakers = {t.speaker for t in turns if t.speaker and t.role is not Role.QUESTION}
    return (*flags, "one_side") if joint and len(speakers) == 1 else tuple(flags)
