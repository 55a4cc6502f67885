"""Papers of our own, as many as are wanted: stories, conferences, and newer versions of some."""

from pathlib import Path

TOWNS = ("Orlo", "Talsk", "Brin", "Ostra", "Vell", "Marn", "Keld")
PEOPLE = ("Ann Bell", "Bo Crane", "Cy Dorn", "Di Eames", "Ed Frost", "Flo Gant")
WORKS = ("bridge", "harbour", "school", "dam", "railway", "library", "mill", "market")


def story(number: int, version: int = 1) -> str:
    """A story of a number; another version says something else at the same address."""
    who, other = PEOPLE[number % 6], PEOPLE[(number + 2) % 6]
    work, town = WORKS[number % 8], TOWNS[number % 7]
    return f"""---
title: The {work} of {town} opens in {number + version} weeks
date: 2021-03-{number % 28 + 1:02}
url: https://example.org/papers/{number}
---

"The {work} of {town} will open in {number + version} weeks," {who} said on Monday.
"We have asked {number + 5} engineers to look at it," {who} added.
{other} said that the {work} costs {number * 3 + version} million, and that nobody will wait longer.
According to {other}, number {number} of the {town} papers is about the {work} alone.
"""


def conference(number: int) -> str:
    """A transcript of a number."""
    who = PEOPLE[number % 6]
    work, town = WORKS[number % 8], TOWNS[number % 7]
    return f"""News conference of Minister {who}, {town}, {number % 28 + 1} March 2021

Question: Will the {work} of {town} stay shut for {number} days?

{who}: The {work} will stay shut for {number} days, until the river falls. We have asked
{number + 5} engineers to look at it, and we will not open it before they have done so.

Question: Who pays for number {number}?

{who}: The district of {town} pays {number * 3} million. I have said so before, and I say so again.
"""


def write_papers(folder: Path, count: int) -> Path:
    """A folder with so many papers, of which every third is a conference, every tenth has a newer
    version behind it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        if number % 3 == 0:
            (folder / f"{number:04}.txt").write_text(conference(number), "utf-8")
        else:
            (folder / f"{number:04}.md").write_text(story(number), "utf-8")
            if number % 10 == 1:
                (folder / f"{number:04}b.md").write_text(story(number, 2), "utf-8")
    return folder
