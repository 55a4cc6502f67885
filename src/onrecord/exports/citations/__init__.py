"""Citations of documents and of exact places in them, and of what was found.

    Reading, and a turn, a statement or a finding -> Reference -> plain text, BibTeX, CSL-JSON

citing.py         the forms of a citation, one line each
reference.py      what is cited
styles.py         plain text in two styles; bibtex.py and csl.py: for programs
"""

from onrecord.exports.citations.bibtex import as_bibtex
from onrecord.exports.citations.citing import CITATIONS, cite, references
from onrecord.exports.citations.csl import as_csl
from onrecord.exports.citations.reference import Reference, reference_to

__all__ = [
    "CITATIONS",
    "Reference",
    "as_bibtex",
    "as_csl",
    "cite",
    "reference_to",
    "references",
]
