"""What the dossier of each shipped process takes: `python -m benchmarks dossiers [NAME ...]`.

Reads the seeds, the pages of the Kremlin's English site and the speeches of the UN General Debate
in the folder `shared` beside the repository (ONRECORD_SHARED names another), which the repository
does not hold; without them it says so and exits with 2. They are added to a database first. Each
dossier is then made by a process of its own, as on the command line: seconds of CPU and of the
clock, and the most memory held at a time.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.__main__ import SKIPPED
from benchmarks._measured import peak
from benchmarks._shared import SHARED

FOLDERS = ("seeds", "data/kremlin_astana/html", "data/ungdc_astana")
KINDS = ("roles", "posts", "meetings", "agreements", "promises", "positions", "discrepancies")


def measured(database: str, name: str) -> dict[str, float]:
    """Make one dossier, and say what it took and what is in it."""
    from onrecord.dossiers import dossier, find
    from onrecord.exports import export
    from onrecord.stores import open_store

    clock, cpu = time.perf_counter(), time.process_time()
    with open_store(database, create=False) as store:
        whole = dossier(store, find(name))
    written = export(whole, "html")
    return {
        "cpu": time.process_time() - cpu,
        "clock": time.perf_counter() - clock,
        "megabytes": peak(),
        "documents": len(whole.covered.documents),
        "written": len(written.encode()),
        **{kind: len(getattr(whole, kind)) for kind in KINDS},
    }


def apart(database: Path, name: str) -> dict[str, float]:
    """As `measured`, in a process of its own."""
    code = "import json, sys; from benchmarks.dossiers import measured; "
    code += "print(json.dumps(measured(*sys.argv[1:])))"
    command = [sys.executable, "-c", code, str(database), name]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def main() -> int:
    """Print a line for each process."""
    if not (SHARED / "seeds").is_dir():
        print(f"no documents in {SHARED}: nothing to measure on")
        return SKIPPED
    with TemporaryDirectory() as folder:
        database = Path(folder) / "process.db"
        paths = [str(SHARED / one) for one in FOLDERS]
        command = [sys.executable, "-m", "onrecord", "add", "--db", str(database), *paths]
        added = subprocess.run(command, check=True, capture_output=True, text=True)
        print(added.stdout.strip().splitlines()[-1])
        for name in sys.argv[1:] or ("astana", "geneva", "minsk", "ungd"):
            found = apart(database, name)
            lines = "  ".join(f"{kind} {found[kind]:.0f}" for kind in KINDS)
            print(
                f"{name:8}{found['cpu']:6.1f} s CPU {found['clock']:6.1f} s"
                f" {found['megabytes']:5.0f} MB  {found['documents']:.0f} documents"
                f"  HTML {found['written'] / 1e6:.1f} MB  {lines}"
            )
    return 0


if __name__ == "__main__":
    sys.exit(main())
