"""How well and how fast, measured: one module a benchmark, each with `main() -> int | None`.

Its status is 0 or None where it measured, 1 where a figure fell below its floor, 2 where there was
nothing to measure with; then the last line that it printed says what was missing.
"""

import os

# Before numpy is imported: words a second are of one core.
for _library in ("OPENBLAS", "MKL", "OMP"):
    os.environ.setdefault(f"{_library}_NUM_THREADS", "1")
