"""Documents that are made in a process of their own: one that ends it takes nobody with it.

An engine that loses a worker starts its work again, and again, for as long as the same document
kills it. So the document is made in a child of the worker, as `batch` does it.
"""

from __future__ import annotations

import os

from .. import _vereinbar
from .._options import RenderOptions

_kept: tuple[int, RenderOptions, _vereinbar.Isolated] | None = None


def isolated(options: RenderOptions) -> _vereinbar.Isolated:
    """What makes documents with these options, within their limits.

    It is kept for the next batch: to start a child takes as long as thirty documents.
    """
    global _kept
    kept = _kept
    # One of the process that this one was forked from is that one's.
    if kept is None or kept[0] != os.getpid() or kept[1] != options:
        kept = _kept = (os.getpid(), options, _vereinbar.Isolated(options))
    return kept[2]
