# `make run` starts the app on this machine; `make test` checks everything.
PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin
# Node from the system, or the one that set-up put into .venv.
export PATH := $(PATH):$(CURDIR)/$(BIN)

.PHONY: run setup setup-test browser database test lint types layers unit js e2e e2e-slow bench bench-exit bench-push faults audit classify shots transcript wheel clean

run: setup
	@$(BIN)/pwa serve --demo --port $(PORT)

setup:
	@$(PYTHON) tools/setup.py

setup-test:
	@$(PYTHON) tools/setup.py test

# What needs no browser, two at a time; then the browsers, which want the machine to themselves.
test: setup-test
	@$(MAKE) --no-print-directory -j2 -Otarget unit js types lint layers wheel
	@$(MAKE) --no-print-directory e2e

lint:
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	npm run --silent lint

types:
	$(BIN)/mypy
	npm run --silent types

layers:
	$(BIN)/lint-imports
	node --import tsx tools/layers.ts

# The PostgreSQL that tests start for themselves; without one its tests are skipped, and say so.
database: setup-test
	@$(BIN)/python -m tools.postgresql

unit: database
	$(BIN)/pytest -n 2 tests/unit tests/web

js:
	npm test --silent

browser: setup-test
	@mkdir -p build && $(BIN)/python -m tools.browsers > build/chromium.path

e2e: browser
	PWA_CHROMIUM=$$(cat build/chromium.path) $(BIN)/python -m tools.browser_tests -n 2 --dist loadfile tests/e2e -m "not slow"

e2e-slow: browser
	PWA_CHROMIUM=$$(cat build/chromium.path) $(BIN)/python -m tools.browser_tests tests/e2e -m slow

bench: browser
	PWA_CHROMIUM=$$(cat build/chromium.path) $(BIN)/python -m tools.bench

# The reviewers' tool on this build, with every engine that is there.
audit: browser
	$(BIN)/python -m tools.audit --out build/audit

# All of it: both covers, each measurement of time a thousand times. Takes some hours.
audit-full: browser
	$(BIN)/python -m tools.audit --cover list --cover calculator --rounds 1000 --out build/audit

# Ours beside govuk-frontend's Exit this page.
bench-exit: browser
	PWA_CHROMIUM=$$(cat build/chromium.path) $(BIN)/python -m tools.exit_compared build/bench

# The sender of reminders beside pywebpush's documented loop and a bare client, on both databases.
bench-push: database
	$(BIN)/python -m tools.push_bench

# 20,000 reminders due while their senders are killed.
faults: database
	$(BIN)/python -m tools.push_faults

# Whether a trained classifier can tell how many spaces a box holds.
classify: setup-test
	$(BIN)/uv sync --frozen --inexact -q --group classify
	$(BIN)/python -m tools.classify

# What a screen reader says on every screen, in words.
transcript: browser
	PWA_CHROMIUM=$$(cat build/chromium.path) $(BIN)/python -m tools.transcript docs/transcripts

shots: browser
	PWA_CHROMIUM=$$(cat build/chromium.path) $(BIN)/python -m tools.shots build/shots docs/screens
	PWA_CHROMIUM=$$(cat build/chromium.path) $(BIN)/python -m tools.desk_shots build/shots/desk

wheel: setup-test
	rm -rf dist && $(BIN)/uv build --wheel -q && $(BIN)/python tools/check_wheel.py dist

clean:
	rm -rf build dist pwa/built .venv node_modules
