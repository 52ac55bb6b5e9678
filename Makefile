# The commands of this project; `make` alone lists them.
PYTHON ?= python3
PIPENV_VERSION := 2026.10.3
BIN := .venv/bin
CDKTF := node_modules/.bin/cdktf
PRETTIER := lambda_image/node_modules/.bin/prettier
JAVASCRIPT := '{lambda_image,local,modules,tests}/**/*.{cjs,js,mjs}'
OUT := cdktf.out
# Without jsii's type checks at each call, which mypy makes in `make check`.
SYNTH := CDKTF_OUTDIR=$(OUT) $(BIN)/python -O main.py

export PATH := $(CURDIR)/$(BIN):$(PATH)
export CHECKPOINT_DISABLE := 1
# Where Python may not keep what it compiled, each synth compiles it again: twice the time.
unexport PYTHONDONTWRITEBYTECODE

COMMANDS := help local synth new secrets plan deploy outputs logs destroy review diff cost test check lint format \
  emulate bench cdktn versions imports lock clean
ENVIRONMENTS := $(basename $(notdir $(wildcard environments/*.toml)))

# What is misspelled is named, before anything is set up.
VARIABLES := ENV FROM TO YES MINUTES CHATS PYTHON LIBRECHAT_IMAGE PORT MONGO_URI \
  OPENAI_API_KEY
GIVEN := $(foreach given,$(MAKEOVERRIDES),$(if $(findstring =,$(given)),$(firstword $(subst =, ,$(given)))))
ifneq ($(filter-out $(VARIABLES),$(GIVEN)),)
$(error there is no variable $(filter-out $(VARIABLES),$(GIVEN)); there are: $(VARIABLES))
endif
COMMAND := $(or $(firstword $(MAKECMDGOALS)),help)
ifneq ($(filter $(ENVIRONMENTS),$(MAKECMDGOALS)),)
$(error an environment is named as a variable: make $(COMMAND) ENV=$(filter $(ENVIRONMENTS),$(MAKECMDGOALS)))
endif
UNKNOWN := $(foreach goal,$(filter-out $(COMMANDS),$(MAKECMDGOALS)),$(if $(findstring /,$(goal)),,$(goal)))
ifneq ($(UNKNOWN),)
$(error there is no command $(UNKNOWN); make alone lists them)
endif

# ENV from the command line only: shells have a variable of that name with another meaning.
ifeq ($(origin ENV),command line)
export ENVIRONMENT := $(ENV)
else
ifneq ($(filter $(ENV),$(ENVIRONMENTS)),)
$(error ENV=$(ENV) stands before make; write it behind: make $(COMMAND) ENV=$(ENV))
endif
unexport ENV
endif
ifneq ($(filter new secrets plan deploy outputs logs destroy review cost,$(COMMAND)),)
ifeq ($(ENVIRONMENT),)
$(error say which environment: make $(COMMAND) ENV=dev (there are: $(ENVIRONMENTS)))
endif
endif
ifeq ($(COMMAND)$(FROM),new)
$(error say after which environment: make new ENV=$(ENVIRONMENT) FROM=dev (there are: $(ENVIRONMENTS)))
endif

.DEFAULT_GOAL := help
.PHONY: $(COMMANDS)

help: ## List the commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

# PORT from the command line only, like ENV; the keys may come from the shell, too.
ifneq ($(origin PORT),command line)
unexport PORT
endif
local: .venv/.test node_modules/.ready ## Run the whole chain on this machine, without AWS and keys (LIBRECHAT_IMAGE=… PORT=8443)
	@python3 -m local $(or $(ENVIRONMENT),dev)

synth: .venv/.synth ## Write the Terraform of all environments (or ENV=dev), as JSON and as HCL
	@python3 -m tools.programs node
	@$(SYNTH)
	@ls -d $(OUT)/stacks/$(if $(ENVIRONMENT),librechat-$(ENVIRONMENT),*)/cdk.tf.json $(OUT)/stacks/$(if $(ENVIRONMENT),librechat-$(ENVIRONMENT),*)/hcl

new: .venv/.synth ## Write the file of a new environment ENV=qa after that of FROM=dev
	@python3 -m tools.new "$$ENVIRONMENT" --after "$(FROM)"

secrets: .venv/.synth ## Create the SSM parameters that ENV=dev names and that do not exist yet
	@python3 -m tools.secrets "$$ENVIRONMENT"

plan: .venv/.synth ## Say what a deploy of ENV=dev would change, and change nothing
	@python3 -m review.plan "$$ENVIRONMENT"

deploy: .venv/.synth ## Build, create and publish all of ENV=dev (YES=1 does not ask)
	@python3 -m tools.deploy "$$ENVIRONMENT" $(if $(YES),--yes)

outputs: .venv/.synth ## Print the URL and the names of what is deployed of ENV=dev
	@python3 -m tools.outputs "$$ENVIRONMENT"

logs: .venv/.synth ## Follow the logs of ENV=dev, from MINUTES=10 ago
	@python3 -m tools.logs "$$ENVIRONMENT" $(if $(MINUTES),--minutes "$(MINUTES)")

destroy: .venv/.synth ## Remove all of ENV=dev (YES=1 does not ask)
	@python3 -m tools.deploy "$$ENVIRONMENT" --destroy $(if $(YES),--yes)

review: .venv/.test ## Write a page for whoever approves ENV=dev: picture, access, costs, checks
	@python3 -m tools.programs node
	@$(SYNTH)
	@python3 -m review.page "$(OUT)/stacks/librechat-$$ENVIRONMENT" --chats $(or $(CHATS),500)

diff: .venv/.synth ## Say what changes in the synthesized Terraform since FROM=HEAD, or to TO=a commit
	@python3 -m tools.programs node
	@python3 -m review.diff --from "$(or $(FROM),HEAD)" $(if $(TO),--to "$(TO)")

cost: .venv/.synth ## Estimate what ENV=dev costs in a month, idle and at CHATS=500 a day
	@python3 -m tools.programs node
	@rm -rf $(OUT)/.cost && mkdir -p $(OUT)/.cost && CDKTF_OUTDIR=$(OUT)/.cost $(BIN)/python main.py
	@python3 -m review.cost "$(OUT)/.cost/stacks/librechat-$$ENVIRONMENT/cdk.tf.json" --chats $(or $(CHATS),500)

test: .venv/.test node_modules/.ready lambda_image/node_modules/.ready ## Run all tests
	$(BIN)/pytest -n 2 --dist loadfile
	node --test tests/local/front.test.mjs
	npm --prefix lambda_image test

emulate: .venv/.test node_modules/.ready ## Deploy dev onto an emulated AWS, check it, change it, break it, destroy it
	$(BIN)/pytest -s -v tests/test_deploy.py

format: .venv/.test lambda_image/node_modules/.ready ## Format Python and JavaScript
	$(BIN)/ruff format
	$(PRETTIER) --log-level warn --write $(JAVASCRIPT)

check: lint test ## The gate: format, lint, types, size, security, tests

lint: .venv/.test lambda_image/node_modules/.ready
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(PRETTIER) --log-level warn --check $(JAVASCRIPT)
	@# The formatter does not break texts and comments; an address may be longer.
	@! find lambda_image local modules tests -name node_modules -prune -o -name '*.*js' -print | \
	  LC_ALL=C.UTF-8 xargs grep -nE '^.{101}' | grep -v https://
	$(BIN)/python -m tools.size
	@rm -rf $(OUT)/.check && mkdir -p $(OUT)/.check && CDKTF_OUTDIR=$(OUT)/.check $(BIN)/python main.py
	LOG_LEVEL=ERROR $(BIN)/checkov --directory $(OUT)/.check --config-file .checkov.yaml

bench: .venv/.test node_modules/.ready lambda_image/node_modules/.ready ## Measure synth, handler, and a page and a chat in a browser
	@missed=0; $(BIN)/python bench/synth.py || missed=1; npm --prefix lambda_image run bench || missed=1; \
	  $(BIN)/python bench/local.py || missed=1; exit $$missed

cdktn: .venv/.test ## Move a copy to CDK Terrain, test it, and compare what is synthesized
	@python3 -m tools.programs node npm
	@python3 -m tools.cdktn

versions: .venv/.synth ## Synthesize with each Python and Node that is supported, and compare
	@python3 -m tools.programs node npm
	@python3 -m tools.versions

imports: .venv/.test node_modules/.ready ## Regenerate imports/ from the registry modules
	$(BIN)/python -m tools.imports

lock: .venv/.synth ## Resolve the newest dependencies that Pipfile and package.json allow
	$(BIN)/pipenv lock --dev
	@# Packages come from the index that pip is set up for; the lock names none.
	@$(BIN)/python -c 'import json; from pathlib import Path; f = Path("Pipfile.lock"); lock = json.loads(f.read_text()); \
	  lock["_meta"]["sources"] = []; f.write_text(json.dumps(lock, indent=4) + "\n")'
	npm install --package-lock-only --ignore-scripts

clean: ## Remove what the other commands made, but no state
	rm -rf $(OUT) .venv node_modules lambda_image/node_modules terraform.*.log

# What the commands need is set up when it is missing or older than its lock.
export PIPENV_VERBOSITY := -1
export VIRTUAL_ENV := $(CURDIR)/.venv

.venv/bin/pipenv:
	@command -v $(PYTHON) >/dev/null || { echo "Error: Python 3.11 or newer is needed, and $(PYTHON) is not on PATH; PYTHON=… names another." >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Error: Python 3.11 or newer is needed; $(PYTHON) is %s. PYTHON=python3.12 names another." % sys.version.split()[0])'
	@echo "Setting up Python in .venv, once: this takes a minute"
	@$(PYTHON) -m venv .venv
	@$(BIN)/pip install --quiet --disable-pip-version-check pipenv==$(PIPENV_VERSION)

.venv/.synth: Pipfile.lock | .venv/bin/pipenv
	@echo "Installing the Python packages of Pipfile.lock into .venv"
	@$(BIN)/pipenv sync
	@touch $@

.venv/.test: Pipfile.lock | .venv/bin/pipenv
	@echo "Installing the Python packages of Pipfile.lock, with those for tests, into .venv"
	@$(BIN)/pipenv sync --dev
	@touch $@ .venv/.synth

node_modules/.ready: package-lock.json | .venv/bin/pipenv
	@$(BIN)/python -m tools.programs node npm
	@echo "Installing the CDKTF command line of package-lock.json into node_modules, once: 420 MB"
	@npm ci --ignore-scripts --no-audit --no-fund
	@touch $@

lambda_image/node_modules/.ready: lambda_image/package-lock.json | .venv/bin/pipenv
	@$(BIN)/python -m tools.programs node npm
	@echo "Installing the handler's packages into lambda_image/node_modules"
	@npm --prefix lambda_image ci --no-audit --no-fund
	@touch $@
