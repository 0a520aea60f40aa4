# One verb a chore, each what CI runs. `make PYTHON=path/to/python …` uses an environment of your own.

ifeq ($(origin PYTHON),undefined)
PYTHON := .venv/bin/python
READY := .venv/installed
endif
TABLES ?= 200
BROWSER ?= $(shell command -v chromium || command -v chromium-browser || command -v google-chrome)
FUZZ ?= 600
SEED ?=

.PHONY: browser check lint format test thorough rules docs bench fuzz roundtrip lock sbom ci

check: lint rules test

lint: $(READY)
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m mypy
	$(dir $(PYTHON))lint-imports

format: $(READY)
	$(PYTHON) -m ruff check --fix .
	$(PYTHON) -m ruff format .

rules: $(READY)
	$(PYTHON) -m perflint rules-test

test: $(READY)
	$(PYTHON) -m pytest

# The tests with all that a usual run takes a fixed part of: every table in every spelling, twenty times the examples of
# hypothesis, and a process of its own for each command.
thorough: $(READY)
	PERFLINT_THOROUGH=1 $(PYTHON) -m pytest

# The page in a real browser: make browser BROWSER=/path/to/chromium
browser: $(READY)
	PERFLINT_BROWSER=$(BROWSER) $(PYTHON) -m pytest -n0 tests/web/test_browser.py

docs: $(READY)
	$(PYTHON) -m docs.generate

bench: $(READY)
	$(PYTHON) -m benchmarks.compare --tables $(TABLES)

# Every reader on what chance makes of its inputs; the seed is printed. FUZZ=3600 for an hour.
fuzz: $(READY)
	$(PYTHON) -m tests.security.fuzz $(FUZZ) $(SEED)

# Every published table to the form of every profile and back, in Word and in Excel: some minutes.
roundtrip: $(READY)
	$(PYTHON) -m tests.office.test_export_any_profile

# The dependencies that CI installs first, with their hashes; run it after a change of pyproject.toml.
lock:
	python3 -m venv .venv-lock
	.venv-lock/bin/pip install --quiet pip-tools
	.venv-lock/bin/pip-compile --quiet --generate-hashes --strip-extras --allow-unsafe --no-emit-index-url \
	    --no-emit-find-links --no-emit-trusted-host --no-header --no-annotate --all-build-deps \
	    --extra test \
	    --output-file requirements/ci.txt pyproject.toml
	.venv-lock/bin/pip-compile --quiet --generate-hashes --strip-extras --allow-unsafe --no-emit-index-url \
	    --no-emit-find-links --no-emit-trusted-host --no-header --no-annotate --build-deps-for wheel \
	    --constraint requirements/ci.txt --output-file requirements/user.txt pyproject.toml
	rm -r .venv-lock

# What a release is made of: wheel and source archive that come out the same each time, and a bill of materials.
sbom: $(READY)
	.ci/release dist

ci:
	.ci/run

.venv/installed: pyproject.toml
	python3 -m venv .venv
	.venv/bin/pip install -e ".[test]"
	touch $@
