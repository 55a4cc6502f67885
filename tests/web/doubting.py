"""Papers with one thing to doubt in each, beside the sample corpus."""

from pathlib import Path

from onrecord import reviewing
from onrecord.intake import take_in
from onrecord.model.rulings import RulingKind
from onrecord.stores import open_store

TWO = """Lock shut

Minister Ann Bell met her brother, Mr Tom Bell, in Velda.

"It was never safe," Bell said on Wednesday.
"""
TALK = """News conference of Minister Ann Bell, Velda, 3 March 2021

Question: Will the lock stay shut this year?

Ann Bell: It will stay shut until the river falls.

And who will pay the lock keepers of Velda until then?

Question: Who pays for that?

Ann Bell: The district pays.
"""
NAMES = '"The gate is shut," Adil Merovan said. "It is not open," Adil Meroven said.'


def add_doubtful(papers: Path) -> Path:
    """Add them to a database, and look through it."""
    with open_store(papers) as store:
        for name, text in (("two.txt", TWO), ("talk.txt", TALK), ("names.txt", NAMES)):
            list(take_in(store, text.encode(), path=name))
        reviewing.look(store)
    return papers


def doubt_of(papers: Path, rule: str) -> str:
    """The id of the first doubt that a rule raised."""
    with open_store(papers) as store:
        return next(one.id for one in store.doubts(limit=500) if one.rule == rule)


def rulings_of(papers: Path) -> list[tuple[RulingKind, str, str]]:
    """What stands: its kind, the speaker given, and who decided it."""
    with open_store(papers) as store:
        return [(one.kind, one.speaker, one.by) for one in store.rulings() if not one.taken_back]
