# Shortcuts; the README's commands need none of them.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test render lint types contracts check samples rubrics workdays oracle combinations fuzz pages golden pictures bench honest

READY := .venv/editable

$(READY):
	$(PYTHON) -m venv .venv
	$(BIN)/pip install -q -U pip
	$(BIN)/pip install -q -e . --group dev -c constraints.txt
	touch $@

demo: $(READY)
	$(BIN)/jobhome-score assess sample_ledgers

test: $(READY)
	$(BIN)/pytest -n auto -m "not rendering and not thorough"

render: $(READY)
	$(BIN)/pytest -n auto -m "rendering or thorough" -rs

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(READY)
	$(BIN)/mypy

contracts: $(READY)
	$(BIN)/lint-imports

check: test render lint types contracts

samples: $(READY)
	$(BIN)/python scripts/make_samples.py

rubrics: $(READY)
	$(BIN)/python scripts/make_ready_rubrics.py

workdays: $(READY)
	$(BIN)/python scripts/make_ready_workdays.py

oracle: $(READY)
	JOBHOME_ORACLE_YEARS=100 $(BIN)/pytest -n auto tests/oracle

combinations: $(READY)
	JOBHOME_RUBRICS=400 $(BIN)/pytest -n auto tests/insight/test_every_combination.py

fuzz: $(READY)
	$(BIN)/python -m tests.hostile.fuzz 2000
	$(BIN)/python -m tests.hostile.yaml_fuzz 2000

pages: $(READY)
	$(BIN)/python -m scripts.make_problem_pages

golden: $(READY)
	$(BIN)/python -m tests.reports.golden_files

pictures: $(READY)
	$(BIN)/python scripts/make_pictures.py

bench: $(READY)
	$(BIN)/python benchmarks/run.py

honest: $(READY)
	$(BIN)/python -m benchmarks.honest_years
