"""Where a model's likelihoods become decisions, chosen on articles that it has not learned from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace

from onrecord.model import Attribution, Spans
from onrecord.statements import attribute
from onrecord.tagging import Model, complete
from onrecord.tagging.decoding import Limits
from onrecord.training.annotated import Annotated
from onrecord.training.scoring import Scores, score

_ADD = (0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65)
_KEEP = (0.1, 0.3, 0.5)
_SWITCH = (0.3, 0.0)


def tune(model: Model, held: Sequence[Annotated], *, language: str = "en") -> Model:
    """The model with the thresholds that give the best joint F1 on `held`, the first of equals.

    One is chosen after the other: for what only the model found, for what only the rules found,
    and for how readily a role begins anew.
    """
    ruled = [attribute(one.text, language=language) for one in held]
    for name, values in (("add", _ADD), ("keep", _KEEP), ("switch", _SWITCH)):
        tried = [_with(model, name, value) for value in values]
        model = max(tried, key=lambda one: scored(one, held, ruled, language=language).joint.f1)
    return model


def figures(
    model: Model, held: Sequence[Annotated], *, language: str = "en"
) -> Mapping[str, float]:
    """Joint precision, recall and F1 and exact content on articles, in per cent, to a tenth."""
    ruled = [attribute(one.text, language=language) for one in held]
    found = scored(model, held, ruled, language=language)
    made = {
        "joint": found.joint.f1,
        "joint_precision": found.joint.precision,
        "joint_recall": found.joint.recall,
        "content_exact": found.exact.f1,
    }
    return {name: round(value, 1) for name, value in made.items()}


def scored(
    model: Model,
    held: Sequence[Annotated],
    ruled: Sequence[tuple[Attribution, ...]],
    *,
    language: str,
) -> Scores:
    """What the model and the rules' attributions together score on articles."""
    gold, found = {}, {}
    for one, by_rules in zip(held, ruled, strict=True):
        gold[one.id] = (one.text, _as_scored(one.attributions))
        both = complete(one.text, by_rules, engine=model, language=language)
        found[one.id] = _as_scored(both)
    return score(gold, found)


def _with(model: Model, name: str, value: float) -> Model:
    limits = Limits(**{**asdict(model.limits), name: value})
    return replace(model, limits=limits)


def _as_scored(found: Sequence[Attribution]) -> list[dict[str, list[tuple[int, int]]]]:
    return [
        {"source": _pairs(a.source), "cue": _pairs(a.cue), "content": _pairs(a.content)}
        for a in found
    ]


def _pairs(spans: Spans) -> list[tuple[int, int]]:
    return [(span.start, span.end) for span in spans]
