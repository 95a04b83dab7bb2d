"""A made-up tree with each fault, so that the check can fail."""

import json
import os
import tempfile
import unittest
from pathlib import Path
from unittest import mock

import circles
import dependencies
import features
import python
import shape
import typst


class CheckTree(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.addCleanup(os.chdir, Path.cwd())
        os.chdir(folder.name)

    def crate(self, name: str, **files: str) -> Path:
        """Writes a crate and gives its root; `__` in a name stands for a folder."""
        for file, text in files.items():
            path = Path("crates", name, "src", *f"{file}.rs".split("__"))
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        return Path("crates", name, "src/lib.rs")

    def circles(self, **files: str) -> list[str]:
        src = "crates/a/src/"
        return [fault.replace(src, "").partition(": ")[2] for fault in circles.faults([], [self.crate("a", **files)])]

    def test_two_files_that_import_each_other(self) -> None:
        found = self.circles(lib="mod one;\nmod two;", one="use crate::two::Two;", two="fn f() { super::one::g() }")
        self.assertEqual(found, ["one.rs → two.rs → one.rs"])

    def test_a_longer_circle_below_groups_and_aliases(self) -> None:
        found = self.circles(
            lib="mod one;\nmod two;\nmod three;",
            one="use crate::{two::{self as second, Two}, three};\nfn f() { second::g() }",
            two="use super::three::*;",
            three="use crate::one::{One, other::Other};",
        )
        self.assertEqual(found, ["one.rs → three.rs → one.rs"])

    def test_a_list_of_re_exports_is_no_circle_and_hides_none(self) -> None:
        lists = {"lib": "mod rows;", "rows__mod": "mod one;\nmod two;\npub use self::one::One;\npub use self::two::*;"}
        found = self.circles(**lists, rows__one="pub struct One;", rows__two="use super::One;\npub struct Two;")
        self.assertEqual(found, [])
        found = self.circles(**lists, rows__one="use super::Two;\npub struct One;", rows__two="use super::One;\npub struct Two;")
        self.assertEqual(found, ["rows/one.rs → rows/two.rs → rows/one.rs"])

    def test_code_in_a_list_of_modules_is_as_any_other(self) -> None:
        found = self.circles(
            lib="mod rows;", rows__mod="mod one;\npub const MAX: usize = one::least() + 1;", rows__one="use super::MAX;"
        )
        self.assertEqual(found, ["rows/mod.rs → rows/one.rs → rows/mod.rs"])

    def test_what_is_no_import(self) -> None:
        found = self.circles(
            lib="mod one;\nmod two;",
            one='// use crate::two::Two;\n/// [`Two`](crate::two::Two)\nconst A: &str = "crate::two::Two";\nconst Q: char = \'"\';',
            two="use crate::one::One;\nuse serde::one::One as Other;\n#[cfg(test)]\nmod tests { use crate::one::f; }",
        )
        self.assertEqual(found, [])
        found = self.circles(
            lib="mod one;\nmod two;", one="#[cfg(test)]\nmod tests {\n use crate::two::Two;\n}", two="use crate::one::One;"
        )
        self.assertEqual(found, [])

    def test_a_module_within_a_file_is_that_file(self) -> None:
        found = self.circles(
            lib="mod one;\nmod two;", one="mod inner {\n pub use super::super::two::Two;\n}", two="use crate::one::inner::X;"
        )
        self.assertEqual(found, ["one.rs → two.rs → one.rs"])

    def tree(self, **files: str) -> list[Path]:
        """Writes files; `__` in a name stands for a folder, the last `_` for the point before the ending."""
        paths = []
        for name, text in files.items():
            stem, _, ending = name.rpartition("_")
            paths.append(Path(*f"{stem}.{ending}".split("__")))
            paths[-1].parent.mkdir(parents=True, exist_ok=True)
            paths[-1].write_text(text)
        return paths

    def test_templates_that_import_each_other(self) -> None:
        files = self.tree(
            templates__a__one_typ='#import "../b/two.typ": x',
            templates__b__two_typ='#let y = { import "/b/three.typ": z }\n// #import "../a/one.typ": x',
            templates__b__three_typ='#include "../a/one.typ"',
        )
        one, two, three = files
        self.assertEqual(circles.circles(typst.arrows(files)), [[one, two, three, one]])
        three.write_text('/* #include "../a/one.typ" */')
        self.assertEqual(circles.circles(typst.arrows(files)), [])

    def test_templates_that_take_or_define_what_nobody_uses(self) -> None:
        files = self.tree(
            templates__one_typ='#import "two.typ": (\n  a, b,\n)\n#let c = a // and b\n#c',
            templates__two_typ="#let a = 1\n#let b = 2\n#let b-c = 3\n",
        )
        one, two = files
        self.assertEqual(
            typst.unused(files), [f"{one} imports b and does not use it", f"{two} defines b-c, which nobody uses"]
        )
        one.write_text('#import "two.typ": a, b, b-c\n#let c = a\n#(b + c + b-c)')
        self.assertEqual(typst.unused(files), [])

    def test_python_files_that_import_each_other(self) -> None:
        files = self.tree(
            pack__init_py="from .one import f\nfrom .two import g\n",
            pack__one_py="import typing\nif typing.TYPE_CHECKING:\n    from pack import g\n",
            pack__two_py="def g():\n    from . import three\n",
            pack__three_py="import pack.one\n",
        )
        package = files[0].rename("pack/__init__.py")
        files[0] = package
        _, one, two, three = files
        self.assertEqual(circles.circles(python.arrows(files)), [[one, two, three, one]])
        three.write_text("from .error import one\n")
        self.assertEqual(circles.circles(python.arrows(files)), [])

    def test_code_in_a_list_of_modules(self) -> None:
        self.crate("a", lib="//! fn x()\nmod rows;\n#[cfg(test)]\nmod tests;", rows__mod="mod one;\npub(crate) fn f() {}")
        found = shape.code_in_lists(sorted(Path("crates").rglob("*.rs")))
        self.assertEqual([fault.split()[0] for fault in found], ["crates/a/src/rows/mod.rs"])

    def test_one_name_for_two_types(self) -> None:
        roots = [
            self.crate("a", lib="mod x;\nmod y;", x="pub(crate) struct Item;\nstruct Own;", y="enum Own {}"),
            self.crate("b", lib="pub trait Item { type Item; }\nstruct Alone;\n#[cfg(test)]\nmod tests { pub struct Alone; }"),
        ]
        found = shape.same_types(roots)
        self.assertEqual([fault.split()[2] for fault in found], ["Own", "Item"])

    def test_one_name_for_two_files(self) -> None:
        self.crate("vereinbar", modell__ziel="", validate__ziel="", error="", parse__read="")
        self.crate("b", lib="", error="", read="")
        self.crate("vereinbar-cli", batch="")
        self.crate("c", batch="", tests__read="")
        found = shape.same_files(sorted(Path("crates").rglob("*.rs")))
        self.assertEqual([fault.split()[2] for fault in found], ["read.rs"])

    def test_long_files_and_full_folders(self) -> None:
        files = [Path(f"{number}.py") for number in range(22)]
        for file in files:
            file.write_text("x = 1\n" * (501 if file.stem == "7" else 500))
        files[8].write_text('"""Generated from the schema."""\n' + "x = 1\n" * 900)
        self.assertEqual([fault.split()[0] for fault in shape.large_files(files)], ["7.py"])
        self.assertEqual(shape.large_folders(files[:20]), [])
        self.assertEqual(len(shape.large_folders(files)), 1)


class WithCargo(unittest.TestCase):
    """What cargo says of made-up packages."""

    def dependencies(self, packages: dict[str, list[dict]], **tree: str) -> list[str]:
        with mock.patch("dependencies.cargo", cargo(packages, tree, [])):
            return dependencies.faults()

    def test_a_crate_that_depends_on_one_above_it(self) -> None:
        packages = {
            "vereinbar": [
                on("vereinbar-pdf"),
                on("vereinbar-workspace-hack"),
                on("vereinbar-tables"),
                on("vereinbar-cli", "dev"),
            ],
            "vereinbar-new": [on("vereinbar", "build")],
            "vereinbar-tests": [on("vereinbar-cli")],
        }
        self.assertEqual(
            self.dependencies(packages),
            ["vereinbar must not depend on vereinbar-tables", "vereinbar-new must not depend on vereinbar"],
        )

    def test_a_crate_that_names_what_only_the_engine_may(self) -> None:
        packages = {
            name: [on("typst-pdf"), on("lopdf"), on("krilla", "dev")] for name in ("vereinbar-pdf", "vereinbar-cli")
        }
        self.assertEqual(
            self.dependencies(packages),
            [f"vereinbar-cli must not name {name}: only vereinbar-pdf does" for name in ("lopdf", "typst-pdf")],
        )

    def test_a_crate_that_builds_typst_without_being_asked_to(self) -> None:
        tree = {"vereinbar": "vereinbar v0.1.0\nserde v1.0.0\n", "vereinbar-tables": "typst-syntax v0.15.0\n"}
        found = self.dependencies({}, **tree)
        self.assertEqual(found, ["vereinbar-tables without its default feature still builds Typst"])

    def features(self, hack: str, own: str, every: str, built: list[dict]) -> list[str]:
        packages = {"a": [], features.APART: [], features.HACK: [on(hack)]}
        tree = {"typst": "typst v0.15.0||\nsyn v3.0.0|full|\n", "a": own, features.APART: own, "": every}
        with mock.patch("features.cargo", cargo(packages, tree, built)):
            return features.faults()

    def test_a_crate_with_other_features_for_one_package(self) -> None:
        full = "typst v0.15.0||\nsyn v3.0.0 (proc-macro)|full|\nserde v1.0.0||\n"
        bare = full.replace("full", "").replace("serde v1.0.0||", "serde v1.0.0|std|")
        self.assertEqual(self.features("syn", full, full, []), [])
        # Nothing is built again where there is no Typst, nor for a crate that Typst does not depend on.
        self.assertEqual(self.features("syn", bare.replace("typst", "other"), full, []), [])
        self.assertEqual(
            self.features("syn", bare, full, []),
            ["syn v3.0.0 has the features {''} for a alone, {'full'} for all (crates/workspace-hack)"],
        )

    def test_a_crate_that_is_named_and_of_no_use(self) -> None:
        self.assertEqual(
            self.features("serde", "", "", []),
            ["vereinbar-workspace-hack names serde, which Typst does not depend on (crates/workspace-hack)"],
        )

    def test_typst_that_is_built_again(self) -> None:
        index = "registry+https://github.com/rust-lang/crates.io-index#"
        again = [f"{index}typst-pdf@0.15.0", f"{index}typst@0.15.0", "path+file:///typst/crates/typst-syntax#0.15.0"]
        other = [
            f"{index}serde@1.0.0",
            "path+file:///typst/crates/vereinbar#0.1.0",
            "path+file:///a#vereinbar-typst@0.1.0",
        ]
        built = [{"reason": "compiler-artifact", "package_id": one, "fresh": False} for one in (*again, *other)]
        fresh = {"reason": "compiler-artifact", "package_id": f"{index}typst-svg@0.15.0", "fresh": True}
        self.assertEqual(
            self.features("syn", "", "", [*built, fresh, {"reason": "build-finished", "success": True}]),
            [f"{one} was built again for the command (crates/workspace-hack)" for one in sorted(again)],
        )


def cargo(packages: dict[str, list[dict]], tree: dict[str, str], built: list[dict]) -> mock.Mock:
    """Answers of cargo: dependencies by package, what is printed of the tree by package or "", and what a build reports."""

    def answer(command: str, *arguments: str) -> str:
        if command == "metadata":
            return json.dumps({"packages": [{"name": name, "dependencies": d} for name, d in packages.items()]})
        if command == "build":
            return "".join(json.dumps(message) + "\n" for message in built)
        # The crates of Typst are asked for together.
        asked = [name for option, name in zip(arguments, arguments[1:]) if option == "-p"]
        return tree.get("typst" if len(asked) > 1 else asked[0] if asked else "", "")

    return mock.Mock(side_effect=answer)


def on(name: str, kind: str | None = None) -> dict:
    """A dependency as `cargo metadata` names it."""
    return {"name": name, "kind": kind}


if __name__ == "__main__":
    unittest.main()
