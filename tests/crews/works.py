"""What processes of a crew do in tests; they import it by this name."""

import os
import signal
import time
from dataclasses import dataclass


@dataclass(frozen=True)
class Item:
    """A task of the size that it says."""

    task: object
    size: int = 10


@dataclass(frozen=True)
class Telling:
    """Work whose results are the parts of the task, each begun before it is given."""

    folder: str = ""

    def ready(self):
        pass

    def __call__(self, task, skip):
        for number, part in enumerate(task.split()):
            if number >= skip:
                if part.startswith("unread"):
                    self.suffer(part)
                yield None
                yield self.suffer(part)

    def suffer(self, part):
        """The part, unless it says what it does to the process."""
        if "hang" in part:
            while True:
                pass
        if "sleep" in part:
            time.sleep(600)
        if "kill" in part:
            os.kill(os.getpid(), signal.SIGKILL)
        if "once" in part and not self.seen(part):
            os.abort()
        if "eat" in part:
            try:
                return len(bytearray(3_000_000_000))
            except MemoryError:
                return "refused"
        return part

    def seen(self, part):
        """Whether this part was met before, by any process."""
        try:
            os.close(os.open(f"{self.folder}/{part}", os.O_CREAT | os.O_EXCL))
        except FileExistsError:
            return True
        return False


class Unable:
    """Work that cannot begin."""

    def ready(self):
        raise ValueError("no model")


class Dying:
    """Work whose process ends before it is ready."""

    def ready(self):
        os._exit(3)
