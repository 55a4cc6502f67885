"""The learned engines: they add to and mend what the rules found.

    manifest, models      which models there are; verified, loaded, chosen
    pieces, clues         a text as words and marks, with what the rules say of each
    unpacking             files -> encoder, head, limits
    encoding, head        arrays -> vectors -> how likely each piece is a cue, a source, content
    decoding, merging     likelihoods -> relations -> one list with what the rules found

Only what is used is loaded: the rules alone need no numpy, and only `best` onnxruntime.
"""

from onrecord.tagging.completing import complete
from onrecord.tagging.manifest import RULES, Card, Manifest, Weights, weights_of, write_manifest
from onrecord.tagging.models import ENGINES, VARIABLE, Model, choose, models_in, open_model

__all__ = [
    "ENGINES",
    "RULES",
    "VARIABLE",
    "Card",
    "Manifest",
    "Model",
    "Weights",
    "choose",
    "complete",
    "models_in",
    "open_model",
    "weights_of",
    "write_manifest",
]
