# Each target does all its own set-up; the second time it is quick.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
RUN := $(VENV)/bin/python
DATA_DIR ?= data
export DATA_DIR

.PHONY: setup chat bot test check format environment development index

chat: setup
	@$(RUN) -m bot chat

# Beside the bot, the reader of files that admins send to it; both end together.
bot: setup
	@$(RUN) -m ingest watch & reader=$$!; trap 'kill $$reader 2>/dev/null; wait $$reader' EXIT; $(RUN) -m bot telegram

setup: environment index

environment: $(VENV)/.installed

development: $(VENV)/.development

$(VENV)/bin/python:
	@echo "[1/3] Creating the virtual environment"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' 2>/dev/null || { echo "Python 3.11 is needed; '$(PYTHON)' is not. Run: make PYTHON=/path/to/python3.11"; exit 2; }
	@$(PYTHON) -m venv $(VENV)

# PyTorch first and alone: a later resolver must find it installed and leave it.
$(VENV)/.installed: pyproject.toml constraints.txt | $(VENV)/bin/python
	@echo "[2/3] Installing the dependencies (a few minutes the first time)"
	@$(RUN) -m pip install --quiet --disable-pip-version-check --constraint constraints.txt torch==2.13.0
	@$(RUN) -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable .
	@touch $@

$(VENV)/.development: $(VENV)/.installed
	@$(RUN) -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[development]'
	@touch $@

# Unchanged documents cost one digest each, so this is asked for every time.
index: environment
	@[ -f $(DATA_DIR)/library.sqlite3 ] || echo "[3/3] Reading and indexing the shipped documents"
	@$(RUN) -m ingest add --quiet corpus/documents

test: check
	@$(RUN) -m pytest -n 2 -q

check: development
	@$(VENV)/bin/ruff check .
	@$(VENV)/bin/ruff format --check .
	@$(VENV)/bin/mypy

format: development
	@$(VENV)/bin/ruff check --fix .
	@$(VENV)/bin/ruff format .
