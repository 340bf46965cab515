# Every target prepares .venv by itself; `make help` lists them. Another interpreter: make demo PYTHON=python3.13
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# Everything comes as a hash-checked wheel, so nothing is built and nothing unpinned is fetched.
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check --no-input
INSTALL := $(PIP) install --require-hashes --only-binary :all: --requirement
INSTALL_SELF := $(PIP) install --no-deps --no-build-isolation --editable .
# --no-config and no find-links: the hashes are those of the package index, not of files that lie on this machine.
COMPILE := env -u UV_FIND_LINKS $(BIN)/uv pip compile pyproject.toml --group build --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-config --quiet --custom-compile-command "make lock" $(if $(UPGRADE),--upgrade)
QUICK := not store and not browser and not slow

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:
.PHONY: help demo setup test check lint types quick serve neo4j bench lock clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z0-9]+:.*## / { printf "  make %-7s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: $(VENV)/app.stamp ## load the sample lists and serve the answers until Ctrl-C; ONCE=1 ends after printing
	@$(BIN)/graphkb demo $(if $(ONCE),--once)

setup: $(VENV)/dev.stamp ## prepare .venv with graphkb and the tools for developing
	@echo "$(VENV) is ready: $(BIN)/graphkb --help"

test: $(VENV)/dev.stamp ## run all tests
	@$(BIN)/python -m pytest

check: lint types quick ## lint, types and the quick tests, in under a minute

lint: $(VENV)/dev.stamp ## style alone
	@$(BIN)/ruff check .

types: $(VENV)/dev.stamp ## types alone
	@$(BIN)/mypy
	@if command -v tsc >/dev/null; then tsc -p jsconfig.json; else echo "JavaScript was not checked: tsc (TypeScript) is not installed"; fi

quick: $(VENV)/dev.stamp ## the tests that need neither store nor browser
	@$(BIN)/python -m pytest -q -m "$(QUICK)"

serve: $(VENV)/app.stamp ## serve API and page from the store that GRAPHKB_STORE names
	@$(BIN)/graphkb serve

neo4j: $(VENV)/dev.stamp ## run a real Neo4j on this machine (needs Maven)
	@$(BIN)/python tools/neo4j/neo4j_local.py

bench: $(VENV)/dev.stamp ## measure reading, loading and queries on each store
	@$(BIN)/python -m bench

lock: $(VENV)/dev.stamp ## write requirements/*.txt anew from pyproject.toml; UPGRADE=1 takes newer versions
	@$(COMPILE) --output-file requirements/app.txt
	@$(COMPILE) --extra ocr --constraint requirements/app.txt --output-file requirements/ocr.txt
	@$(COMPILE) --extra dev --extra mcp --extra notebook --extra ocr --extra otel --extra py2neo --constraint requirements/app.txt --output-file requirements/dev.txt

clean: ## remove .venv, caches and what was built; the stores' data stays
	@rm -rf $(VENV) build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis tools/neo4j/target
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

# $(call new_enough,interpreter)
new_enough = $(1) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	echo "$(1) is older than Python 3.11: name a newer one, as in make clean setup PYTHON=python3.12" >&2; exit 1; }

$(BIN)/python:
	@$(PYTHON) -c '' 2>/dev/null || { \
		echo "$(PYTHON) is not there or does not run: install Python 3.11 or newer, or name one, as in make PYTHON=/path/to/python3" >&2; \
		exit 1; }
	@$(call new_enough,$(PYTHON))
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		echo "$(PYTHON) cannot make virtual environments: install its venv module (Debian, Ubuntu: apt install python3-venv)" >&2; \
		exit 1; }
	@echo "Preparing $(VENV) …"
	@$(PYTHON) -m venv --clear $(VENV)

$(VENV)/app.stamp: requirements/app.txt pyproject.toml $(BIN)/python
	@$(call new_enough,$(BIN)/python)
	@echo "Installing what graphkb needs …"
	@$(INSTALL) requirements/app.txt
	@$(INSTALL_SELF)
	@touch $@

# The versions of dev.txt are those of app.txt, so whoever has the one has the other.
$(VENV)/dev.stamp: requirements/dev.txt pyproject.toml $(BIN)/python
	@$(call new_enough,$(BIN)/python)
	@echo "Installing what graphkb and its developers need …"
	@$(INSTALL) requirements/dev.txt
	@$(INSTALL_SELF)
	@touch $(VENV)/app.stamp $@
