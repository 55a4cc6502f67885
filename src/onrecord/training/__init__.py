"""Training: a newsroom's annotated articles to a model that `--engine fast` uses.

    annotated, examples    articles that a person marked -> paragraphs and what should come out
    network, batching      the network in torch, and examples as its tensors
    fitting                the loop
    learning               all of it in order
    exporting, tuning      files that an engine reads; where its likelihoods become decisions

Torch is needed by network, batching, fitting and exporting alone, and comes with `onrecord[train]`.
"""

from onrecord.training.annotated import Annotated, read_annotations
from onrecord.training.examples import Asked, Example, examples
from onrecord.training.learning import Plan, train

__all__ = ["Annotated", "Asked", "Example", "Plan", "examples", "read_annotations", "train"]
