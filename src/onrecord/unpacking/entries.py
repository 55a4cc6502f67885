"""What unpacking gives, how much it gives at most, and how it says that something is broken."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from onrecord.model import Failure

_MOST_REASONS = 100
NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Entry:
    """The bytes of one thing that `readers.read` can read: a page, a member, a line, a row.

    `path` is what provenance says: the file, and for a member of an archive its name after `#`.
    `record` says where in that it stands ("line 17", "member 3", "byte 1197"), "" for a whole file.
    `place` names the entry within its file, once, and alike each time the same file is unpacked.
    `given` is what the container knows of it, `form` and `charset` are as `readers.read` takes
    them, "" where the bytes themselves have to tell.
    """

    data: bytes
    path: str
    place: str = ""
    given: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    form: str = ""
    charset: str = ""
    record: str = ""


@dataclass(frozen=True, slots=True)
class Passed:
    """How many things of a file were passed over for one reason, which is no fault of the file.

    `example` names the first of them.
    """

    path: str
    reason: str
    count: int = 1
    example: str = ""


Found = Entry | Failure | Passed


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is unpacked at most, in bytes.

    `entry`: of one entry; a larger one is a failure, and never stood in memory. `ratio`: how many
    times its packed size something may have, counted once it is larger than `entry`. `total`: of
    all that comes out of one file.
    """

    entry: int = 50_000_000
    ratio: int = 250
    total: int = 200_000_000_000

    def too_large(self, size: int | None = None) -> str:
        """The words for an entry that is larger than allowed; its size where that is known."""
        known = f"{size:,} bytes, " if size is not None else ""
        return f"larger than the maximum: {known}{self.entry:,} allowed"


LIMITS = Limits()


class BrokenError(Exception):
    """The bytes cannot be unpacked further, and the message says why; never leaves this package."""

    def anew(self) -> BrokenError:
        """The same, without the frames that it came through: they hold what was read so far."""
        return type(self)(*self.args)


class TrailingError(BrokenError):
    """What was packed ended whole, and something else follows it."""


class Tally:
    """What was passed over in one file, by reason; as many lines as there are reasons.

    From the hundredth reason on, all further ones are one.
    """

    def __init__(self, path: str) -> None:
        self._path = path
        self._counts: Counter[str] = Counter()
        self._examples: dict[str, str] = {}

    def add(self, reason: str, example: str) -> None:
        """Count one more."""
        if len(self._counts) >= _MOST_REASONS and reason not in self._counts:
            reason = "for another reason"
        self._counts[reason] += 1
        self._examples.setdefault(reason, example)

    def told(self) -> Iterator[Passed]:
        """One line a reason, in the order in which they were met."""
        for reason, count in self._counts.items():
            yield Passed(self._path, reason, count, self._examples[reason])


class Guard:
    """What came out of what went in; `BrokenError` as soon as that is more than allowed.

    `above` is that of the archive which this is a member of: what comes out here counts there.
    `spent` says that it came to that.
    """

    def __init__(self, limits: Limits, above: Guard | None = None) -> None:
        self._limits, self._above = limits, above
        self._packed = self._given = self._sum = 0
        self.spent = False

    def took(self, size: int) -> None:
        """So many packed bytes were read."""
        self._packed += size

    def gave(self, size: int) -> None:
        """So many bytes came out."""
        self._given += size
        limits = self._limits
        if self._given > limits.entry and self._given > limits.ratio * self._packed:
            self.spent = True
            raise BrokenError(
                f"unpacks to more than {limits.ratio} times its size, which is more than allowed"
            )
        self.more(size)

    def more(self, size: int) -> None:
        """So many bytes came out that were packed by what gives no measure of it."""
        self._sum += size
        if self._sum > self._limits.total:
            self.spent = True
            raise BrokenError(f"unpacks to more than the {self._limits.total:,} bytes allowed")
        if self._above is not None:
            self._above.more(size)
