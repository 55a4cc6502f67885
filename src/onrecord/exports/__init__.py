"""A dossier in the forms that people and programs read; text alone, without I/O.

    Dossier -> Report (blocks) -> Markdown, HTML
    Dossier -> JSON and back, CSV, TimelineJS, FollowTheMoney

formats.py        the formats, one line each
report.py         the sections of a report, made of blocks.py: entries, tables, figures, positions
charts/           the drawings, as SVG
citing.py         evidence as a citation; days.py and naming.py: days and lines in words
markdown.py html.py json_dossier.py csv_dossier.py timelinejs.py followthemoney.py
                  one file a format; markup.py and spreadsheets.py make words of others harmless
"""

from onrecord.exports.csv_dossier import as_csv
from onrecord.exports.followthemoney import as_entities
from onrecord.exports.formats import FORMATS, export
from onrecord.exports.html import as_html
from onrecord.exports.json_dossier import as_json, from_json
from onrecord.exports.markdown import as_markdown
from onrecord.exports.spreadsheets import safe_cell
from onrecord.exports.timelinejs import as_timeline

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
    "safe_cell",
]
