"""A dossier in the forms that people and programs read; text alone, without I/O.

    Dossier -> Report (blocks) -> Markdown, HTML
    Dossier -> JSON and back, CSV, TimelineJS, FollowTheMoney

formats.py        the formats, one line each
report.py         the sections of a report, made of blocks.py: entries, tables, figures, positions
citing.py         evidence as a citation; naming.py: lines in words
markdown.py html.py json_dossier.py csv_dossier.py timelinejs.py followthemoney.py
                  one file a format; hypertext.py has the blocks as HTML for any page, paging.py
                  a part of a report at a time
"""

from onrecord.exports.dossiers.csv_dossier import as_csv
from onrecord.exports.dossiers.followthemoney import as_entities
from onrecord.exports.dossiers.formats import FORMATS, export
from onrecord.exports.dossiers.html import as_html
from onrecord.exports.dossiers.json_dossier import as_json, from_json
from onrecord.exports.dossiers.markdown import as_markdown
from onrecord.exports.dossiers.timelinejs import as_timeline

__all__ = [
    "FORMATS",
    "as_csv",
    "as_entities",
    "as_html",
    "as_json",
    "as_markdown",
    "as_timeline",
    "export",
    "from_json",
]
