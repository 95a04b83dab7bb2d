"""What a process and its workers have taken of the memory."""

import re
from pathlib import Path


def peaks(process: int) -> tuple[int, int]:
    """Megabytes at most so far: of the process, and of the processes that it has now, together."""
    own = workers = 0
    for file in Path("/proc").glob("[0-9]*/status"):
        try:
            status = file.read_text()
        except OSError:
            continue  # It has ended since.
        peak = re.search(r"VmHWM:\s+(\d+) kB", status)
        if not peak:
            continue
        if int(file.parent.name) == process:
            own = int(peak[1]) // 1024
        elif f"PPid:\t{process}\n" in status:
            workers += int(peak[1]) // 1024
    return own, workers
