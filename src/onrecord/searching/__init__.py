"""A query and a store to what was said.

queries.py      a query as a person types it
statements.py   statements by words, or by who said them
filters.py      what hits must be, and which names a name stands for
sifting.py      hits page by page, with facets
excerpts.py     what is shown of a hit, its words marked
facets.py       how many hits have which value
findings.py     what checks say of the quotations among hits
concordance.py  the words of a query in a column, with what stands around them
"""

from onrecord.searching.concordance import Aligned, By, align
from onrecord.searching.excerpts import Answer, Piece, pieces
from onrecord.searching.facets import Facet, Value
from onrecord.searching.filters import Filters, names_of
from onrecord.searching.queries import read_query
from onrecord.searching.sifting import JUDGED, MOST, Judged, Sifted, sift
from onrecord.searching.statements import said_by, search

__all__ = [
    "JUDGED",
    "MOST",
    "Aligned",
    "Answer",
    "By",
    "Facet",
    "Filters",
    "Judged",
    "Piece",
    "Sifted",
    "Value",
    "align",
    "names_of",
    "pieces",
    "read_query",
    "said_by",
    "search",
    "sift",
]
