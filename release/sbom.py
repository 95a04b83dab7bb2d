"""Writes build/dist/vereinbar.cdx.json, the software bill of materials (CycloneDX 1.6): `make sbom`.

It names what is linked into wheel and command on any platform, with versions, checksums, licences and what depends on
what, and the scripts that are embedded. The same sources give the same bytes.
"""

import json
import re
import tomllib
import uuid

from cyclonedx.model import ExternalReference, ExternalReferenceType, HashAlgorithm, HashType, XsUri
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.dependency import Dependency
from cyclonedx.model.license import LicenseExpression
from cyclonedx.output.json import JsonV1Dot6
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from notices import ROOT, cargo, linked
from packageurl import PackageURL

FILE = ROOT / "build/dist/vereinbar.cdx.json"
NAMESPACE = uuid.UUID("6ba7b811-9dad-11d1-80b4-00c04fd430c8")  # of addresses: RFC 9562


def component(package: dict, checksums: dict[tuple[str, str], str]) -> Component:
    name, version = package["name"], package["version"]
    checksum = checksums.get((name, version))
    licence = re.sub(r"\s*/\s*", " OR ", package["license"])
    source = package["repository"]
    return Component(
        type=ComponentType.LIBRARY,
        name=name,
        version=version,
        bom_ref=f"{name} {version}",
        purl=PackageURL("cargo", name=name, version=version),
        licenses=[LicenseExpression(licence)],
        hashes=[HashType(alg=HashAlgorithm.SHA_256, content=checksum)] if checksum else [],
        external_references=[ExternalReference(type=ExternalReferenceType.VCS, url=XsUri(source))] if source else [],
    )


def embedded() -> list[Component]:
    """What is taken over as a file and is no crate: a script of the form in the browser."""
    return [
        Component(
            type=ComponentType.LIBRARY,
            name=package["name"],
            version=package["version"],
            bom_ref=f"{package['name']} {package['version']}",
            purl=PackageURL("npm", name=package["name"], version=package["version"]),
            licenses=[LicenseExpression(package["license"])],
        )
        for package in (
            json.loads(file.read_text("utf-8")) for file in sorted(ROOT.glob("crates/*/assets/*/package.json"))
        )
    ]


def bom() -> Bom:
    metadata = json.loads(cargo("metadata", "--locked", "--format-version=1"))
    lock = tomllib.loads((ROOT / "Cargo.lock").read_text("utf-8"))["package"]
    checksums = {(p["name"], p["version"]): p["checksum"] for p in lock if "checksum" in p}
    own = {p["id"]: p for p in metadata["packages"] if not p["source"]}
    version = next(p["version"] for p in own.values() if p["name"] == "vereinbar")
    root = Component(type=ComponentType.APPLICATION, name="vereinbar", version=version, bom_ref=f"vereinbar {version}")
    packages = {p["id"]: p for p in linked()}
    components = {key: component(package, checksums) for key, package in packages.items()}
    edges = {node["id"]: [d["pkg"] for d in node["deps"]] for node in metadata["resolve"]["nodes"]}

    def depends(key: str) -> list[Dependency]:
        return [Dependency(components[other].bom_ref) for other in edges[key] if other in components]

    assets = embedded()
    direct = {d.ref.value: d for key in own for d in depends(key)}
    result = Bom(
        serial_number=uuid.uuid5(NAMESPACE, f"vereinbar {version}"),
        components=[*components.values(), *assets],
        dependencies=[
            Dependency(root.bom_ref, [*direct.values(), *(Dependency(asset.bom_ref) for asset in assets)]),
            *(Dependency(part.bom_ref, depends(key)) for key, part in components.items()),
        ],
    )
    result.metadata.component = root
    return result


def main() -> None:
    written = json.loads(JsonV1Dot6(bom()).output_as_string())
    # The one thing that would differ from run to run.
    written["metadata"].pop("timestamp", None)
    text = json.dumps(written, indent=2, sort_keys=True, ensure_ascii=False) + "\n"
    wrong = JsonStrictValidator(SchemaVersion.V1_6).validate_str(text)
    if wrong:
        raise SystemExit(f"not CycloneDX 1.6: {wrong}")
    FILE.parent.mkdir(parents=True, exist_ok=True)
    FILE.write_text(text, encoding="utf-8", newline="\n")
    print(f"{FILE.relative_to(ROOT)}: {len(written['components'])} components")


if __name__ == "__main__":
    main()
