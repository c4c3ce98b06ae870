# The two commands of the README, and what the checks call besides.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: run test lint types contract model clean

$(VENV)/.installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	touch $@

run: $(VENV)/.installed ## read the shipped corpus and show what was found
	$(BIN)/csp-extract run corpus/reports --out out

test: $(VENV)/.installed ## run the tests
	$(BIN)/python -m pytest

lint: $(VENV)/.installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/codespell

types: $(VENV)/.installed
	$(BIN)/mypy

contract: $(VENV)/.installed
	$(BIN)/lint-imports

model: $(VENV)/.installed ## build models/csp_en
	$(BIN)/csp-extract train

clean:
	rm -rf $(VENV) out build dist
