"""Documents and what is said in them, in the forms of others; one file a form.

web_annotation.py  W3C Web Annotation, and back
tei.py             TEI, with tei_header.py, said.py and xml_text.py; leaves.py lays a document out
web_vtt.py         WebVTT
popolo.py          speeches, people, organizations and memberships of Popolo
schema_org.py      NewsArticle and Quotation
prov_o.py          PROV-O in Turtle
annotated.py       JSON lines that `onrecord train` reads
"""

from onrecord.exports.documents.annotated import as_annotated
from onrecord.exports.documents.popolo import as_popolo
from onrecord.exports.documents.prov_o import as_prov
from onrecord.exports.documents.schema_org import as_schema_org
from onrecord.exports.documents.tei import as_tei, one_as_tei
from onrecord.exports.documents.web_annotation import Anchored, as_annotations, from_annotations
from onrecord.exports.documents.web_vtt import as_web_vtt

__all__ = [
    "Anchored",
    "as_annotated",
    "as_annotations",
    "as_popolo",
    "as_prov",
    "as_schema_org",
    "as_tei",
    "as_web_vtt",
    "from_annotations",
    "one_as_tei",
]
