# `make site` and `make test` do all their own set-up; they need Python 3.11 or later and git.
.DEFAULT_GOAL := help
SHELL := /bin/sh
BIN := .venv/bin
UV_VERSION := 0.13.9
CHECKED := sitegen tests scripts benchmarks

.PHONY: help
help: ## Say what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' Makefile

.PHONY: site
site: .venv/site-ready ## Build the demonstration of content/ into public/
	$(BIN)/sitegen build
	@echo "The site is in public/. Open public/index.html in a browser, or run: make preview"

.PHONY: preview
preview: .venv/site-ready ## Build the site, show it on 127.0.0.1, and build again on every change
	$(BIN)/sitegen serve

.PHONY: test
test: .venv/test-ready browser ## Check format, lint, types and tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python -m pytest

.PHONY: soak
soak: .venv/test-ready browser ## The tests with many more generated cases, and the measurements of speed (about half an hour)
	$(BIN)/python -m pytest -m "" --hypothesis-profile=soak --timeout=1800

.PHONY: browser
browser:
	@sh scripts/install-chromium.sh

.PHONY: format
format: .venv/test-ready ## Put the code in its format
	$(BIN)/ruff check --fix-only -q .
	$(BIN)/ruff format .

.PHONY: lock
lock: ## Pin the dependencies of pyproject.toml with hashes for every platform (UPGRADE=--upgrade for newer ones)
	sh scripts/lock.sh $(UV_VERSION) $(UPGRADE)

.PHONY: clean
clean: ## Remove everything that make made
	rm -rf .venv public dist .cache .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -not -path './.git/*' -prune -exec rm -rf {} +

# The tests' environment holds the site's: requirements-dev.txt names everything in requirements.txt, too.
.venv/site-ready: requirements.txt pyproject.toml scripts/make-venv.sh
	sh scripts/make-venv.sh requirements.txt
	touch $@

.venv/test-ready: requirements-dev.txt pyproject.toml scripts/make-venv.sh
	sh scripts/make-venv.sh requirements-dev.txt
	touch $@ .venv/site-ready
