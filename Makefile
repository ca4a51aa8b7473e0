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

.PHONY: run build test lint bench install clean packages test-packages

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

test-packages: .build/textstat/ready
	$(call install-missing,$(TEST_PACKAGES))

# The reading grade is compared with this one; the tests themselves fetch nothing.
.build/textstat/ready:
	$(call install-missing,python3 python3-venv ca-certificates)
	python3 -m venv .build/textstat
	.build/textstat/bin/pip install -q textstat==0.7.3 pyphen==0.18.1
	@touch $@

lint:
	$(SWIFT) format lint --strict -r Sources Tests Benchmarks Package.swift

bench: test-packages build
	@SWIFT='$(SWIFT)' Benchmarks/run $(ARGS)

install: build
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/share/handrail"
	install -m 755 $(RELEASE) "$(DESTDIR)$(PREFIX)/bin/handrail"
	cp -R content "$(DESTDIR)$(PREFIX)/share/handrail/"

clean:
	$(SWIFT) package clean
