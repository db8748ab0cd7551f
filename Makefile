# Every command of this project. Two are enough to begin: `make site` and `make test`.
# What runs on a forge is one of these too, so it can be tried on a desk.

PYTHON ?= python3
# The format of findings: text, json, markdown, or github for annotations on a pull request.
FORMAT ?= text
# What a check compares the records with: a branch, a tag or a commit; nothing, if it is empty.
# A name is a stranger's: only the shell reads it, and as one word.
export BASE ?=
PORTAL := .venv/bin/portal
IN_VENV := .venv/bin/python -m

.DEFAULT_GOAL := help
.PHONY: help site check audit build serve test bless fmt lock bench lighthouse clean site-venv test-venv
.NOTPARALLEL:

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile

site: check ## Check the registry, build the site into site/, say how to look at it
	@$(PORTAL) build --site-dir site
	@echo
	@echo "The site is in site/. To look at it, one of:"
	@echo "  make serve                                 (follows every change)"
	@echo "  python3 -m http.server --directory site    (then open http://localhost:8000/)"

check: site-venv ## Check the registry (FORMAT=text, json or github; BASE=origin/main to compare)
	@$(PORTAL) check --format $(FORMAT) $${BASE:+--base "$$BASE"} || test $$? -eq 3 # 3: no error, but a review is asked for

audit: site-venv ## Look through the history for what deserves a second look (internal)
	@$(PORTAL) audit --format $(FORMAT) || test $$? -eq 3 # 3: no error, but a review is asked for

build: site-venv ## Build the site into site/ without checking first
	@$(PORTAL) build --site-dir site

serve: site-venv ## Show the site while you edit
	@$(PORTAL) serve

test: test-venv ## Install what the tests need, then run all of them
	@$(IN_VENV) tests.tools.provide
	@$(IN_VENV) tests.tools.run

bless: test-venv ## Accept what the generator writes now as what the golden tests expect
	@$(IN_VENV) pytest tests/golden --bless

fmt: test-venv ## Bring code and records to their one form
	@$(IN_VENV) ruff check --fix-only --quiet
	@$(IN_VENV) ruff format --quiet
	@$(PORTAL) fmt

lock: test-venv ## Resolve what is installed anew: newest versions that pyproject.toml allows
	@.venv/bin/python requirements/lock.py

bench: test-venv ## Measure on synthetic registries
	@$(IN_VENV) benchmarks.run

lighthouse: test-venv ## Ask Lighthouse about the main pages, as on a phone (some minutes)
	@$(IN_VENV) tests.lighthouse.run

clean: ## Remove everything that was made (never what is kept)
	@rm -rf .venv .cache site node_modules .mypy_cache .ruff_cache .pytest_cache .hypothesis \
	  .import_linter_cache *.egg-info

site-venv:
	@$(PYTHON) requirements/install.py site

test-venv:
	@$(PYTHON) requirements/install.py test
