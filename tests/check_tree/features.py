"""That one build of Typst serves every selection of packages.

Cargo builds a crate anew where a selection of packages gives it, or what it depends on,
other features. crates/workspace-hack evens that out; this finds what it lacks.
"""

import json
import re
import subprocess

# The schema tests: built without Typst, with features of their own (docs/architecture.md).
APART = "vereinbar-data-tests"
HACK = "vereinbar-workspace-hack"
# A crate of Typst in the id of a package: `…index#typst-pdf@0.15.0`, from a folder of its name `…/typst-pdf#0.15.0`.
_TYPST = re.compile(r"[#/]typst(-\w+)*[@#]\d")


def cargo(*arguments: str) -> str:
    return subprocess.run(("cargo", *arguments), check=True, capture_output=True, text=True).stdout


def features(*selection: str, edges: str = "normal,build,dev") -> dict[str, set[str]]:
    """Each crate with its version, and the features that it is built with, for the target and for the host."""
    lines = cargo("tree", "--locked", "--edges", edges, "--prefix", "none", "--format", "{p}|{f}|", *selection)
    found: dict[str, set[str]] = {}
    for line in filter(None, lines.splitlines()):
        package, enabled, _ = line.split("|")
        found.setdefault(" ".join(package.split()[:2]), set()).add(enabled)
    return found


def faults() -> list[str]:
    found = []
    packages = json.loads(cargo("metadata", "--format-version=1", "--no-deps", "--locked"))["packages"]
    typst = features("-p", "typst", "-p", "typst-layout", "-p", "typst-pdf", "-p", "typst-render", edges="normal,build")
    every = features("--workspace", "--exclude", APART)
    for package in packages:
        name = package["name"]
        for edges in ("normal,build", "normal,build,dev"):
            own = features("-p", name, edges=edges)
            if name == APART or not any(crate.startswith("typst ") for crate in own):
                continue
            for crate in sorted(typst.keys() & own.keys()):
                if own[crate] != every[crate]:
                    found.append(f"{crate} has the features {own[crate]} for {name} alone, {every[crate]} for all")
    names = {crate.split()[0] for crate in typst}
    for dependency in next(package["dependencies"] for package in packages if package["name"] == HACK):
        if dependency["name"] not in names:
            found.append(f"{HACK} names {dependency['name']}, which Typst does not depend on")

    # A dry run of what the README names: nothing of Typst may be left to build.
    plan = cargo("build", "--release", "--locked", "-p", "vereinbar-cli", "--message-format=json")
    for message in map(json.loads, plan.splitlines()):
        is_built = message.get("reason") == "compiler-artifact" and not message["fresh"]
        if is_built and _TYPST.search(message["package_id"]):
            found.append(f"{message['package_id']} was built again for the command")
    return [f"{fault} (crates/workspace-hack)" for fault in sorted(set(found))]
