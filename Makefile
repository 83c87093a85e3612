# Each target makes .venv by itself where it is absent. PYTHON names another interpreter than python3.
PYTHON ?= python3
BIN := .venv/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.DEFAULT_GOAL := help
.PHONY: help demo test check bench bench-warehouse readme format wheel clean

help: ## what can be made
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 18

demo: .venv/.run ## load corpus/articles into a new warehouse and show what it found
	@$(BIN)/newsclaims demo

test: .venv/.dev ## run the tests
	@$(BIN)/python -m pytest -n auto

check: .venv/.dev ## format, lint, types, import directions, spelling
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/codespell
	@$(BIN)/cog -P --check README.md

bench: .venv-bench/.peers ## speed beside Recognizers-Text, JioNLP, dateparser and a bare tokenizer
	@.venv-bench/bin/python tests/benchmarks/values.py
	@.venv-bench/bin/python tests/benchmarks/linking.py

bench-warehouse: .venv/.dev ## all checks over 100,000 claims and over a million: time and memory (some minutes)
	@$(BIN)/python tests/benchmarks/reconciling.py

readme: .venv/.dev ## write the README's outputs again
	@$(BIN)/cog -P -r README.md

format: .venv/.dev ## write the format that check asks for
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

wheel: .venv/.dev ## build the wheel and run its demo in an empty environment
	@$(BIN)/python tests/packaging/check_wheel.py

clean: ## remove the environment and what tools left behind
	rm -rf .venv .venv-bench .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis dist build

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "newsclaims needs Python 3.11 or newer; name one with: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@echo "Setting up .venv (once; a minute or two) …" >&2
	@$(PYTHON) -m venv .venv

.venv/.run: pyproject.toml | .venv/bin/python
	@$(INSTALL) -e .
	@touch $@

.venv/.dev: pyproject.toml | .venv/bin/python
	@$(INSTALL) -e '.[dev]'
	@touch .venv/.run $@

.venv-bench/.peers: pyproject.toml
	@echo "Setting up .venv-bench with the peers (once) …" >&2
	@$(PYTHON) -m venv .venv-bench
	@.venv-bench/bin/python -m pip install --quiet --disable-pip-version-check -e . \
	  jionlp dateparser recognizers-text-suite 'emoji<2'
	@touch $@
