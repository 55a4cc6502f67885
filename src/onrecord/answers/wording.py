"""What findings are called for people: one wording for terminal, pages and docs."""

from __future__ import annotations

from onrecord.model import Coverage, CutKind, EditKind, Finding, Outcome, Proof, Severity

MEANINGS = {
    Outcome.MISATTRIBUTED: "these words are on record from somebody else",
    Outcome.PROMOTED: "a reporter's own words, put in quotation marks",
    Outcome.SPLICED: "words that do not stand together were joined, or their order was changed",
    Outcome.ALTERED: "words were changed",
    Outcome.TRIMMED: "words were left out without a mark",
    Outcome.EDITED: "only what stylebooks allow was changed",
    Outcome.VERBATIM: "the same words in the same order",
    Outcome.PARAPHRASE: "no such words, but others that seem to mean the same",
    Outcome.NOT_IN_RECORD: "the record of that occasion or time is held and does not have it",
    Outcome.RECORD_NOT_HELD: "no record is held that could tell; it may well have been said",
}
"""What each finding means."""

CUTS = {
    CutKind.CONDITION: "a condition, cut off",
    CutKind.DENIAL: "a denial, cut off",
    CutKind.SENTENCE: "from one sentence to another",
    CutKind.TURN: "from one turn to another",
}
"""Why what was cut matters."""

FLAGS = {
    "partial": "begins or ends in the middle of a sentence",
    "out_of_context": "what was cut puts the rest out of its context",
    "question": "they are words of a question",
    "independent_translation_possible": "held in translation: another one is no misquotation",
    "short": "under four words: looked up only within the speaker and the date given",
    "other_date": "on record on another day than the one given",
    "hedged": "the report does not vouch for it (“reportedly”, “may have said”)",
    "name_unsure": "the name given only looks like the speaker's: letters of another alphabet",
    "denied": "held only as what the speaker denies",
    "not_said": "held only as what the speaker did not say",
    "open": "held only as what is left open (“refused to say whether”, “if she says”)",
    "numbers_differ": "the numbers differ",
    "negation_differs": "one says it, the other says that it is not so",
}
"""What has to be known of a finding besides."""

SEVERITIES = {
    Severity.KEPT: "sense kept",
    Severity.AT_RISK: "sense at risk",
    Severity.REVERSED: "sense reversed",
}
"""What an edit does to the sense."""

KINDS = {kind: kind.value.replace("_", " ") for kind in EditKind}
"""What an edit is called."""

_DIFFERS = (("numbers_differ", "numbers"), ("negation_differs", "negation"))


def meaning(finding: Finding) -> str:
    """What a finding means; of a paraphrase that differs in what counts, in what it does."""
    differs = [name for flag, name in _DIFFERS if flag in finding.flags]
    if finding.outcome is Outcome.PARAPHRASE and differs:
        return f"no such words; what comes nearest differs in {' and in '.join(differs)}"
    return MEANINGS[finding.outcome]


def searched(coverage: Coverage) -> str:
    """One sentence on which records were searched, and how."""
    return f"{coverage.why} By {coverage.by}."


def proof_words(proof: Proof) -> str:
    """One sentence on how near any of the words held come to a quotation."""
    held = f"the {proof.words:,} words of {proof.passages:,} passages"
    if proof.nearest is None:
        return f"no stretch of {held} comes within {_edits(proof.within)} of it"
    return f"of {held} the nearest stretch is {_edits(proof.nearest)} away"


def _edits(count: int) -> str:
    return f"{count} word edit{'' if count == 1 else 's'}"
