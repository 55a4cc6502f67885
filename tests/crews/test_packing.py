import pickle
from dataclasses import dataclass, field

from onrecord.crews.packing import packed
from onrecord.pipeline import read_document
from onrecord.readers import read

STORY = b'The bridge\n\n"We will open the bridge in May," Minister Ann Bell said on Monday.\n'


@dataclass
class Counted:
    """One whose fields are not all given."""

    name: str
    many: int = 3
    seen: list[str] = field(default_factory=list, init=False)


def test_a_reading_is_the_same_on_the_other_side():
    (document,) = read(STORY, path="story.txt")
    reading = read_document(document)
    assert reading.statements
    assert pickle.loads(packed(reading)) == reading


def test_what_cannot_be_made_of_its_fields_is_packed_as_ever():
    counted = Counted("one")
    counted.seen.append("two")
    assert pickle.loads(packed([counted, {"a": (1, None)}])) == [counted, {"a": (1, None)}]
