"""Several processes at one work, whatever it is, and one that has what comes of it.

    with Crew(work, jobs=2) as crew:
        for found in crew.results(items):    # in the order of the items
            ...

crew.py gives out and gathers, hand.py is one process as the one that started it has it, working.py
what that process does, packing.py what they give each other. What hangs, dies, or eats memory costs
its own result and no other.
"""

from onrecord.crews.alone import Alone
from onrecord.crews.crew import BOUNDS, Bounds, Crew, Item, Lost
from onrecord.crews.working import END, Work

__all__ = ["BOUNDS", "END", "Alone", "Bounds", "Crew", "Item", "Lost", "Work"]
