# The two commands of the README, and what the checks call besides.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: run test evaluate baseline calibrate evaluate-test corpus reading packs tracking lint types contract model walkthrough clean dates speed

$(VENV)/.installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	touch $@

run: $(VENV)/.installed ## read the shipped corpus and show what was found
	$(BIN)/csp-extract run @corpus/open.txt --out out

test: $(VENV)/.installed ## run the tests
	$(BIN)/python -m pytest -n auto

evaluate: run ## score the open bodies; fails where a development score fell
	$(BIN)/csp-extract evaluate corpus/gold out --split train --split development --html out/scores.html
	@echo; echo "dateparser, a plain expression and capitalised words on the same texts:"
	@$(BIN)/csp-extract evaluate corpus/gold out --split development --baseline | sed -n 3,6p
	@echo; echo "development bodies alone, held against corpus/scores.json:"
	$(BIN)/csp-extract evaluate corpus/gold out --split development --gate corpus/scores.json

baseline: run ## commit today's scores of the development bodies
	$(BIN)/csp-extract evaluate corpus/gold out --split development --json corpus/scores.json
	$(BIN)/python corpus/card.py > docs/figures.md

calibrate: run ## measure how often the rows of each rule are right: the column confidence
	$(BIN)/csp-extract evaluate corpus/gold out --split train --split development \
		--calibrate csp_extract/extract/confidence.json --unseen corpus/unseen.json | sed -n '/^written to/,$$p'

evaluate-test: $(VENV)/.installed ## open the test bodies: make evaluate-test REASON="release 0.2"
	$(BIN)/python corpus/test_run.py "$(REASON)"
	$(BIN)/python corpus/card.py > docs/figures.md

corpus: $(VENV)/.installed ## print every source again (corpus/render/install.sh once)
	$(BIN)/python -m pip install --quiet --editable '.[corpus]'
	$(BIN)/python corpus/render

reading: $(VENV)/.installed ## hold what is read of the corpus against its sources, and measure the speed
	$(BIN)/python benchmarks/reading

packs: $(VENV)/.installed ## build agenda packs, count the papers parted right, read a large one
	$(BIN)/python benchmarks/packs

speed: $(VENV)/.installed ## time the extraction beside a tokenizer
	$(BIN)/python benchmarks/extract

dates: $(VENV)/.installed ## read the dates of the open corpus beside dateparser, datefinder, timexy, chrono-node
	$(BIN)/python benchmarks/dates

tracking: run ## work out what each feature of the tracker is worth, and time large archives
	$(BIN)/python benchmarks/tracking out 300 1000 3000 10000 > docs/tracking.md

lint: $(VENV)/.installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/codespell

types: $(VENV)/.installed
	$(BIN)/mypy

contract: $(VENV)/.installed
	$(BIN)/lint-imports

model: run ## build models/csp_en, and the weights of the tracker
	$(BIN)/csp-extract train --gold corpus/gold --out out

walkthrough: $(VENV)/.installed ## write docs/walkthrough.md anew
	$(BIN)/python corpus/walkthrough.py > docs/walkthrough.md

clean:
	rm -rf $(VENV) out build dist
