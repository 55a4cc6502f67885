"""How an utterance travelled: its renderings, who has them from whom, where each change came in.

passages -> joined (shared stretches) -> grouped (utterances) -> hops
"""

from onrecord.tracing.comparing import Compared, Comparison, compare
from onrecord.tracing.hops import trace
from onrecord.tracing.shown import as_dict

__all__ = ["Compared", "Comparison", "as_dict", "compare", "trace"]
