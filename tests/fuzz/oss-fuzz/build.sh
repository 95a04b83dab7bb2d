#!/bin/bash -eu
# What OSS-Fuzz runs: every target, what it begins with, and the words of the data, into $OUT.
cd "$SRC/vereinbar"
cargo fuzz build --fuzz-dir tests/fuzz --release --debug-assertions --target-dir "$WORK/target"
python3 tests/fuzz/seeds.py "$OUT"
for target in $(cargo fuzz list --fuzz-dir tests/fuzz); do
	cp "$WORK/target/x86_64-unknown-linux-gnu/release/$target" "$OUT/"
done
