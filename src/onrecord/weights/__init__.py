"""The files of learned models, whichever stage uses them.

    manifest       what a folder of models says of itself; files verified by SHA-256
    arrays         npz files, without pickles
    sessions       ONNX models, by onnxruntime, which is an extra
    word_pieces    words as the pieces of a BERT vocabulary

Here are the names of `manifest`; the others need numpy and are imported from their modules, since
who uses the rules alone needs none.
"""

from onrecord.weights.manifest import (
    FORMAT,
    RULES,
    Card,
    Manifest,
    Weights,
    read_manifest,
    read_verified,
    weights_of,
    write_manifest,
)

__all__ = [
    "FORMAT",
    "RULES",
    "Card",
    "Manifest",
    "Weights",
    "read_manifest",
    "read_verified",
    "weights_of",
    "write_manifest",
]
