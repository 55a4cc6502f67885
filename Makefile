# Two commands do everything: `make demo` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check -qq

.PHONY: demo test lint types layers unit security pins audit soak bench pictures reference lock clean

demo: .make/run
	$(BIN)/python -m examples

test: lint types layers pins unit

lint: .make/test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .make/test
	$(BIN)/mypy

layers: .make/test
	$(BIN)/lint-imports

unit: .make/test
	$(BIN)/pytest -n 2 -rs

# What can be said without a network: the source (Bandit, SQL), and that every library is pinned and
# hashed. Whether one of them has a known hole is on the network: `make audit` asks.
security: pins
	$(BIN)/pytest -rs tests/test_bandit.py tests/test_sql.py

pins: .make/test
	$(BIN)/pip-audit --require-hashes --disable-pip --dry-run --progress-spinner off \
	    -r requirements/test.txt 2>&1 | grep "would have audited"

audit: .make/test
	$(BIN)/pip-audit --require-hashes --disable-pip --progress-spinner off -r requirements/test.txt

# What `make test` does a little of, in full: kills, broken files, input that grows.
soak: .make/test
	ONRECORD_SOAK=1 $(BIN)/pytest -rs tests/soak

# The pictures of the docs are taken by the tests of the pages.
pictures: .make/test
	ONRECORD_PICTURES=docs/pictures $(BIN)/pytest tests/web

bench: .make/test
	$(BIN)/python -m benchmarks

# docs/reference/ from the code; a test says when it is due.
reference: .make/test
	$(BIN)/python docs/make_reference.py

# What is installed is what the lock names, hash for hash; the project itself goes in beside it.
.make/run: requirements/run.txt pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(PIP) install --require-hashes -r requirements/run.txt
	$(PIP) install --no-deps --no-build-isolation --editable .
	mkdir -p .make && touch $@

.make/test: requirements/test.txt .make/run
	$(PIP) install --require-hashes -r requirements/test.txt
	touch $@

# Needs uv; writes hashes and no address.
lock:
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	    --extra build --extra web pyproject.toml -o requirements/run.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	    --extra build --extra web --extra test --constraint requirements/run.txt pyproject.toml -o requirements/test.txt

clean:
	rm -rf $(VENV) .make .mypy_cache .ruff_cache .pytest_cache
