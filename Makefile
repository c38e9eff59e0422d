# Everything a newcomer types. `make help` lists it.
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet
WORKERS ?= 4
TEXTS ?=
PORT ?= 8501

INSTALLED := .venv/.installed
TOOLED := .venv/.tooled

.DEFAULT_GOAL := help
.PHONY: help install run test lint bench docs lock clean
.DELETE_ON_ERROR:

help: ## Say what there is
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 18

install: $(INSTALLED) ## Make the environment .venv with the locked packages and the command .venv/bin/hustings

run: $(INSTALLED) ## Start the app on http://localhost:8501 (another port: make run PORT=8502)
	$(BIN)/hustings serve --port $(PORT)

test: lint ## Lint, types and every test, in a browser too (PYTEST="-m 'not browser'" leaves some out)
	@$(BIN)/python -m scripts.chromium
	$(BIN)/python -m pytest -n auto --maxprocesses $(WORKERS) --dist loadfile --no-loadscope-reorder $(PYTEST)

lint: $(TOOLED) ## Format, rules, types; changes nothing
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

bench: $(TOOLED) ## Measure speed: make bench TEXTS=texts.jsonl
	$(BIN)/python -m benchmarks.speed $(TEXTS)

docs: $(TOOLED) ## Check every link and run every example in the documentation
	$(BIN)/python -m pytest -q tests/test_docs.py

lock: $(TOOLED) ## Renew requirements.txt and requirements-dev.txt from pyproject.toml
	$(BIN)/python -m scripts.lock

clean: ## Remove the environment and everything the tools left behind
	rm -rf .venv build dist *.egg-info .hypothesis .mypy_cache .pytest_cache .ruff_cache test-results
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(INSTALLED): requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Hustings needs Python 3.11 or newer; '$(PYTHON)' is not. Try: make $(MAKECMDGOALS) PYTHON=python3.12" >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@echo "Installing the locked packages into .venv (a minute or two, once)"
	@$(PIP) --require-hashes -r requirements.txt
	@$(PIP) --no-deps --no-build-isolation --editable .
	@$(BIN)/python -c 'from ui.graph_component import ensure_assets; ensure_assets()'
	@touch $@

$(TOOLED): $(INSTALLED) requirements-dev.txt
	@echo "Installing the locked tools for tests into .venv"
	@$(PIP) --require-hashes -r requirements-dev.txt
	@touch $@
