# Shortcuts; the README's commands need none of them.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test render lint types contracts check samples oracle fuzz pages golden bench

$(BIN)/pytest:
	$(PYTHON) -m venv .venv
	$(BIN)/pip install -q -U pip
	$(BIN)/pip install -q -e . --group dev -c constraints.txt

demo: $(BIN)/pytest
	$(BIN)/jobhome-score assess sample_ledgers

test: $(BIN)/pytest
	$(BIN)/pytest -n auto -m "not rendering and not thorough"

render: $(BIN)/pytest
	$(BIN)/pytest -n auto -m "rendering or thorough" -rs

lint: $(BIN)/pytest
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(BIN)/pytest
	$(BIN)/mypy

contracts: $(BIN)/pytest
	$(BIN)/lint-imports

check: test render lint types contracts

samples: $(BIN)/pytest
	$(BIN)/python scripts/make_samples.py

oracle: $(BIN)/pytest
	JOBHOME_ORACLE_YEARS=100 $(BIN)/pytest -n auto tests/oracle

fuzz: $(BIN)/pytest
	$(BIN)/python -m tests.hostile.fuzz 2000

pages: $(BIN)/pytest
	$(BIN)/python -m scripts.make_problem_pages

golden: $(BIN)/pytest
	$(BIN)/python -m tests.reports.golden_files

bench: $(BIN)/pytest
	$(BIN)/python -m benchmarks.run
