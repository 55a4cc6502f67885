"""What a server of children loads once: everything that adding, indexing and correcting need."""

from tests.soak.papers import conference, story

import onrecord.cli.adding
import onrecord.cli.backing_up
import onrecord.cli.changing
import onrecord.cli.doctoring
import onrecord.cli.indexing
import onrecord.stores.sqlite.repairing  # noqa: F401
from onrecord.intake import take_in  # noqa: F401
from onrecord.pipeline import read_document
from onrecord.readers import read

for _number, _text in enumerate((story(1), conference(3))):
    for _document in read(_text.encode(), path=f"{_number}.{'md' if _number == 0 else 'txt'}"):
        read_document(_document)
