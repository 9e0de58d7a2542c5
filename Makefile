# What a developer and a new user need. `make run` and `make test` do all the set-up on a fresh machine.

SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help setup build run report check test record sample bench fuzz clean

TOOLS := $(CURDIR)/.tools
export PATH := $(TOOLS)/bin:$(PATH)

# The day on which `make run` stands: the last figures that the strategy states, and the last made records, are of summer 2024, and July has closed by then.
AS_OF ?= 2024-08-05

# How long `make fuzz` looks for trouble.
FUZZ_SECONDS ?= 60

help: ## this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 12

setup: ## install what is missing: C libraries, and the DuckDB program
	@./.ci/setup "$(TOOLS)"

build: setup ## the release build
	swift build -c release

run: build ## the nightly run on the bundled rules, figures and made records
	.build/release/beacon run --as-of $(AS_OF) --state .state --out out

report: run ## the report on the last financial year for every reader, and as PDF where there is a Chromium
	.build/release/beacon report annual --state .state --out out/annual
	@browser=$$(command -v chromium || command -v chromium-browser || command -v google-chrome) || { echo "There is no Chromium here, so no PDF is made."; exit 0; }; \
	for page in "$(CURDIR)"/out/annual/*/annual-*.html; do \
		"$$browser" --headless --no-sandbox --disable-gpu --no-pdf-header-footer --print-to-pdf="$${page%.html}.pdf" "file://$$page" 2>/dev/null && echo "$${page%.html}.pdf"; \
	done

check: build ## all that can be known of the bundled rules without data
	.build/release/beacon check

test: setup ## all tests
	swift build --build-tests
	swift test --skip-build

record: setup ## write the golden files anew; the recording run itself fails, so that none is recorded unseen
	BEACON_RECORD=1 swift test || true

sample: ## make the sample records anew
	rm -rf Rules/data/sample
	swift run SampleGenerator Rules/data/sample

bench: build ## times of the release build, beside promtool's (which takes some minutes)
	@./.ci/setup-bench "$(TOOLS)"
	promtool=$$(command -v promtool) && set -- --promtool "$$promtool"; .build/release/Benchmarks .build/release/beacon "$$@"

fuzz: build ## fuzz the rule language from the shipped rules for a minute
	swift build -c release --product Fuzzing
	.build/release/Fuzzing --seconds $(FUZZ_SECONDS)

clean: ## remove what was built and written
	rm -rf .build out .state
