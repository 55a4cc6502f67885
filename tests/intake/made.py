"""Corpora of any size for tests of taking in, and work whose readers do what a text says."""

import ctypes
import os
import signal
import time
from dataclasses import dataclass

from onrecord.intake.analysing import Analysis

NAMES = "Ann Bell|Bob Reed|Cora Finch|Dan Moor|Eve Lark".split("|")
THINGS = "bridge quay mill harbour school orchard station market".split()


def story(number):
    """A story of a few statements, another one for each number."""
    name, thing = NAMES[number % len(NAMES)], THINGS[number // 5 % len(THINGS)]
    return (
        f"The {thing} at Orlo, report {number}\n\n"
        f'"We will open the {thing} in {number} days," Minister {name} said on Monday.\n\n'
        f"Mayor {NAMES[(number + 1) % 5]} denied that the {thing} had cost {number} crowns.\n"
    )


def stories(folder, count, *, first=0):
    """A folder of so many stories."""
    folder.mkdir(exist_ok=True)
    for number in range(first, first + count):
        (folder / f"story{number:04}.txt").write_text(story(number), "utf-8")
    return folder


@dataclass(frozen=True, slots=True)
class Suffering(Analysis):
    """The analysis, by a reader that does to its process what a text asks for."""

    def __call__(self, task, skip):
        _suffer(task.data)
        yield from Analysis.__call__(self, task, skip)


def _suffer(data):
    if b"HANG" in data:
        while True:
            pass
    if b"DEAF" in data:  # in C, where no signal is heard
        ctypes.PyDLL(None).sleep(600)
    if b"CRASH" in data:
        signal.signal(signal.SIGSEGV, signal.SIG_DFL)
        os.kill(os.getpid(), signal.SIGSEGV)
    if b"SLOW" in data:
        time.sleep(0.3)
