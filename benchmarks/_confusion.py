"""What was made against what was found, as tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from benchmarks._changed import CLOSED
from benchmarks._elsewhere import Made
from onrecord.model import Finding, Outcome

GOAL = 0.95
UNCHANGED = frozenset({Outcome.VERBATIM, Outcome.EDITED, Outcome.TRIMMED})
_SHORT = {"misattributed": "misattr", "not_in_record": "not_in", "record_not_held": "not_held"}


@dataclass(frozen=True, slots=True)
class Result:
    """A made quotation, what was found of it, and the seconds of processor time that took."""

    made: Made
    finding: Finding
    spent: float

    @property
    def right(self) -> bool:
        return self.finding.outcome.value == self.made.expected


def dangerous(results: Sequence[Result]) -> list[Result]:
    """Changed numbers, denials and names that passed as verbatim, edited or trimmed."""
    return [r for r in results if r.made.kind in CLOSED and r.finding.outcome in UNCHANGED]


def table(
    results: Sequence[Result], kinds: Sequence[str], tell: Callable[[str], None]
) -> list[str]:
    """Tell the tables line by line; the findings below the goal, paraphrase aside."""
    _by_kind(results, kinds, tell)
    tell("")
    missed = _by_finding(results, tell)
    passed = dangerous(results)
    closed = sum(r.made.kind in CLOSED for r in results)
    tell(f"\nchanged numbers, denials, names that passed as unchanged: {len(passed)} of {closed}")
    for r in passed:
        tell(f"  {r.made.kind}: {r.finding.outcome}: {r.made.quote}")
    each = sum(r.spent for r in results) / len(results)
    right = sum(r.right for r in results if r.made.expected != "paraphrase")
    count = sum(r.made.expected != "paraphrase" for r in results)
    below = f"below {GOAL:.0%}: {', '.join(missed)}" if missed else f"none below {GOAL:.0%}"
    tell(
        f"{right} of {count} right without paraphrases, {below}; {len(results)} checks, "
        f"{1000 * each:.1f} ms each"
    )
    return missed


def _by_kind(results: Sequence[Result], kinds: Sequence[str], tell: Callable[[str], None]) -> None:
    for kind in kinds:
        of = [r for r in results if r.made.kind == kind]
        if not of:
            tell(f"{kind:22} none could be made")
            continue
        right = sum(r.right for r in of)
        wrong = Counter(r.finding.outcome.value for r in of if not r.right)
        found = ", ".join(f"{outcome} {count}" for outcome, count in wrong.most_common())
        line = f"{kind:22} {of[0].made.expected:16}{right:5} of {len(of):5} {right / len(of):7.1%}"
        tell(f"{line}   {found}".rstrip())


def _by_finding(results: Sequence[Result], tell: Callable[[str], None]) -> list[str]:
    """The table of what was made (rows) and found (columns); findings below the goal."""
    cells = Counter((r.made.expected, r.finding.outcome.value) for r in results)
    names = [outcome.value for outcome in Outcome]
    tell(f"{'made, found as':18}{'':>7}" + "".join(f"{_SHORT.get(n, n):>11}" for n in names))
    missed = []
    for made in names:
        total = sum(cells[made, found] for found in names)
        if not total:
            continue
        share = cells[made, made] / total
        row = "".join(f"{cells[made, found] or '.':>11}" for found in names)
        tell(f"{made:18}{share:>7.1%}{row}")
        if share < GOAL and made != "paraphrase":
            missed.append(made)
    return missed
