"""That the targets are named wherever they have to be, and that OSS-Fuzz gets each of them."""

import contextlib
import io
import os
import subprocess
import sys
import tempfile
import tomllib
import unittest
from pathlib import Path
from unittest import mock
from zipfile import ZipFile

import run
import seeds

MANIFEST = tomllib.loads((run.ROOT / "tests/fuzz/Cargo.toml").read_text())
# Stands for cargo-fuzz, which needs a nightly compiler: `list` as it does it, and for `build` a file a target.
CARGO_FUZZ = """#!/bin/sh
[ "$1" = fuzz ] && [ -f "$4/Cargo.toml" ] || exit 1
targets=$(sed -n 's/^name = "\\([a-z]*\\)"$/\\1/p' "$4/Cargo.toml")
[ "$2" = list ] && echo "$targets" && exit
mkdir -p "$WORK/target/x86_64-unknown-linux-gnu/release"
for target in $targets; do echo > "$WORK/target/x86_64-unknown-linux-gnu/release/$target"; done
"""


class Targets(unittest.TestCase):
    def test_every_target_is_built_and_has_something_to_begin_with(self) -> None:
        bins = {each["name"]: each["path"] for each in MANIFEST["bin"]}
        self.assertEqual(bins, {target: f"targets/{target}.rs" for target in run.TARGETS})
        for target in run.TARGETS:
            self.assertGreater(len(seeds.of(target)), 2, target)
            longest = max(map(len, seeds.of(target)))
            self.assertLessEqual(longest, run.LENGTHS.get(target, run.LENGTH), target)

    def test_the_crates_with_coverage_are_those_that_the_targets_link(self) -> None:
        ours = {name for name in MANIFEST["dependencies"] if name.startswith("vereinbar")}
        self.assertEqual(set(run.CRATES) - {"vereinbar-fuzz", "vereinbar-pdf"}, ours)

    def test_a_target_that_fails_takes_nothing_from_what_the_others_say(self) -> None:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            said = ["echo '#9 DONE cov: 7 ft: 8' >&2", "echo stat::number_of_executed_units: 5 >&2"]
            works = "\n".join(["#!/bin/sh", *said, "echo stat::peak_rss_mb: 6 >&2"])
            for target, program in {"words": "#!/bin/sh\necho 'a crash' >&2; exit 77", "profile": works}.items():
                (folder / target).write_text(program)
                (folder / target).chmod(0o755)
            told = io.StringIO()
            with (
                mock.patch.object(run, "build", lambda seconds: folder),
                mock.patch.object(run, "BUILD", folder),
                mock.patch.object(sys, "argv", ["run.py", "1", "words", "profile"]),
                contextlib.redirect_stdout(told),
            ):
                self.assertEqual(run.main(), "Failed: words")
            self.assertIn("words: a crash", told.getvalue())
            self.assertRegex(told.getvalue(), "profile: 5 executions in [0-9]+ s, 7 edges, 6 MB")

    def test_oss_fuzz_gets_every_target_with_its_seeds_and_words(self) -> None:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            for part in ("bin", "out", "work", "src"):
                (folder / part).mkdir()
            (folder / "src/vereinbar").symlink_to(run.ROOT)
            cargo = folder / "bin/cargo"
            cargo.write_text(CARGO_FUZZ)
            cargo.chmod(0o755)
            places = {"OUT": str(folder / "out"), "WORK": str(folder / "work"), "SRC": str(folder / "src")}
            path = f"{cargo.parent}:{os.environ['PATH']}"
            script = run.ROOT / "tests/fuzz/oss-fuzz/build.sh"
            subprocess.run([script], check=True, env={**os.environ, **places, "PATH": path})
            made = {file.name for file in (folder / "out").iterdir()}
            endings = ("", "_seed_corpus.zip", ".dict")
            self.assertEqual(made, {f"{target}{ending}" for target in run.TARGETS for ending in endings})
            for target in run.TARGETS:
                with ZipFile(folder / "out" / f"{target}_seed_corpus.zip") as archive:
                    self.assertEqual(len(archive.namelist()), len(seeds.of(target)))


if __name__ == "__main__":
    unittest.main()
