"""The learned engines: they add to and mend what the rules found.

    models                which models there are; loaded, chosen
    pieces, clues         a text as words and marks, with what the rules say of each
    unpacking             files -> encoder, head, limits
    encoding, head        arrays -> vectors -> how likely each piece is a cue, a source, content
    decoding, merging     likelihoods -> relations -> one list with what the rules found

Only what is used is loaded: the rules alone need no numpy, and only `best` onnxruntime.
"""

from onrecord.tagging.completing import complete
from onrecord.tagging.models import ENGINES, VARIABLE, Model, choose, models_in, open_model
from onrecord.weights import RULES

__all__ = [
    "ENGINES",
    "RULES",
    "VARIABLE",
    "Model",
    "choose",
    "complete",
    "models_in",
    "open_model",
]
