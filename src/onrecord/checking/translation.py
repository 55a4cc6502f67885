"""Whether what is held may be one translation of an utterance and what is quoted another."""

from __future__ import annotations

from onrecord.checking.asking import Asked
from onrecord.checking.choosing import Chosen
from onrecord.checking.renderings import TRANSLATED, Rendering
from onrecord.matching import in_rows
from onrecord.model import Passage
from onrecord.stores import Store

_EDITIONS = "editions"
THROUGHOUT = 0.65
"""Less of a quotation's words than this, by what they weigh, and it differs throughout."""
IN_ROWS = 0.4
"""So it does only where less of it than this stands in rows of five words or more that the record
has too. `python -m benchmarks translations` prints what falls below both bounds."""


def translated_speech(passage: Passage, store: Store) -> bool:
    """Whether the words held may be a translation.

    Their page says so by its labels ("retranslated", "as interpreted"), or by a list of editions in
    which another language stands beside its own (which of them was spoken, no such list says); or
    other words of the speaker are held as translated.
    """
    if not {*TRANSLATED, _EDITIONS}.isdisjoint(passage.flags):
        return True
    return bool(passage.speaker) and not TRANSLATED.isdisjoint(store.flags_of(passage.speaker))


def another_translation(asked: Asked, chosen: Chosen, store: Store) -> bool:
    """Whether a quotation is another translation of what is held, not a change of its words.

    The words must differ throughout, and the speaker be known to speak another language: by the
    page, or because other turns of theirs are held as translated. A single word, number or denial
    changed within the same words is a change.
    """
    main = chosen.main
    if len(chosen.parts) > 1 or chosen.another or main.reporters or not _throughout(asked, main):
        return False
    return translated_speech(main.hit.passage, store)


def _throughout(asked: Asked, r: Rendering) -> bool:
    return r.weight < THROUGHOUT and in_rows(asked.bare, r.match) < IN_ROWS
