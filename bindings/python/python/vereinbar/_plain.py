"""What pandas and numpy have of their own, as plain Python. Neither is imported."""

from __future__ import annotations

from datetime import datetime, time


def plain(value: object) -> object:
    """Gives the plain value, or `NotImplemented` where there is none.

    A point in time at midnight is a day: that is how pandas holds the days of a
    table. Another time of day would be lost, so it is not taken for one.
    """
    if isinstance(value, datetime):
        # NaT, pandas' missing day, does not equal itself.
        if value != value:
            return None
        return value.date() if value.time() == time() else NotImplemented
    if type(value).__name__ == "NAType":
        return None
    dtype = getattr(value, "dtype", None)
    if dtype is None:
        return NotImplemented
    if getattr(dtype, "kind", None) == "M":
        # numpy gives days in nanoseconds as plain numbers, those in microseconds as days.
        value = value.astype("datetime64[us]")  # type: ignore[attr-defined]
    return value.tolist()  # type: ignore[attr-defined]
