# `make demo` and `make test` need make and Python 3.11 to 3.13, nothing else: they set up .venv themselves.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.PHONY: help demo test check accurate clean

VENV := .venv
BIN := $(VENV)/bin
EVENTS := build/demo/events.jsonl
RECORD := build/demo/dragoman.db
CONSTRAINTS := $(if $(wildcard constraints.txt),--constraint constraints.txt)
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

# The newest supported Python; `make PYTHON=/path/to/python3.12 …` takes another.
SUPPORTED := import sys, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info < (3, 14))
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3 python; do \
	"$$p" -c "$(SUPPORTED)" >/dev/null 2>&1 && { echo "$$p"; break; }; done)

help:
	@echo "make demo      code the sample dispatches, keep them in a record and question it"
	@echo "make test      run the tests"
	@echo "make accurate  add the model of dragoman classify --model accurate"
	@echo "make check     all that is checked before a change is taken: style, types, layers, tests"
	@echo "make clean     remove the environment and all that was built"

# A virtual environment is made once; the stamps below say what is installed in it.
$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "dragoman needs Python 3.11, 3.12 or 3.13 with venv (Debian: apt install python3-venv)." \
		"Name one: make PYTHON=/path/to/python $(MAKECMDGOALS)" >&2; exit 1; }
	@echo "Making $(VENV) with $$($(PYTHON) --version)"
	@$(PYTHON) -m venv $(VENV)

$(VENV)/installed: pyproject.toml $(wildcard constraints.txt) | $(BIN)/python
	@echo "Installing dragoman (some minutes the first time)"
	@$(PIP) install $(CONSTRAINTS) --editable '.[desk]'
	@touch $@

$(VENV)/installed-dev: pyproject.toml models/accurate/pyproject.toml $(wildcard constraints.txt) | $(BIN)/python
	@echo "Installing dragoman, its accurate model and its development tools (some minutes the first time)"
	@$(PIP) install $(CONSTRAINTS) --editable '.[dev]'
	@$(PIP) install --editable models/accurate
	@touch $@ $(VENV)/installed

accurate: $(VENV)/installed
	@$(PIP) install models/accurate

# The visit of December 2023, which two papers told.
VISIT = $$($(BIN)/dragoman events --record $(RECORD) --dyad GRC TUR --type CONSULT --from 2023-12-01 --json \
	| grep -o 'ev_[0-9a-f]*' | head -n 1)

demo: $(VENV)/installed
	@mkdir -p $(dir $(EVENTS)); rm -f $(RECORD) $(RECORD)-wal $(RECORD)-shm
	@echo; echo '$$ dragoman code examples/dispatches --output $(EVENTS)'
	@$(BIN)/dragoman code examples/dispatches --output $(EVENTS)
	@echo; echo '$$ python examples/chronology.py $(EVENTS)'
	@$(BIN)/python examples/chronology.py $(EVENTS)
	@echo; echo '$$ dragoman show examples/dispatches/2023-12-07-athens.txt'
	@$(BIN)/dragoman show examples/dispatches/2023-12-07-athens.txt
	@echo; echo '$$ export DRAGOMAN_RECORD=$(RECORD)'
	@echo '$$ dragoman record init $(RECORD) && dragoman record add $(RECORD) examples/dispatches'
	@$(BIN)/dragoman record init $(RECORD) && $(BIN)/dragoman record add $(RECORD) examples/dispatches
	@echo; echo '$$ dragoman relation GRC TUR --from 2023-12-01 --until 2023-12-31 | head -n 46'
	@$(BIN)/dragoman relation GRC TUR --from 2023-12-01 --until 2023-12-31 --record $(RECORD) | head -n 46
	@echo; echo '$$ dragoman commitments GRC TUR'
	@$(BIN)/dragoman commitments GRC TUR --record $(RECORD)
	@visit=$(VISIT); echo; echo "\$$ dragoman why $$visit"; $(BIN)/dragoman why $$visit --record $(RECORD)
	@echo; echo '$$ dragoman report GRC TUR --output $(dir $(RECORD))dossier.html'
	@$(BIN)/dragoman report GRC TUR --output $(dir $(RECORD))dossier.html --record $(RECORD)

# First those on a real Ray, which need both processors; then all others, two files at a time. Their names must be the
# same in both processes: no set may give them in another order.
define PYTEST
	$(BIN)/python -m pytest -m ray tests/tasks
	PYTHONHASHSEED=0 $(BIN)/python -m pytest -m 'not ray' -n 2 --dist loadfile
endef

test: $(VENV)/installed-dev
	$(PYTEST)

check: $(VENV)/installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(PYTEST)

clean:
	rm -rf $(VENV) build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
