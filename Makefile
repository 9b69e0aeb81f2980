# Every target sets up what it needs; on a fresh machine `make demo` is all it takes.
#   make demo [FOLDER=/path/to/photos TAGS=tags.csv]

BIN := .venv/bin
PYTHON := $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& echo $$python && break; done)
SET_UP := $(PYTHON) packaging/bootstrap.py
# One process per core, so one thread in each.
TESTS := OMP_NUM_THREADS=1 $(BIN)/pytest -n logical --dist loadfile

define CODE_CHECKS
$(BIN)/ruff check .
$(BIN)/ruff format --check .
$(BIN)/mypy
$(BIN)/lint-imports --no-logo
endef

.PHONY: demo test check run bench bench-gui bench-tagging bench-clusters screenshots translations clean python

demo: python
	@$(SET_UP)
	@PYTHONPATH=packaging $(BIN)/python -m handful_demo \
		$(if $(FOLDER),--folder "$(FOLDER)") $(if $(TAGS),--tags "$(TAGS)")

test: python
	@$(SET_UP) --for-tests
	$(CODE_CHECKS)
	$(TESTS)

check: python
	@$(SET_UP)
	$(CODE_CHECKS)
	$(TESTS) tests/unit

run: python
	@$(SET_UP)
	@$(BIN)/handful

bench: python
	@$(SET_UP)
	$(BIN)/python -m tests.benchmarks.pipeline

bench-gui: python
	@$(SET_UP)
	$(BIN)/python -m tests.benchmarks.window

# PHOTOS is a folder with labels.csv (path,set,class); ENCODER one more encoder, a checkpoint.
bench-tagging: python
	@$(SET_UP)
	OMP_NUM_THREADS=1 $(BIN)/python -m tests.benchmarks.tagging "$(PHOTOS)" $(if $(ENCODER),--encoder "$(ENCODER)")

bench-clusters: python
	@$(SET_UP)
	@$(BIN)/python -m pip install -q -c packaging/constraints.txt evoc umap-learn
	$(BIN)/python -m tests.benchmarks.clusters "$(PHOTOS)" $(if $(ENCODER),--encoder "$(ENCODER)")

translations: python
	@$(SET_UP)
	PYTHONPATH=. $(BIN)/python packaging/translations.py

screenshots: python
	@$(SET_UP) --for-tests
	$(BIN)/python docs/make_screenshots.py

clean:
	rm -rf demo build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis

python:
	@$(if $(PYTHON),true,echo "Handful needs Python 3.11 or newer; install it from python.org or your system's packages." >&2; exit 1)
