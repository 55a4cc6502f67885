"""Where one can go from every page."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Way:
    """A place in the navigation: its address and what it is called."""

    href: str
    name: str

    def leads_to(self, path: str) -> bool:
        """Whether a page at `path` belongs to it."""
        return path == self.href or (self.href != "/" and path.startswith(f"{self.href}/"))


WAYS = (
    Way("/", "Check"),
    Way("/search", "Search"),
    Way("/documents", "Documents"),
    Way("/people", "People"),
    Way("/processes", "Processes"),
    Way("/review", "Review"),
    Way("/add", "Add"),
)
