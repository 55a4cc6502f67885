"""From what was seen to what is found: one table that a person can read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.model import Edit, EditKind, Outcome

OUTCOME_OF: dict[EditKind, Outcome] = {
    EditKind.PUNCTUATION: Outcome.VERBATIM,
    EditKind.CASE: Outcome.EDITED,
    EditKind.SPELLING: Outcome.EDITED,
    EditKind.CONTRACTION: Outcome.EDITED,
    EditKind.FILLER: Outcome.EDITED,
    EditKind.BRACKET: Outcome.EDITED,
    EditKind.ELLIPSIS: Outcome.EDITED,
    EditKind.NUMBER_FORM: Outcome.EDITED,
    EditKind.OMISSION: Outcome.TRIMMED,
    EditKind.NUMBER: Outcome.ALTERED,
    EditKind.NEGATION: Outcome.ALTERED,
    EditKind.NAME: Outcome.ALTERED,
    EditKind.MODAL: Outcome.ALTERED,
    EditKind.TENSE: Outcome.ALTERED,
    EditKind.ORDER: Outcome.ALTERED,
    EditKind.WORDING: Outcome.ALTERED,
}
"""What one edit alone makes of a quotation."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What was seen of a quotation whose words are held.

    `another`: they are on record from somebody else than the speaker given. `reporters`: they are a
    reporter's own words in the earliest rendering held. `apart`: its pieces do not stand together,
    or in another order. `governed`: what was cut off governed it. `absent`: the record of that
    speaker at that time is held and does not have it (a report has). `few`: under four words.
    """

    edits: tuple[Edit, ...]
    another: bool = False
    reporters: bool = False
    apart: bool = False
    governed: bool = False
    absent: bool = False
    few: bool = False


def outcomes(seen: Seen) -> tuple[Outcome, ...]:
    """The outcomes that apply, in the order in which the first is the finding.

    | seen                                        | outcome       |
    |---------------------------------------------|---------------|
    | somebody else's words                       | misattributed |
    | a reporter's own words                      | promoted      |
    | pieces apart, or their order changed        | spliced       |
    | an edit of a kind that alters               | altered       |
    | an omission, or what governed it cut off    | trimmed       |
    | an edit that stylebooks allow               | edited        |
    | none of these                               | verbatim      |
    | the record held does not have it            | not_in_record |

    The first and third and the last are never said of fewer than four words.
    """
    alone = {OUTCOME_OF[edit.kind] for edit in seen.edits}
    rows = (
        (Outcome.MISATTRIBUTED, seen.another and not seen.few),
        (Outcome.PROMOTED, seen.reporters),
        (Outcome.SPLICED, seen.apart and not seen.few),
        (Outcome.ALTERED, Outcome.ALTERED in alone),
        (Outcome.TRIMMED, Outcome.TRIMMED in alone or seen.governed),
        (Outcome.EDITED, Outcome.EDITED in alone),
    )
    found = [outcome for outcome, applies in rows if applies]
    found = found or [Outcome.VERBATIM]
    return (*found, Outcome.NOT_IN_RECORD) if seen.absent and not seen.few else tuple(found)


def alters(edits: Iterable[Edit]) -> bool:
    """Whether any of these edits alone makes a quotation altered."""
    return any(OUTCOME_OF[edit.kind] is Outcome.ALTERED for edit in edits)
