"""What was found of quotations, in the forms of fact-checkers."""

from onrecord.exports.findings.claim_review import as_claim_reviews, is_rated

__all__ = ["as_claim_reviews", "is_rated"]
