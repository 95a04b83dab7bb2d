"""Whether the tree is ready to be released: `make release-check TAG=v1.2.3`."""

import pathlib
import sys
import tomllib

ROOT = pathlib.Path(__file__).resolve().parents[1]


def faults(tag: str) -> list[str]:
    workspace = tomllib.loads((ROOT / "Cargo.toml").read_text(encoding="utf-8"))["workspace"]
    package, version = workspace["package"], workspace["package"]["version"]
    found = []
    if tag != f"v{version}":
        found.append(f"the tag is {tag or 'missing'}, the version in Cargo.toml {version}")
    if not package["repository"].startswith("https://"):
        found.append("workspace.package.repository in Cargo.toml has no address")
    for name, dependency in workspace["dependencies"].items():
        if "path" in dependency and dependency.get("version", version) != version:
            found.append(f"workspace.dependencies.{name} has version {dependency['version']}, not {version}")
    if f"\n## {version}" not in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8").replace("[", ""):
        found.append(f"CHANGELOG.md has no section {version}")
    return found


if __name__ == "__main__":
    problems = faults(sys.argv[1] if len(sys.argv) > 1 else "")
    print("\n".join(problems) or "ready to be released")
    sys.exit(bool(problems))
