"""A store of a few papers, read as they are read when they are added."""

import pytest

from onrecord.pipeline import read_document
from onrecord.readers import read
from onrecord.stores import open_store

RECORD = """News conference of Minister Ann Bell, Orlo, 3 March 2021

Question: Will the bridge at Orlo stay shut?

Ann Bell: The bridge will stay shut until the river falls. We have asked five engineers to look at
it, and we will not open it before they have done so. That is all there is to say.

Question: Who pays for that?

Ann Bell: The district pays for the engineers. I have said so before.
"""
STORY = """---
title: Bridge stays shut, minister says
date: 2021-03-03
publisher: Orlo Post
---

"The bridge will stay shut until the river falls," Ann Bell said on Wednesday.

"We have asked seven engineers to look at it," she added.

Bob Reed denied that the bridge was unsafe.
"""
LATER = """---
title: No bridge, no trade
date: 2022-06-30
publisher: Talsk Times
---

Bob Reed said the bridge had cost the district its trade. Bridge after bridge has been shut here.
"""


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    """A store with a record, a story about it and a later story."""
    with open_store(tmp_path_factory.mktemp("searching") / "onrecord.db") as opened:
        for name, text in (("record.txt", RECORD), ("story.md", STORY), ("later.md", LATER)):
            for document in read(text.encode(), path=name):
                opened.add(read_document(document), text.encode())
        yield opened


@pytest.fixture
def words_of():
    """A function that gives what is shown of hits."""
    return lambda sifted: [answer.words for answer in sifted.answers]
