"""Utterances and comparisons as plain data, for programs."""

from __future__ import annotations

from typing import Any

from onrecord.checking import as_dict as finding_as_dict
from onrecord.model import Edit, Hop, Rendering, Utterance
from onrecord.tracing.comparing import Compared


def as_dict(found: Utterance | Compared) -> dict[str, Any]:
    """An utterance, or a compared quotation, as JSON can hold it.

    Spans are `[start, end]` in code points of their document, half-open; renderings are named by
    their number in `renderings`.
    """
    if isinstance(found, Compared):
        return {
            **finding_as_dict(found.finding),
            "quotation": [found.quotation.start, found.quotation.end],
            "via": list(found.statement.via),
            "place": found.place,
            "utterance": as_dict(found.utterance),
        }
    return {
        "record": found.record,
        "sources": {"least": found.least, "most": found.most},
        "renderings": [_rendering(one) for one in found.renderings],
        "hops": [_hop(hop) for hop in found.hops],
        "again": [_rendering(one) for one in found.again],
    }


def _rendering(one: Rendering) -> dict[str, Any]:
    return {
        "document": one.document,
        "spans": [[span.start, span.end] for span in one.spans],
        "words": one.words,
        "kind": one.passage.kind.value,
        "against": one.passage.against.value,
        "speaker": one.passage.speaker,
        "via": list(one.passage.via),
        "outlet": one.outlet,
        "date": one.dated,
        "title": one.title,
        "url": one.url,
        "flags": list(one.passage.flags),
    }


def _hop(hop: Hop) -> dict[str, Any]:
    return {
        "to": hop.to,
        "from": hop.origin,
        "named": hop.named,
        "basis": [basis.value for basis in hop.bases],
        "why": hop.why,
        "directed": hop.directed,
        "copied": hop.copied,
        "outcomes": [outcome.value for outcome in hop.outcomes],
        "edits": [_edit(edit) for edit in hop.edits],
    }


def _edit(edit: Edit) -> dict[str, Any]:
    return {
        "kind": edit.kind.value,
        "to": edit.quote,
        "from": edit.record,
        "to_span": [edit.quote_span.start, edit.quote_span.end],
        "from_span": [edit.record_span.start, edit.record_span.end],
        "severity": edit.severity.value,
        "marked": edit.marked,
    }
