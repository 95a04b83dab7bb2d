"""Which crate may depend on which (docs/architecture.md)."""

import json
import subprocess

# Dependencies point one way. What is not listed depends on no crate of ours.
ALLOWED = {
    "vereinbar": {"vereinbar-pdf", "vereinbar-templates"},
    "vereinbar-tables": {"vereinbar"},
    "vereinbar-workers": {"vereinbar", "vereinbar-templates"},
    "vereinbar-batch": {"vereinbar", "vereinbar-tables", "vereinbar-templates", "vereinbar-workers"},
    "vereinbar-evaluate": {"vereinbar", "vereinbar-tables", "vereinbar-workers"},
    "vereinbar-server": {
        "vereinbar",
        "vereinbar-batch",
        "vereinbar-evaluate",
        "vereinbar-tables",
        "vereinbar-workers",
    },
    "vereinbar-cli": {
        "vereinbar",
        "vereinbar-batch",
        "vereinbar-evaluate",
        "vereinbar-server",
        "vereinbar-tables",
        "vereinbar-workers",
    },
    "vereinbar-python": {
        "vereinbar",
        "vereinbar-batch",
        "vereinbar-evaluate",
        "vereinbar-tables",
        "vereinbar-workers",
    },
}
# Only the engine names these.
ENGINE_ONLY = ("typst", "krilla", "lopdf", "hayro")


def cargo(*arguments: str) -> str:
    return subprocess.run(("cargo", *arguments), check=True, capture_output=True, text=True).stdout


def faults() -> list[str]:
    found = []
    for package in json.loads(cargo("metadata", "--format-version=1", "--no-deps", "--locked"))["packages"]:
        name = package["name"]
        direct = {d["name"] for d in package["dependencies"] if d["kind"] in (None, "build")}
        ours = {d for d in direct if d.startswith("vereinbar")} - {"vereinbar-workspace-hack"}
        if name not in ("vereinbar-tests", "vereinbar-data-tests", "vereinbar-benches", "vereinbar-fuzz"):
            for wrong in sorted(ours - ALLOWED.get(name, set())):
                found.append(f"{name} must not depend on {wrong}")
        # The fuzzer fills in forms as other programs do.
        if name not in ("vereinbar-pdf", "vereinbar-fuzz"):
            for wrong in sorted(d for d in direct if d.startswith(ENGINE_ONLY)):
                found.append(f"{name} must not name {wrong}: only vereinbar-pdf does")

    for name in ("vereinbar", "vereinbar-tables"):
        alone = cargo("tree", "--locked", "-p", name, "--no-default-features", "-e", "normal", "--prefix", "none")
        if "typst" in alone:
            found.append(f"{name} without its default feature still builds Typst")
    return found
