# make run   bygger det som er endret, og viser det på http://localhost:8501
# make test  alle kontroller og tester
# De andre målene er delene av disse to.

PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
DEBIAN_ROOT := test "$$(id -u)" = 0 && command -v apt-get >/dev/null

.PHONY: run test build lint types unit browser axe texts lock sbom sentences bench load soak fuzz quality quality-unseen clean
.DELETE_ON_ERROR:

# Med LOGIN=test kan fire oppdiktede personer logge inn.
run: build $(if $(filter test,$(LOGIN)),.venv/dev)
	$(if $(filter test,$(LOGIN)),$(BIN)/python -m tests.login,$(BIN)/streamlit run dashboard.py)

# Det som er lest og typet feil, sies før noe prøves; de to går ved siden av hverandre.
test:
	$(MAKE) --no-print-directory -j 2 lint types
	$(MAKE) --no-print-directory unit browser

build: .venv/app
	$(BIN)/python -m data build

lint: .venv/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/sqlfluff lint --processes 0 --disable-progress-bar queries data/sql
	$(BIN)/lint-imports

types: .venv/dev
	$(BIN)/mypy

# Hver arbeider har sin del av filene, og det en fil deler, lages ett sted; den som blir ferdig, tar
# av det som er igjen hos de andre. Hver leser bare sine egne mapper: alle prøvene er tolv sekunder.
unit: .venv/postgres
	$(BIN)/pytest --ignore=tests/e2e -n auto --dist worksteal

# Tre ved siden av hverandre, for en leser venter omtrent halve tiden.
browser: .venv/browser
	$(BIN)/pytest tests/e2e -n 3 --dist worksteal

# Hver side på alle språk, i fire bredder, lyst og mørkt.
axe: .venv/browser
	TJENESTESTED_AXE=alt $(BIN)/pytest tests/e2e/test_axe.py

# Det som installeres i drift, fastsatt ned til hver fil (pages/server/drift/).
lock: .venv/dev
	$(BIN)/uv pip compile requirements.txt --generate-hashes --no-emit-index-url --no-header \
	  --no-annotate --universal --python-version 3.11 -q -o pages/server/drift/requirements.lock

# Hva som installeres i drift, med lisenser og kjente feil; ligger i .venv/sbom/.
sbom: .venv/dev
	$(BIN)/python -m tests.sbom

texts: .venv/dev
	$(BIN)/python -m tests.catalogue

sentences: .venv/dev
	TJENESTESTED_SETNINGER=2000 $(BIN)/pytest tests/pages/test_sentences.py -n auto

bench: .venv/browser .venv/peers/.stamp build
	$(BIN)/python -m tests.bench $(PARTS)

# Lesere som kommer, leser, tar med et ark og går: 1 til 300 samtidig, og 50 i MINUTES minutter.
load: .venv/dev
	$(BIN)/python -m tests.bench.load

soak: .venv/dev
	$(BIN)/python -m tests.bench.load --soak $(or $(MINUTES),30)

# Kjente tilfeller og 10 000 av hvert slag; TJENESTESTED_FROE velger andre.
fuzz: .venv/dev
	TJENESTESTED_TILFELLER=$${TJENESTESTED_TILFELLER:-10000} $(BIN)/pytest tests/fuzz

quality: .venv/dev
	$(BIN)/python -m tests.quality

quality-unseen: .venv/dev
	$(BIN)/python -m tests.quality --unseen

clean:
	rm -rf .venv tests/e2e/screenshots .mypy_cache .pytest_cache .ruff_cache
	@# Lesernes kortlenker og det folk har skrevet, er ikke bygd av noe, og kan ikke bygges igjen.
	test ! -d data/build || find data/build -mindepth 1 ! -name 'lenker.sqlite3*' \
	  ! -name 'arbeid.sqlite3*' -delete

# The stamps in .venv/ stand for what has been installed there.

.venv/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo 'Tjenestested trenger Python 3.11 eller nyere. Kjør: make PYTHON=python3.12'; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
	  { $(DEBIAN_ROOT) && apt-get -qq update && apt-get -qq install -y python3-venv; } || \
	  { echo 'Python mangler venv. På Debian og Ubuntu: sudo apt install python3-venv'; exit 1; }
	$(PYTHON) -m venv .venv
	@touch $@

.venv/app: requirements.txt | .venv/python
	$(PIP) -r requirements.txt
	@touch $@

.venv/dev: requirements-dev.txt requirements.txt | .venv/python
	$(PIP) -r requirements-dev.txt
	@touch $@ .venv/app

# What only the bench compares with has a folder of its own.
.venv/peers/.stamp: tests/bench/peers/requirements.txt | .venv/python
	$(PYTHON) -m venv .venv/peers
	.venv/peers/bin/python -m pip install --quiet --disable-pip-version-check -r $<
	@touch $@

# Uten PostgreSQL hoppes prøvene av lageret på en databasetjener over, med grunn.
.venv/postgres: .venv/dev
	$(BIN)/python -m tests.postgres
	@touch $@

.venv/browser: .venv/dev
	$(BIN)/python -m tests.e2e.chromium
	@touch $@
