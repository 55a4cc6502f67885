"""Bytes to documents, one file a format.

    read(data, path=...)
      -> formats -> plain_text | html_page | markdown_file | json_lines | csv_turns
                 | tei | web_vtt -> Document

A new format is one new file here and one line in `formats.FORMATS`.
"""

from onrecord.readers.formats import sniff
from onrecord.readers.html_extractors import extractor
from onrecord.readers.reading import read

__all__ = ["extractor", "read", "sniff"]
