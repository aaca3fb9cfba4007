# make demo: set up and run the main job. make test: set up and run the tests.
# Nothing is installed outside this folder; both are safe to run again.

PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: demo test check docs locale editor benchmarks clean

demo: .venv/.installed
	@PLANGRAPH_STORE=out/store $(BIN)/python -m plangraph.demo out

test: .venv/.tested
	@$(BIN)/python -m pytest -n auto --maxprocesses 8 --dist loadfile $(ARGS)

check: .venv/.tested
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

docs: .venv/.tested
	$(BIN)/python docs/generate.py

locale: .venv/.tested
	$(BIN)/pybabel compile -d src/plangraph/commands/_locale

editor:
	@npm ci --prefix src/plangraph/serve/editor --ignore-scripts --no-audit --no-fund --silent
	@npm run build --prefix src/plangraph/serve/editor --silent

benchmarks: .venv/.tested
	@for script in benchmarks/*.py; do echo "== $$script"; $(BIN)/python $$script || exit 1; done

clean:
	rm -rf .venv out

.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "plangraph needs Python 3.11 or newer"; exit 1; }
	@$(PYTHON) -m venv .venv || { rm -rf .venv; \
		echo "Python cannot make a virtual environment: sudo apt install python3-venv"; exit 1; }

.venv/.installed: pyproject.toml constraints.txt | .venv/bin/python
	@echo "Setting up plangraph in .venv (once, a minute or so) …"
	@$(PIP) install -c constraints.txt -e .
	@$(BIN)/python -m compileall -q src/plangraph
	@touch $@

.venv/.tested: pyproject.toml constraints.txt | .venv/bin/python
	@echo "Setting up the tests in .venv (once, a minute or so) …"
	@$(PIP) install -c constraints.txt -e '.[dev]'
	@$(BIN)/python -m compileall -q src/plangraph
	@touch .venv/.installed $@
