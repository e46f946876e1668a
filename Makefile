PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.DEFAULT_GOAL := help
.PHONY: help setup serve check build test lock

help:  ## show what can be done here
	@sed -n 's/^\([a-z]*\):.*## /  make \1	/p' Makefile

setup: $(VENV)/.installed  ## make .venv from the lock file

serve: setup  ## build a preview and show it on http://127.0.0.1:8000/
	$(BIN)/briefings serve

check: setup  ## show every problem of every briefing
	$(BIN)/briefings check

build: setup  ## build the site into site/
	$(BIN)/briefings build

test: $(VENV)/.installed-dev  ## run all tests, in a real browser too
	$(BIN)/python -m tests.browser
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/briefings check
	$(BIN)/briefings derive --check
	$(BIN)/python -m pytest --numprocesses 3 --dist worksteal

lock:  ## write the lock files anew after a change in pyproject.toml (needs uv)
	uv pip compile pyproject.toml $(LOCK) --output-file requirements.lock
	uv pip compile pyproject.toml $(LOCK) --extra dev --output-file requirements-dev.lock

# No index addresses in the lock files: every machine uses its own.
LOCK := --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate

$(VENV)/.installed: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; try: make PYTHON=python3.11")'
	$(PYTHON) -m venv $(VENV)
	$(PIP) install --require-hashes -r requirements.lock
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed requirements-dev.lock
	$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@
