"""Where the data is that benchmarks measure on and that is no part of the repository."""

from __future__ import annotations

import os
from pathlib import Path

SHARED = Path(os.environ.get("ONRECORD_SHARED", Path(__file__).parents[2] / "shared"))
"""The folder `shared` beside the repository, unless ONRECORD_SHARED names another."""
