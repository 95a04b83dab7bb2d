"""Whether the tree is as docs/architecture.md says.

Run from the root after the tests: `make check-tree`.
"""

import subprocess
import sys
from pathlib import Path

import circles
import dependencies
import features
import shape
import typst


def main() -> int:
    tracked = subprocess.run(("git", "ls-files"), check=True, capture_output=True, text=True).stdout.splitlines()
    files = [file for file in map(Path, tracked) if file.exists()]
    roots = [file for file in files if file.name in ("lib.rs", "main.rs")]
    problems = [
        *dependencies.faults(),
        *circles.faults(files, roots),
        *shape.large_files(files),
        *shape.large_folders(files),
        *shape.code_in_lists(files),
        *shape.same_files(files),
        *shape.same_types(root for root in roots if "tests" not in root.parts),
        *typst.unused(files),
        *features.faults(),
    ]
    print("\n".join(problems) or "dependencies point one way, files import in no circle, a name means one thing; Typst is built once")
    return bool(problems)


if __name__ == "__main__":
    sys.exit(main())
