# The course's commands. `make` alone lists them.

PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin/python
# Where Windows keeps the programs of an environment, for those who have make there.
ifeq ($(OS),Windows_NT)
PYTHON := py
RUN := $(VENV)/Scripts/python
endif

# Where the tests keep nbgrader, which no learner ever needs.
export NBGRADER_VENV ?= $(CURDIR)/.venv-nbgrader

.PHONY: help lab test lint notebooks exercises lectures assignment bench lock test-oldest

help:  ## list the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

lab: $(VENV)/learner  ## open the course in JupyterLab (sets up .venv the first time)
	$(RUN) -m jupyter lab --ServerApp.root_dir=. notebooks/00_start_here.ipynb

test: $(VENV)/author lint  ## run every check: lint, quantlib, every notebook, every guard
	$(RUN) -m pytest -n 2 --dist loadfile --figures

lint: $(VENV)/author  ## check style and spelling
	$(RUN) -m ruff check quantlib tests benchmarks lectures conftest.py
	$(RUN) -m ruff check --line-length 96 notebooks exercises
	$(RUN) -m ruff format --check --quiet quantlib tests benchmarks lectures conftest.py
	$(RUN) -m ruff format --check --quiet --line-length 96 notebooks exercises
	$(RUN) -m codespell_lib

notebooks: $(VENV)/author  ## after an edit: format, run and store lessons and solutions, make the exercises
	$(RUN) -m ruff format --quiet --line-length 96 notebooks exercises/solutions
	$(RUN) -m tests.authoring.grading
	$(RUN) -m tests.authoring.store
	$(RUN) -m tests.authoring.exercises

exercises: $(VENV)/author  ## generate the learners' exercises from the solutions
	$(RUN) -m tests.authoring.exercises

lectures: $(VENV)/author  ## make a deck of each lesson in _build/lectures (needs npm)
	$(RUN) -m lectures.deck

assignment: $(VENV)/author  ## an exercise for a class: NAME=03_min_max [FOLDER=...] (see INSTRUCTORS.md)
	$(RUN) -m tests.authoring.assignment $(NAME) $(FOLDER)

bench: $(VENV)/author  ## how fast quantlib is, as ratios
	$(RUN) -m benchmarks.bench

lock: $(VENV)/author  ## renew constraints.txt, the versions that the course is tested with
	$(RUN) -m pip install --quiet uv
	$(RUN) -m uv pip compile pyproject.toml --all-extras --universal --python-version 3.11 \
		--no-annotate --no-header --upgrade --quiet --output-file constraints.txt

test-oldest:  ## run the checks on the oldest versions that pyproject.toml allows (Python 3.11 or 3.12)
	$(PYTHON) -m venv --clear .venv-oldest
	sed -n 's/^    "\(.*\)>=\(.*\)",/\1==\2/p' pyproject.toml > .venv-oldest/oldest.txt
	.venv-oldest/bin/python -m pip install --quiet --editable '.[test]' --constraint .venv-oldest/oldest.txt
	.venv-oldest/bin/python -m pytest -n 2 --dist loadfile

# Two marker files say what is installed; a change of the versions installs again.
$(VENV)/learner: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(RUN) -m pip install --quiet --editable . --constraint constraints.txt
	touch $@

$(VENV)/author: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(RUN) -m pip install --quiet --editable '.[test]' --constraint constraints.txt
	touch $@ $(VENV)/learner
