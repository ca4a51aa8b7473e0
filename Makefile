# Handrail. `make run` starts it, `make test` tests it; each does all that a fresh Debian machine with Swift needs.
SHELL := /bin/sh
PREFIX ?= /usr/local
SWIFT ?= swift
RELEASE := .build/release/handrail
# The Swift runtime goes into the program, so that it starts fast and can be installed alone.
STATIC := -c release --static-swift-stdlib

RUN_PACKAGES := libreadline-dev libsqlite3-dev libsodium-dev libcmark-gfm-dev libcmark-gfm-extensions-dev \
	libutf8proc-dev ca-certificates git
TEST_PACKAGES := $(RUN_PACKAGES) python3 python3-venv age openssh-client tmux strace

# The independent reader of a vault runs in a Python of its own; setting it up may fetch from PyPI, the tests do not.
READER := .build/vault-reader

# How the vault is proven: see Proof.md in the documentation. Each can be given: make prove IMAGES=100000 SEED=1 JOBS=2
PROVE := IMAGES='$(IMAGES)' SEED='$(SEED)' JOBS='$(JOBS)'

.PHONY: run build test lint bench prove mutations fuzz sql kill-loop printed-pages install clean packages test-packages

run: build
	@HANDRAIL_CONTENT="$${HANDRAIL_CONTENT:-$(CURDIR)/content}" $(RELEASE) $(ARGS)

build: packages
	@$(SWIFT) build $(STATIC) --product handrail

test: test-packages lint
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build
	$(SWIFT) run --skip-build handrail content check content

# Installs what is missing of a list of Debian packages, with sudo when not root; says nothing when all are there.
define install-missing
@missing=""; for package in $(1); do \
  dpkg-query -W -f '$${Status}' $$package 2>/dev/null | grep -q 'ok installed' || missing="$$missing $$package"; \
done; \
if [ -n "$$missing" ]; then \
  as=""; [ "$$(id -u)" = 0 ] || as=sudo; \
  echo "Installing:$$missing"; \
  $$as apt-get update -q && $$as env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $$missing; \
fi
endef

packages:
	$(call install-missing,$(RUN_PACKAGES))

test-packages: .build/textstat/ready .build/fhir4/ready .build/fhir4b/ready
	$(call install-missing,$(TEST_PACKAGES))
	@$(MAKE) --no-print-directory $(READER)/ready

$(READER)/ready: Tests/VaultReader/requirements.txt
	python3 -m venv $(READER)
	$(READER)/bin/pip install -q --disable-pip-version-check -r Tests/VaultReader/requirements.txt
	touch $@

# The reading grade is compared with this one; the tests themselves fetch nothing.
.build/textstat/ready:
	$(call install-missing,python3 python3-venv ca-certificates)
	python3 -m venv .build/textstat
	.build/textstat/bin/pip install -q textstat==0.7.3 pyphen==0.18.1
	@touch $@

# What we write for FHIR servers is read with these: exactly R4, and the later R4B. The tests themselves fetch nothing.
VALIDATORS := Tests/ExchangeTests/Validators
.build/fhir4/ready: $(VALIDATORS)/r4.txt
.build/fhir4b/ready: $(VALIDATORS)/r4b.txt
.build/fhir4/ready .build/fhir4b/ready:
	$(call install-missing,python3 python3-venv ca-certificates)
	python3 -m venv $(@D)
	$(@D)/bin/pip install -q --disable-pip-version-check -r $<
	@touch $@

lint:
	$(SWIFT) format lint --strict -r Sources Tests Benchmarks Package.swift

bench: test-packages build
	@SWIFT='$(SWIFT)' Benchmarks/run $(ARGS)

# libFuzzer on all that reads a vault: `make fuzz RUNS=10000000 SEED=1`.
fuzz: test-packages
	@SWIFT='$(SWIFT)' RUNS='$(RUNS)' SEED='$(SEED)' Tests/Fuzz/run

# Random SQL in the vault and in plain SQLite: `make sql STEPS=100000 SEED=1`.
sql: packages
	@$(SWIFT) build -c release --product SQLTrial
	@.build/release/SQLTrial $(or $(STEPS),100000) $(SEED) $(EVERY)

# Crashes, faults and damage of a simulated disk, until IMAGES disks after a crash were seen. A wrong state ends it with a
# line that runs exactly that one again: make prove ONLY='saving, event 12 torn512, seed 7'
prove: packages
	$(SWIFT) build $(STATIC) --product Prove
	@$(PROVE) .build/release/Prove "ONLY=$(ONLY)"

# Builds mistakes into the vault, one after the other, and sees that each is found.
mutations: packages
	$(SWIFT) build -c release --scratch-path .build/mutations -Xswiftc -DHANDRAIL_MUTATIONS --product Prove
	@$(PROVE) .build/mutations/release/Prove mutations

# Kills the program while it saves, COUNT times; without a SEED it draws one and prints it.
COUNT ?= 1000
kill-loop: test-packages build
	@Tests/Proof/kill-loop $(RELEASE) --count $(COUNT) $(if $(SEED),--seed $(SEED))

# Prints the fullest report with Chromium (a Debian package that nothing else here needs) and counts its pages.
printed-pages: build
	@Tests/Proof/printed-pages $(RELEASE) $(if $(KEEP),--keep '$(KEEP)')

install: build
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/share/handrail"
	install -m 755 $(RELEASE) "$(DESTDIR)$(PREFIX)/bin/handrail"
	cp -R content "$(DESTDIR)$(PREFIX)/share/handrail/"

clean:
	$(SWIFT) package clean
