"""The Java that Spark is to run on: found where it usually is, or explained."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from onrecord.errors import MissingLibraryError

LEAST = 17
"""The oldest Java that Spark 4 runs on."""
_TRIED = 21
"""The newest that it is tested with: of several, one of these goes before a newer one."""
_FOLDERS = (
    "/usr/lib/jvm",
    "/usr/java",
    "/opt/java",
    "/opt/jdk",
    "/Library/Java/JavaVirtualMachines",
    "~/.sdkman/candidates/java",
    "~/.jdks",
)
_RELEASE = re.compile(r'^JAVA_VERSION="([^"]+)"', re.MULTILINE)
_SAID = re.compile(r'version "([^"]+)"')


def find_java() -> Path:
    """The home of a Java that Spark runs on: JAVA_HOME, else of `java` on PATH, else of the usual
    folders.

    What JAVA_HOME names is taken or refused, never passed over. `MissingLibraryError` where there
    is none, or none new enough.
    """
    named = os.environ.get("JAVA_HOME", "")
    if named:
        return _fit(Path(named))
    found = {home: version_of(home) for home in _homes()}
    fit = [home for home, version in found.items() if version >= LEAST]
    if fit:
        return min(fit, key=lambda home: found[home] > _TRIED)
    held = ", ".join(f"{home} is Java {v}" for home, v in found.items() if v)
    raise MissingLibraryError(
        f"Spark needs Java {LEAST} or later; {held or 'none is on PATH or in the usual folders'}:"
        " install one, or say where it is with JAVA_HOME"
    )


def version_of(home: Path) -> int:
    """The feature version of the Java at `home` (8, 17, 21), 0 where there is none."""
    if not _program(home).is_file():
        return 0
    release = home / "release"
    words = release.read_text("utf-8", "replace") if release.is_file() else ""
    told = _RELEASE.search(words) or _SAID.search(_asked(home))
    numbers = re.findall(r"\d+", told[1]) if told else []
    if not numbers:
        return 0
    return int(numbers[1] if numbers[0] == "1" and len(numbers) > 1 else numbers[0])


def _fit(home: Path) -> Path:
    version = version_of(home)
    if version >= LEAST:
        return home
    what = f"Java {version}" if version else "no Java"
    raise MissingLibraryError(
        f"Spark needs Java {LEAST} or later; JAVA_HOME={home} is {what}: name another, or unset it"
    )


def _homes() -> Iterator[Path]:
    """Where a Java may be: by PATH, then folder by folder."""
    on_path = shutil.which("java")
    if on_path:
        yield Path(on_path).resolve().parents[1]
    for folder in _FOLDERS:
        held = Path(folder).expanduser()
        for inner in sorted(held.iterdir()) if held.is_dir() else ():
            yield inner / "Contents" / "Home" if (inner / "Contents").is_dir() else inner


def _program(home: Path) -> Path:
    return home / "bin" / ("java.exe" if os.name == "nt" else "java")


def _asked(home: Path) -> str:
    """What the Java says of itself."""
    try:
        said = subprocess.run(
            [str(_program(home)), "-version"],
            capture_output=True,
            text=True,
            timeout=30,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return said.stderr + said.stdout
