"""How an utterance travelled: its renderings, who has them from whom, where each change came in.

passages -> joined (shared stretches) -> grouped (utterances) -> hops
"""

from onrecord.tracing.comparing import Compared, Comparison, compare
from onrecord.tracing.drawing_out import Stretch
from onrecord.tracing.gathering import renderings
from onrecord.tracing.grouping import Group, Held, group
from onrecord.tracing.hashed import Corpus, Words, read_words
from onrecord.tracing.hops import trace
from onrecord.tracing.joining import join
from onrecord.tracing.looking_up import renderings_of

__all__ = [
    "Compared",
    "Comparison",
    "Corpus",
    "Group",
    "Held",
    "Stretch",
    "Words",
    "compare",
    "group",
    "join",
    "read_words",
    "renderings",
    "renderings_of",
    "trace",
]
