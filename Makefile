# The commands of this project; `make` alone lists them.
PYTHON ?= python3
PIPENV_VERSION := 2026.10.3
BIN := .venv/bin
CDKTF := node_modules/.bin/cdktf
OUT := cdktf.out

export PATH := $(CURDIR)/$(BIN):$(PATH)
export CHECKPOINT_DISABLE := 1

# ENV from the command line only: the shell has a variable of that name with another meaning.
ifeq ($(origin ENV),command line)
export ENVIRONMENT := $(ENV)
else
unexport ENV
endif
STACK = librechat-$(or $(ENVIRONMENT),$(error say which environment: make $@ ENV=dev))

.DEFAULT_GOAL := help

.PHONY: help synth deploy destroy secrets test check lint cost bench emulate imports lock clean

help: ## List the commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

synth: .venv/.synth node_modules/.ready ## Write the Terraform of all environments (or ENV=dev), as JSON and as HCL
	@CI=1 $(CDKTF) synth --output $(OUT)
	@CI=1 $(CDKTF) synth --hcl --output $(OUT)/.hcl >/dev/null
	@for stack in $(OUT)/.hcl/stacks/*; do \
	  json=$(OUT)/stacks/$$(basename $$stack); \
	  rm -rf $$json/hcl && mkdir $$json/hcl && cp -R $$stack/cdk.tf $$json/hcl/ && \
	  { [ ! -d $$json/assets ] || ln -s ../assets $$json/hcl/assets; } && \
	  echo "$$json/cdk.tf.json" && echo "$$json/hcl/cdk.tf"; \
	done
	@rm -rf $(OUT)/.hcl

secrets: .venv/.synth ## Create the SSM parameters that ENV=dev names and that do not exist yet
	@python3 -m tools.secrets $(STACK:librechat-%=%)

deploy: .venv/.synth node_modules/.ready ## Build, create and publish all of ENV=dev
	$(CDKTF) deploy $(STACK)

destroy: .venv/.synth node_modules/.ready ## Remove all of ENV=dev
	$(CDKTF) destroy $(STACK)

test: .venv/.test node_modules/.ready lambda_image/node_modules/.ready ## Run all tests
	$(BIN)/pytest -n 2 --dist loadfile
	npm --prefix lambda_image test

emulate: .venv/.test node_modules/.ready ## Deploy dev onto an emulated AWS, check it, change it, break it, destroy it
	$(BIN)/pytest -s -v tests/test_deploy.py

check: lint test ## The gate: format, lint, types, size, security, tests

lint: .venv/.test
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/python -m tools.size
	@rm -rf $(OUT)/.check && mkdir -p $(OUT)/.check && CDKTF_OUTDIR=$(OUT)/.check $(BIN)/python main.py
	$(BIN)/checkov --file $$(ls $(OUT)/.check/stacks/*/cdk.tf.json) --config-file .checkov.yaml

cost: .venv/.synth ## Estimate what ENV=dev costs in a month, idle and at CHATS=500 a day
	@rm -rf $(OUT)/.cost && mkdir -p $(OUT)/.cost && CDKTF_OUTDIR=$(OUT)/.cost $(BIN)/python main.py
	@python3 -m review.cost $(OUT)/.cost/stacks/$(STACK)/cdk.tf.json --chats $(or $(CHATS),500)

bench: .venv/.test node_modules/.ready lambda_image/node_modules/.ready ## Measure synth and handler side by side with what they replace
	@missed=0; $(BIN)/python bench/synth.py || missed=1; npm --prefix lambda_image run bench || missed=1; exit $$missed

imports: .venv/.test node_modules/.ready ## Regenerate imports/ from the registry modules
	$(BIN)/python -m tools.imports

lock: .venv/.synth ## Resolve the newest dependencies that Pipfile and package.json allow
	$(BIN)/pipenv lock --dev
	@# Packages come from the index that pip is set up for; the lock names none.
	@$(BIN)/python -c 'import json; from pathlib import Path; f = Path("Pipfile.lock"); lock = json.loads(f.read_text()); \
	  lock["_meta"]["sources"] = []; f.write_text(json.dumps(lock, indent=4) + "\n")'
	npm install --package-lock-only --ignore-scripts

clean: ## Remove what the other commands made, but no state
	rm -rf $(OUT) .venv node_modules lambda_image/node_modules

# What the commands need is set up when it is missing or older than its lock.
export PIPENV_VERBOSITY := -1
export VIRTUAL_ENV := $(CURDIR)/.venv

.venv/bin/pipenv:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed")'
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check pipenv==$(PIPENV_VERSION)

.venv/.synth: Pipfile.lock | .venv/bin/pipenv
	$(BIN)/pipenv sync
	@touch $@

.venv/.test: Pipfile.lock | .venv/bin/pipenv
	$(BIN)/pipenv sync --dev
	@touch $@ .venv/.synth

node_modules/.ready: package-lock.json
	npm ci --ignore-scripts --no-audit --no-fund
	@touch $@

lambda_image/node_modules/.ready: lambda_image/package-lock.json
	npm --prefix lambda_image ci --no-audit --no-fund
	@touch $@
