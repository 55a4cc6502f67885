"""A dossier as one HTML file that needs nothing else: no script, no address, no network."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from onrecord.exports.dossiers.blocks import Report
from onrecord.exports.dossiers.hypertext import Hypertext, facts_list
from onrecord.exports.dossiers.report import report_of
from onrecord.exports.markup import Markup, tag
from onrecord.model import Dossier

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def as_html(dossier: Dossier) -> str:
    """The report of a dossier as one HTML file; it reads, folds and prints without a network.

    Words of documents are escaped and cannot turn the direction of what stands around them. Links
    lead only to addresses of the web, and to places of the page itself.
    """
    report = report_of(dossier)
    page = tag(
        "div",
        tag("a", "Skip to the dossier", class_="skip", href="#main"),
        _head(report),
        tag("main", *map(Hypertext().section, report.sections), id="main"),
        tag("footer", tag("p", report.foot)),
        class_="page",
    )
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        Markup(f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'),
        tag("meta", name_="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name_="referrer", content="no-referrer"),
        tag("title", f"{report.title}: dossier"),
        tag("style", Markup(_style())),
    )
    return f"<!doctype html>\n{tag('html', head, tag('body', page), lang='en')}\n"


@cache
def _style() -> str:
    return files("onrecord.exports.dossiers").joinpath("report.css").read_text("utf-8")


def _head(report: Report) -> Markup:
    links = [tag("li", tag("a", part.title, href=f"#{part.anchor}")) for part in report.sections]
    return tag(
        "header",
        tag("h1", report.title),
        tag("p", report.lead, class_="lead"),
        facts_list(report.facts),
        tag("nav", tag("ul", *links), aria_label="Contents"),
    )
