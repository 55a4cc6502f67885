"""Who is said to have said what, in a document."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from onrecord.model.documents import PartKind, Spans


class Quotation(StrEnum):
    """How much of a content stands in quotation marks: all, none, some (Pareti 2015)."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Manner(StrEnum):
    """How a cue says that its source holds the content: in words, in writing, in mind, as a plan.

    Speech is whatever is put into words, unless the cue says that they were written.
    """

    SPEECH = "speech"
    WRITING = "writing"
    THOUGHT = "thought"
    INTENTION = "intention"


class Stance(StrEnum):
    """Whether an attribution gives its content as what the source says, thinks or means to do.

    asserted: it does; denied: as what the source says is not so, or is against ("denied that",
    "does not think that"); not_said: the source did not say it; open: neither ("refused to say
    whether", "asked if", "did not deny", "if she says").
    """

    ASSERTED = "asserted"
    DENIED = "denied"
    NOT_SAID = "not_said"
    OPEN = "open"


WITHHELD = frozenset({Stance.DENIED, Stance.NOT_SAID, Stance.OPEN})


@dataclass(frozen=True, slots=True)
class Attribution:
    """Source, cue and content of one attribution relation (Pareti 2015; Newell et al. 2018).

    Each role may be empty or discontinuous, except `content`, which is never empty. `via` is the
    span of whoever passes the words on ("TASS" in "TASS cited Lavrov as saying").

    `manner` is None where the cue does not tell, `stance` None where nobody has looked yet.
    `hedged` says that the text does not vouch for the attribution itself ("reportedly", "may have
    said", "seems to think").
    """

    source: Spans
    cue: Spans
    content: Spans
    quotation: Quotation
    via: Spans = ()
    manner: Manner | None = None
    stance: Stance | None = None
    hedged: bool = False

    @property
    def withheld(self) -> bool:
        """Whether the content is known not to be asserted: it must not count as the source's."""
        return self.stance in WITHHELD


@dataclass(frozen=True, slots=True)
class Statement:
    """An attribution in its document, with the person it is resolved to.

    `speaker` is "" where nobody can be named; `basis` says how the name was reached: name, surname,
    post, pronoun, turn; organisation; plural, where several people say it together ("the two
    ministers": their names, with "; " between them); collective, where a group without names does
    (its own words: "officials"); roster, where the roster that ships has one holder of a post
    that the document names nobody for. `via` is the chain of those who pass it on, outermost first.
    `turn` is the number of the turn it stands in.
    """

    document: str
    attribution: Attribution
    speaker: str = ""
    basis: str = ""
    via: tuple[str, ...] = ()
    part: PartKind = PartKind.PARAGRAPH
    turn: int | None = None

    def facts(self) -> dict[str, Any]:
        """What is known of it beside its words and places, as JSON holds it; "" is not known."""
        said = self.attribution
        return {
            "speaker": self.speaker,
            "basis": self.basis,
            "via": list(self.via),
            "quotation": said.quotation.value,
            "manner": said.manner.value if said.manner else "",
            "stance": said.stance.value if said.stance else "",
            "hedged": said.hedged,
            "part": self.part.value,
            "turn": self.turn,
        }

    @property
    def speakers(self) -> tuple[str, ...]:
        """Each of those who say it together; the one speaker, or nobody, elsewhere."""
        several = self.speaker.split("; ") if self.basis == "plural" else [self.speaker]
        return tuple(name for name in several if name)


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a source was resolved to: see `Statement` for the fields."""

    speaker: str = ""
    basis: str = ""
    via: tuple[str, ...] = ()
