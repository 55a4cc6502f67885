"""A dossier in the forms that people and programs read; text alone, without I/O.

    Dossier -> Report (blocks) -> Markdown, HTML
    Dossier -> JSON and back

formats.py        the formats, one line each
report.py         the sections of a report, made of blocks.py: entries, tables, figures, positions
charts/           the drawings, as SVG
citing.py         evidence as a citation; days.py and naming.py: days and lines in words
markdown.py html.py json_dossier.py    one file a format; markup.py escapes
"""

from onrecord.exports.formats import FORMATS, export
from onrecord.exports.html import as_html
from onrecord.exports.json_dossier import as_json, from_json
from onrecord.exports.markdown import as_markdown

__all__ = ["FORMATS", "as_html", "as_json", "as_markdown", "export", "from_json"]
