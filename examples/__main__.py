"""The demo: reads the papers, says what it found, and checks ten quotations.

Exit status 1, with a line for each, where a finding is not the one that answers.jsonl has.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from rich.console import Console

import examples
from examples.showing import checked, papers, speakers
from onrecord.stores import open_store

CASES = (
    "courier-water",
    "edited-number-form",
    "courier-release-schedule",
    "courier-mines",
    "ledger-splice",
    "courier-flow",
    "ledger-theatre",
    "radio-signatures",
    "not-in-record-drop",
    "not-held-forum",
)
INTRODUCTION = """\
[bold]The Ossimere papers[/]. Two countries that fought over a river, the record of their talks, and
what was made of it. All of it is made up, and some of the stories are wrong on purpose.
"""
CHECKS = r"""
[bold]Ten quotations, ten findings[/]   Marked: \[-what the record has-]{+what the quotation has+}
"""
NEXT = """\
[bold]Now open it in a browser[/]: this serves it on your machine, and Ctrl-C stops it.

  [cyan].venv/bin/onrecord serve --db {database}[/]

Then check a quotation at http://127.0.0.1:8000/?quote=We+have+accepted+a+fixed+quota&speaker=Osgarth

[bold]Or go on here[/], with the same papers or a database of your own:

  [cyan].venv/bin/onrecord check --document ledger.html --db {database}
  .venv/bin/onrecord statements --speaker Tolvarin --db {database}
  .venv/bin/onrecord dossier examples/ossimere.toml --db {database} --format html > papers.html
  .venv/bin/onrecord add FILE --db mine.db[/]

All the planted quotations, with their answers and the reasons for them: examples/README.md"""
DATABASE = Path("ossimere.db")
"""Where the papers are left, for the commands that the demo ends with."""


def main(database: Path = DATABASE) -> int:
    """Run the demo on the terminal and give the exit status; the papers are left in `database`."""
    console = Console(highlight=False)
    console.width = min(console.width, 110) if console.is_terminal else 100
    with tempfile.TemporaryDirectory() as folder:
        with open_store(Path(folder) / database.name) as store:
            readings = examples.fill(store)
            planted = {answer["id"]: answer for answer in examples.answers()}
            findings = [(planted[id], examples.found(planted[id], store)) for id in CASES]
        _leave(Path(folder), database)
    console.print(INTRODUCTION)
    console.print(papers(readings), "", speakers(list(readings.values())), CHECKS, sep="\n")
    for case, finding in findings:
        console.print(checked(case, finding, readings), "")
    console.print(NEXT.format(database=database), soft_wrap=True)
    wrong = [(c["id"], c["finding"], f.outcome) for c, f in findings if f.outcome != c["finding"]]
    for id, wanted, got in wrong:
        print(f"demo: {id} should be {wanted} and came out as {got}", file=sys.stderr)
    return 1 if wrong else 0


def _leave(made: Path, database: Path) -> None:
    """Put the papers where they can be opened; a database that is there already stays as it is."""
    if database.exists():
        return
    for one in made.iterdir():
        copy = shutil.copytree if one.is_dir() else shutil.copy
        copy(one, database.parent / one.name)


if __name__ == "__main__":
    sys.exit(main())
