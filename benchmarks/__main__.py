"""`python -m benchmarks` runs every benchmark there is and says which were skipped, and why.

`python -m benchmarks NAME ...` runs those named; what follows a name and is none goes to it.
"""

from __future__ import annotations

import sys
import traceback
from collections.abc import Sequence
from importlib import import_module
from io import StringIO
from pathlib import Path
from typing import TextIO

FLOOR, SKIPPED = 1, 2


class Tee(StringIO):
    """Writes where it is told to, and remembers."""

    def __init__(self, out: TextIO) -> None:
        super().__init__()
        self._out = out

    def write(self, text: str) -> int:
        self._out.write(text)
        return super().write(text)

    def flush(self) -> None:
        self._out.flush()


def names() -> list[str]:
    """The benchmarks there are: modules here that are not private."""
    found = (path.stem for path in Path(__file__).parent.glob("*.py"))
    return sorted(name for name in found if not name.startswith("_"))


def run(name: str, given: Sequence[str] = ()) -> tuple[int, str]:
    """Run one benchmark as if it were the program: its status and the last line it printed."""
    kept, argv = sys.stdout, sys.argv
    sys.stdout, sys.argv = Tee(kept), [name, *given]
    try:
        status = import_module(f"benchmarks.{name}").main() or 0
    except SystemExit as leaving:
        status = leaving.code if isinstance(leaving.code, int) else FLOOR
    except Exception:
        traceback.print_exc()
        status = FLOOR
    finally:
        said = sys.stdout.getvalue() if isinstance(sys.stdout, Tee) else ""
        sys.stdout, sys.argv = kept, argv
    return status, (said.strip().splitlines() or [""])[-1]


def _given(asked: Sequence[str]) -> list[tuple[str, list[str]]]:
    """The benchmarks asked for, each with what follows its name and is the name of none."""
    known, found = set(names()), list[tuple[str, list[str]]]()
    for word in asked:
        if word in known or not found:
            found.append((word, []))
        else:
            found[-1][1].append(word)
    return found


def main(asked: list[str]) -> int:
    """Run the benchmarks named, or all; 1 where any of them failed."""
    results: dict[str, tuple[int, str]] = {}
    for name, given in _given(asked or names()):
        print(f"== {name}", flush=True)
        results[name] = run(name, given)
        print()
    for name, (status, last) in results.items():
        what = {0: "measured", SKIPPED: f"skipped: {last}"}.get(status, "failed")
        print(f"{name:16}{what}")
    return int(any(status not in (0, SKIPPED) for status, _ in results.values()))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
