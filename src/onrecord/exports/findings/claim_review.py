"""Findings as ClaimReview of schema.org, in JSON-LD: what was reviewed is the wording alone.

A rating here says how near the words are to the record, 5 for the same words and 1 for somebody
else's. It never says whether what was said is true. There is no rating

- where no record is held of the speaker at that time, or the records held do not have the words:
  what is not held was not therefore never said;
- where only a report was there to hold the words against, which is no record;
- where a reporter's paraphrase was put in quotation marks (promoted): the words themselves are not
  on record;
- for a paraphrase, which is a likeness of meaning and proves nothing about words;
- where the record may be an independent translation: its words then differ for a good reason;
- where the words are held only as what was denied, not said, left open or hedged.

Such findings are written with their reasons in `reviewBody`, and without `reviewRating`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from onrecord.checking import Checked
from onrecord.dates import read_edtf
from onrecord.errors import InputError
from onrecord.exports.accounts import Account, link_of, urn_of_document, urn_of_place
from onrecord.exports.characters import as_json
from onrecord.exports.documents.schema_org import CONTEXT, article, someone
from onrecord.model import Against, Finding, Outcome
from onrecord.text import place_of

RATINGS = {
    Outcome.VERBATIM: (5, "Verbatim: the same words in the same order"),
    Outcome.EDITED: (4, "Edited: only what stylebooks allow was changed"),
    Outcome.TRIMMED: (3, "Trimmed: words were left out without a mark"),
    Outcome.ALTERED: (2, "Altered: words were changed"),
    Outcome.SPLICED: (2, "Spliced: passages that stand apart were joined"),
    Outcome.MISATTRIBUTED: (1, "Misattributed: these words are on record from somebody else"),
}
_UNRATED = frozenset(
    "independent_translation_possible denied not_said open hedged short question group".split()
)
_BEST, _WORST = 5, 1


def as_claim_reviews(accounts: Iterable[Account], *, reviewer: str = "") -> Iterator[str]:
    """A graph with a ClaimReview for each quotation that was checked, piece by piece.

    `reviewer` is the organisation that stands for the reviews; without one they have no author,
    which search engines do not accept: a program answers for nothing.
    """
    yield as_json({"@context": CONTEXT})[:-1] + ', "@graph": ['
    first = True
    for account in accounts:
        for one in account.checked:
            yield ("\n" if first else ",\n") + as_json(_review(one, account, reviewer))
            first = False
    yield "\n]}\n"


def is_rated(finding: Finding) -> bool:
    """Whether a finding says enough of the words for a rating; see the top of this file."""
    held = finding.against is Against.RECORD and bool(finding.spans)
    return held and finding.outcome in RATINGS and not _UNRATED & set(finding.flags)


def _review(one: Checked, account: Account, reviewer: str) -> dict[str, Any]:
    finding, document = one.finding, account.document
    place = (one.quotation,)
    review: dict[str, Any] = {
        "@type": "ClaimReview",
        "@id": urn_of_place("finding", document.id, place),
        "claimReviewed": finding.quote,
        "reviewAspect": "wording",
        "reviewBody": _body(finding),
        "url": link_of(document, place),
        "itemReviewed": _claim(one, account),
    }
    if reviewer:
        review["author"] = {"@type": "Organization", "name": reviewer}
    if finding.document:
        review["citation"] = _citation(finding)
    if is_rated(finding):
        value, told = RATINGS[finding.outcome]
        scale = {"bestRating": _BEST, "worstRating": _WORST}
        rating = {"@type": "Rating", "ratingValue": value, "alternateName": told}
        review["reviewRating"] = rating | scale | {"ratingExplanation": _body(finding)}
    return {key: value for key, value in review.items() if value}


def _claim(one: Checked, account: Account) -> dict[str, Any]:
    """The claim: that somebody said these words; it appears in the document."""
    claim: dict[str, Any] = {"@type": "Claim", "text": one.finding.quote}
    if one.statement.speaker:
        names = one.statement.speakers
        several = [someone(name, one.statement.basis) for name in names]
        claim["author"] = several if len(several) > 1 else several[0]
    published = account.document.published
    if _is_day(published):
        claim["datePublished"] = published
    return claim | {"appearance": article(account)}


def _citation(finding: Finding) -> dict[str, Any]:
    named = {"@type": "CreativeWork", "@id": urn_of_document(finding.document)}
    url = finding.link if finding.link.startswith(("http://", "https://")) else ""
    return named | ({"url": url} if url else {}) | {"text": finding.record}


def _body(finding: Finding) -> str:
    """What was found, in words: never more than the finding says."""
    plain = finding.outcome.value.replace("_", " ")
    flags = f" ({', '.join(flag.replace('_', ' ') for flag in finding.flags)})"
    against = {Against.RECORD: "the record", Against.REPORT: "a report, which is no record"}
    held = f"Held against {against[finding.against]}" if finding.against in against else ""
    place = f", at {place_of(finding.document, finding.spans)}" if finding.spans else ""
    edits = [f"{e.kind.value.replace('_', ' ')} “{e.record}” → “{e.quote}”" for e in finding.edits]
    pieces = (
        f"Finding: {plain}{flags if finding.flags else ''}",
        f"{held}{place}" if held else "",
        f"Changed: {'; '.join(edits)}" if edits else "",
        finding.coverage.why.rstrip("."),
        "" if is_rated(finding) else "No rating: this says nothing of what was or was not said",
    )
    return ". ".join(filter(None, pieces)) + "."


def _is_day(edtf: str) -> bool:
    try:
        dating = read_edtf(edtf) if edtf else None
    except InputError:
        return False
    return (
        dating is not None and dating.earliest is not None and dating.edtf == str(dating.earliest)
    )
