"""The pages of the docs are found from their first page, and their links lead somewhere."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = sorted([*DOCS.rglob("*.md"), ROOT / "README.md", ROOT / "examples" / "README.md"])
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)(?:#([^)\s]+))?\)")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    for target, _ in LINK.findall(page.read_text("utf-8")):
        assert (page.parent / target).exists(), f"{page.name} links to {target}"


def test_every_page_is_reached_from_the_first() -> None:
    known, waiting = set(), [DOCS / "README.md"]
    while waiting:
        page = waiting.pop()
        if page in known:
            continue
        known.add(page)
        for target, _ in LINK.findall(page.read_text("utf-8")):
            there = (page.parent / target).resolve()
            waiting += sorted(there.glob("*.md")) if there.is_dir() else [there]
        waiting = [one for one in waiting if one.suffix == ".md"]
    assert set(DOCS.rglob("*.md")) <= known


def test_pictures_are_there() -> None:
    for page in PAGES:
        for target in re.findall(r"!\[[^\]]+\]\(([^)]+)\)", page.read_text("utf-8")):
            assert (page.parent / target).stat().st_size > 5_000
