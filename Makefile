# `make demo` and `make test` need make and Python 3.11 to 3.13, nothing else: they set up .venv themselves.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.PHONY: help demo test check clean

VENV := .venv
BIN := $(VENV)/bin
RECORD := build/demo/events.jsonl
CONSTRAINTS := $(if $(wildcard constraints.txt),--constraint constraints.txt)
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

# The newest supported Python; `make PYTHON=/path/to/python3.12 …` takes another.
SUPPORTED := import sys, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info < (3, 14))
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3 python; do \
	"$$p" -c "$(SUPPORTED)" >/dev/null 2>&1 && { echo "$$p"; break; }; done)

help:
	@echo "make demo    code the sample dispatches and look at the record"
	@echo "make test    run the tests"
	@echo "make check   all that is checked before a change is taken: style, types, layers, tests"
	@echo "make clean   remove the environment and all that was built"

# A virtual environment is made once; the stamps below say what is installed in it.
$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "dragoman needs Python 3.11, 3.12 or 3.13 with venv (Debian: apt install python3-venv)." \
		"Name one: make PYTHON=/path/to/python $(MAKECMDGOALS)" >&2; exit 1; }
	@echo "Making $(VENV) with $$($(PYTHON) --version)"
	@$(PYTHON) -m venv $(VENV)

$(VENV)/installed: pyproject.toml $(wildcard constraints.txt) | $(BIN)/python
	@echo "Installing dragoman (some minutes the first time)"
	@$(PIP) install $(CONSTRAINTS) --editable .
	@touch $@

$(VENV)/installed-dev: pyproject.toml $(wildcard constraints.txt) | $(BIN)/python
	@echo "Installing dragoman and its development tools (some minutes the first time)"
	@$(PIP) install $(CONSTRAINTS) --editable '.[dev]'
	@touch $@ $(VENV)/installed

demo: $(VENV)/installed
	@mkdir -p $(dir $(RECORD))
	@echo; echo '$$ dragoman code examples/dispatches --output $(RECORD)'
	@$(BIN)/dragoman code examples/dispatches --output $(RECORD)
	@echo; echo '$$ python examples/chronology.py $(RECORD)'
	@$(BIN)/python examples/chronology.py $(RECORD)
	@echo; echo '$$ python examples/chronology.py $(RECORD) IRN PAK'
	@$(BIN)/python examples/chronology.py $(RECORD) IRN PAK
	@echo; echo '$$ dragoman show examples/dispatches/2023-12-07-athens.txt examples/dispatches/2024-01-29-islamabad.txt'
	@$(BIN)/dragoman show examples/dispatches/2023-12-07-athens.txt examples/dispatches/2024-01-29-islamabad.txt

test: $(VENV)/installed-dev
	$(BIN)/python -m pytest

check: $(VENV)/installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest

clean:
	rm -rf $(VENV) build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
