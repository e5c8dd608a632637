# `make help` lists what there is.
SHELL := /bin/bash
GUIDELINT = .build/release/guidelint

# On Linux the binary carries the Swift runtime: it starts four times as fast and runs where there is no Swift.
ifeq ($(shell uname),Linux)
STATIC = --static-swift-stdlib
endif

# Homebrew's folders are not among the compiler's own on every Mac.
ifeq ($(shell uname),Darwin)
export CPATH := $(shell brew --prefix 2>/dev/null)/include
export LIBRARY_PATH := $(shell brew --prefix 2>/dev/null)/lib
endif

# Seconds of fuzzing per target, and the targets that follow one another.
FUZZ_SECONDS = 600
TARGET = yaml jsonpath cel jsonschema rule
FUZZER = .build-fuzz/release/guidelint-fuzz
# Pointers in enums look like leaks, and the backtraces of Swift come in the way of those of the sanitizer.
FUZZ_ENVIRONMENT = ASAN_OPTIONS=detect_leaks=0 SWIFT_BACKTRACE=enable=no FUZZ_TARGET

.PHONY: help lint test bench fuzz format dist deb dist-test libraries

help: ## what can be done here
	@sed -n 's/^\([a-z-]*\):[^#]*## /  make \1	/p' $(MAKEFILE_LIST)

lint: libraries ## builds guidelint, lints catalog/, then shows what it finds in catalog/as-found/
	swift build -c release $(STATIC) --product guidelint
	$(GUIDELINT) lint catalog
	@echo
	@echo "== catalog/as-found: as it was before rectification, so findings are expected (exit 1) =="
	@$(GUIDELINT) lint catalog/as-found; code=$$?; \
	if [ $$code -ne 1 ]; then echo "catalog/as-found: exit 1 was expected, not $$code" >&2; exit 1; fi

test: ## builds everything, shipped or not, and runs every test
	@.ci/libraries --tests
	swift build --build-tests
	swift test --skip-build

bench: libraries ## measures a full lint against a bare loop over libyaml
	swift build -c release $(STATIC) --product guidelint-bench
	.build/release/guidelint-bench

fuzz: libraries ## fuzzes every parser for FUZZ_SECONDS (600) each, or one: make fuzz TARGET=yaml
	GUIDELINT_FUZZ=1 swift build -c release --scratch-path .build-fuzz --product guidelint-fuzz
	$(FUZZER) seeds .build-fuzz/seeds
	@for target in $(TARGET); do \
	echo "== $$target, $(FUZZ_SECONDS) seconds =="; \
	mkdir -p .build-fuzz/corpus/$$target .build-fuzz/found; \
	$(FUZZ_ENVIRONMENT)=$$target $(FUZZER) -max_total_time=$(FUZZ_SECONDS) -timeout=10 \
	-rss_limit_mb=2048 -max_len=2048 -print_final_stats=1 -artifact_prefix=.build-fuzz/found/$$target- \
	.build-fuzz/corpus/$$target .build-fuzz/seeds/$$target > .build-fuzz/$$target.log 2>&1; \
	if [ $$? -ne 0 ]; then tail -30 .build-fuzz/$$target.log >&2; \
	input=$$(sed -n 's/.*Test unit written to //p' .build-fuzz/$$target.log | tail -1); \
	echo "$$target failed on $$input (log: .build-fuzz/$$target.log). Run it again:" >&2; \
	echo "  $(FUZZ_ENVIRONMENT)=$$target $(FUZZER) $$input" >&2; exit 1; fi; \
	sed -n 's/^stat::/  /p' .build-fuzz/$$target.log; \
	done

# A folder of its own: the manifest asks for other libraries, which would build everything else anew.
dist: libraries ## makes dist/guidelint-VERSION-SYSTEM-ARCH.tar.gz: static binary, completions, man pages
	GUIDELINT_DIST=$(if $(STATIC),1) swift build -c release $(STATIC) --scratch-path .build-dist --product guidelint
	packaging/dist.sh .build-dist/release/guidelint

deb: dist ## makes dist/guidelint_VERSION_ARCH.deb
	packaging/deb.sh

dist-test: deb ## makes both and runs them where there is no Swift, libyaml or RE2
	packaging/test.sh

format: ## formats every Swift file
	swift format --in-place --parallel --recursive Sources Tests Package.swift

libraries: # libyaml, RE2, xxHash and libxlsxwriter, installed where they are missing
	@.ci/libraries
