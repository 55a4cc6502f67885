"""A PostgreSQL server for tests, started by them and stopped at their end."""

import os
import shutil
import subprocess
import tempfile
from itertools import count
from pathlib import Path

# What is lost with the machine may be lost here.
_SETTINGS = (
    "listen_addresses=''",
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "autovacuum=off",
    "shared_buffers=64MB",
    "max_connections=60",
)


def programs() -> Path | None:
    """The folder of initdb and pg_ctl, None where there is none."""
    found = shutil.which("initdb")
    if found:
        return Path(found).parent
    held = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=_version)
    return held[-1].parent if held else None


def _version(path):
    version = path.parent.parent.name
    return int(version) if version.isdigit() else 0


class Server:
    """A server that speaks through a socket in a folder of its own."""

    def __init__(self, binaries: Path, *, durable: bool = False) -> None:
        self._binaries = binaries
        self._settings = ("listen_addresses=''",) if durable else _SETTINGS
        memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) and not durable else None
        self.folder = Path(tempfile.mkdtemp(prefix="onrecord-pg-", dir=memory))
        self._data = self.folder / "data"
        # initdb refuses root.
        self._user = {"user": "postgres"} if os.geteuid() == 0 else {}
        if self._user:
            shutil.chown(self.folder, "postgres")
        self._names = count(1)

    def start(self) -> None:
        self._guard()
        self._run("initdb", "-U", "onrecord", "-A", "trust", "-E", "UTF8", "--locale=C", "-N")
        self.start_again()

    def _guard(self) -> None:
        """Let the server end with this process, however that ends: a pipe is closed then."""
        stop = f"{self._binaries}/pg_ctl stop -s -m immediate -D {self._data}"
        self._guarding = subprocess.Popen(
            ["/bin/sh", "-c", f"read x; {stop}; rm -rf {self.folder}"],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            cwd="/",
            **self._user,
        )

    def start_again(self) -> None:
        settings = " ".join(
            f"-c {one}" for one in (*self._settings, f"unix_socket_directories={self.folder}")
        )
        self._run("pg_ctl", "start", "-w", "-s", "-l", str(self.folder / "log"), "-o", settings)

    def stop(self) -> None:
        self._run("pg_ctl", "stop", "-s", "-m", "immediate")

    def remove(self) -> None:
        self.stop()
        self._guarding.communicate()
        shutil.rmtree(self.folder, ignore_errors=True)

    def url(self, database: str = "postgres") -> str:
        return f"postgresql://onrecord@/{database}?host={self.folder}"

    def new_database(self) -> str:
        """The URL of an empty schema, which is all of a database that Onrecord sees."""
        name = f"test_{next(self._names)}"
        self.execute(f"CREATE SCHEMA {name}")
        return f"{self.url()}&options=-csearch_path%3D{name}"

    def execute(self, sql: str, url: str = "") -> list:
        """Execute a statement as somebody would who knows nothing of Onrecord."""
        import psycopg

        with psycopg.connect(url or self.url(), autocommit=True) as connection:
            cursor = connection.execute(sql)
            return cursor.fetchall() if cursor.description else []

    def _run(self, program: str, *options: str) -> None:
        command = [str(self._binaries / program), "-D", str(self._data), *options]
        done = subprocess.run(
            command, cwd=self.folder, capture_output=True, text=True, check=False, **self._user
        )
        if done.returncode:
            raise RuntimeError(f"{program}: {done.stdout}{done.stderr}")
