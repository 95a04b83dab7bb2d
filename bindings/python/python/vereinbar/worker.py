"""A process in which `batch` and `evaluate` have documents made and read: `python -m vereinbar.worker`.

They start it themselves, and it ends with them. Standard input and output belong to them.
"""

from __future__ import annotations

from . import _vereinbar

if __name__ == "__main__":
    _vereinbar.work()
