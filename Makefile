# Everything runs in .venv, which `make setup` builds from pyproject.toml and constraints.txt.

PYTHON ?= python3
# Test files run side by side in this many processes, each with a PostgreSQL server of its own.
WORKERS ?= 2

BIN := .venv/bin
INSTALLED := .venv/installed

.DEFAULT_GOAL := help
.PHONY: help setup demo serve test lint bench check format clean

help: ## say what can be made
	@sed -n 's/^\([a-z]*\):.*## /  make \1 	/p' Makefile

setup: $(INSTALLED) ## build .venv, or bring it up to date

demo: setup ## play a year between two committees
	$(BIN)/lienhe demo

serve: setup ## serve the web interface
	$(BIN)/lienhe serve

test: setup ## run the tests
	$(BIN)/pytest --numprocesses $(WORKERS) --dist loadfile

lint: setup ## check format, style, types and import rules
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

bench: setup ## measure, beside the limits: raw output and ratios go to bench/results
	$(BIN)/python -m bench

check: lint test ## check everything, as CI does

format: setup ## put the code into its format
	$(BIN)/ruff format
	$(BIN)/ruff check --fix

clean: ## remove .venv and what the tools leave behind
	rm -rf .venv build *.egg-info .import_linter_cache .mypy_cache .pytest_cache .ruff_cache .hypothesis

$(INSTALLED): pyproject.toml constraints.txt
	@command -v "$(PYTHON)" >/dev/null || { echo \
		"'$(PYTHON)' was not found. Install Python 3.11 or newer, or name it: make PYTHON=python3.12" >&2; exit 1; }
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo \
		"lienhe needs Python 3.11 or newer; '$(PYTHON)' is" "$$("$(PYTHON)" -V 2>&1)." \
		"Install a newer one and name it: make PYTHON=python3.12" >&2; exit 1; }
	@"$(PYTHON)" -c 'import ensurepip, venv' 2>/dev/null || { echo \
		"'$(PYTHON)' cannot make virtual environments. On Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; }
	"$(PYTHON)" -m venv .venv
	$(BIN)/python -m pip install --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	@touch $@
