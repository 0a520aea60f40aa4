# One verb a chore, each what CI runs. `make PYTHON=path/to/python …` uses an environment of your own.

ifeq ($(origin PYTHON),undefined)
PYTHON := .venv/bin/python
READY := .venv/installed
endif
TABLES ?= 200

.PHONY: check lint format test rules docs bench ci

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

docs: $(READY)
	$(PYTHON) -m docs.generate

bench: $(READY)
	$(PYTHON) -m benchmarks.compare --tables $(TABLES)

ci:
	.ci/run

.venv/installed: pyproject.toml
	python3 -m venv .venv
	.venv/bin/pip install -e ".[test]"
	touch $@
