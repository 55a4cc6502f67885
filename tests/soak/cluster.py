"""A standalone Spark on loopback: a master and two workers, for as long as they are needed."""

import os
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import onrecord

ROOT = Path(onrecord.__file__).parents[1]


class Cluster:
    """Its address, and the processes of its workers."""

    def __init__(self, url, workers, environment):
        self.url, self.workers, self.environment = url, workers, environment

    def executors(self):
        """The numbers of the processes that run tasks, each with those of its own."""
        children = {}
        for one in Path("/proc").iterdir():
            if one.name.isdigit() and (parent := _parent(one)):
                children.setdefault(parent, []).append(int(one.name))
        runs = [number for worker in self.workers for number in children.get(worker.pid, [])]
        return {number: children.get(number, []) for number in runs if _executes(number)}


def _executes(number):
    try:
        return b"CoarseGrainedExecutorBackend" in Path(f"/proc/{number}/cmdline").read_bytes()
    except OSError:
        return False  # it has ended


def _parent(process):
    try:
        return int((process / "stat").read_text().rpartition(")")[2].split()[1])
    except (OSError, ValueError, IndexError):
        return 0  # it has ended


@contextmanager
def cluster(java, folder):
    """A master and two workers of one core each, ended at the end."""
    import pyspark

    home = Path(pyspark.__file__).parent
    environment = {
        **os.environ,
        "JAVA_HOME": str(java),
        "SPARK_HOME": str(home),
        "SPARK_LOCAL_IP": "127.0.0.1",
        "SPARK_DAEMON_MEMORY": "128m",
        "SPARK_DAEMON_JAVA_OPTS": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
        "SPARK_NO_DAEMONIZE": "1",
        "PYTHONPATH": os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")])),
        "PYSPARK_PYTHON": sys.executable,
    }
    port = _free_port()
    url = f"spark://127.0.0.1:{port}"
    started = []

    def start(name, *arguments):
        log = (folder / f"{name}.log").open("wb")
        command = [home / "bin" / "spark-class", f"org.apache.spark.deploy.{name}", *arguments]
        started.append(
            subprocess.Popen(
                [*map(str, command)],
                env=environment,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        )
        return started[-1]

    here = ("--host", "127.0.0.1", "--webui-port", "0")
    try:
        start("master.Master", *here, "--port", str(port))
        _wait_for(port)
        size = ("--cores", "1", "--memory", "600m", "--work-dir", str(folder / "work"))
        workers = [start("worker.Worker", *here, *size, url) for _ in range(2)]
        yield Cluster(url, workers, environment)
    finally:
        for process in reversed(started):
            process.terminate()
        for process in started:
            try:
                process.wait(timeout=30)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _free_port():
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        return bound.getsockname()[1]


def _wait_for(port, seconds=120):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            time.sleep(0.2)
    raise TimeoutError("the master did not start")
