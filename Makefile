# Two commands do everything on a fresh Debian machine with Swift: make serve, make test.

SCENARIO ?= start/federated
PORT ?= 7443
BUILD = .build/debug
RELEASE = .build/release
OPTIMIZED = scripts/optimized.sh
PYTHON = .venv/bin/python
# A registry may fail for a moment.
PIP_INSTALL = pip install -q --disable-pip-version-check --retries 10
VENV = .venv/installed
CLIENTS = .venv/clients
RECORDERS = .venv/recorders/installed
PEERS = .venv/peers/installed
# What the benchmarks measured, for docs/performance.md.
MEASURED = .build/performance
# What the packages are made of; BINARY=… is one that is there already.
BINARY ?= $(RELEASE)/mock-portal
DIST ?= .build/dist
STAGE = .build/stage
ROOTS = .build/roots
PREFIX ?= /usr/local
FORMATTED = Package.swift Sources Tests Benchmarks Examples

.PHONY: serve test deps lint imports rooms facts citations build swift-tests soak examples api api-accept check command thread oracles mutate replicas clients sessions recorders bench bench-growth bench-peers bench-replicas performance instructions instructions-record endure hostile sanitize fuzz fuzz-rounds libfuzzer docs snippets schema clean help install dist stage dist-tarball dist-wheel dist-deb dist-npm dist-jar dist-check fresh wheelhouse container compatibility site

help: ## this list
	@grep -E '^[a-z-]+:.*## ' Makefile | sed 's/:.*## /\t/' | expand -t 14

serve: deps ## build and serve a scenario: make serve [SCENARIO=…] [PORT=…]
	swift build --product mock-portal
	$(BUILD)/mock-portal serve $(SCENARIO) --port $(PORT)

test: deps lint imports rooms facts citations build swift-tests soak examples snippets api docs check command thread instructions ## everything that must pass

deps: $(VENV) ## install what building and testing need
	@scripts/packages.sh install build test

# The packages come first: python3 and its venv are among them.
$(VENV): Tests/requirements.txt Tests/requirements-alone.txt packages.txt
	@scripts/packages.sh install build test
	python3 -m venv .venv
	.venv/bin/$(PIP_INSTALL) -r Tests/requirements.txt
	.venv/bin/$(PIP_INSTALL) --no-deps -r Tests/requirements-alone.txt
	@touch $@

$(CLIENTS): $(VENV) Tests/requirements-clients.txt
	.venv/bin/$(PIP_INSTALL) --no-deps -r Tests/requirements-clients.txt
	# Both are a module arcrest, so each has a folder to itself; neither is for a Python that is still there.
	rm -rf .venv/arcrest .venv/arcrest-package .venv/arcgis-mapping
	.venv/bin/$(PIP_INSTALL) --no-deps --no-compile --target .venv/arcrest arcrest==10.3
	.venv/bin/$(PIP_INSTALL) --no-deps --no-compile --target .venv/arcrest-package \
		ArcREST_Package==3.5.9
	# Of it the SDK for JavaScript is used; beside arcgis it would be a part of that.
	.venv/bin/$(PIP_INSTALL) --no-deps --no-compile --target .venv/arcgis-mapping arcgis-mapping==4.33.1
	@touch $@

lint: ## format, license headers, names of types
	swift format lint --strict -r $(FORMATTED)
	python3 scripts/check-headers.py
	python3 scripts/check-names.py
	python3 packaging/clients.py --check
	python3 scripts/compatibility.py --self-test
	python3 Benchmarks/instructions.py --self-test
	python3 scripts/performance.py --self-test

imports: ## who may import whom
	python3 scripts/check-imports.py

rooms: ## which folder leans on which: few lean on each other
	python3 scripts/rooms.py --check 4 Enterprise Services

facts: ## each known fact has a row in Tests/Golden/wire, or a reason why not; attestations are of real sites
	python3 scripts/facts.py --check
	python3 scripts/attestations.py --self-test
	python3 scripts/attestations.py

citations: ## what evidence, comments and pages cite can be opened
	python3 scripts/check-citations.py

build: deps ## everything, tests included
	swift build --build-tests

swift-tests: build ## all Swift tests
	scripts/swift-tests.sh --skip 'SoakTests|MockPortalTestingTests'
	# Alone: beside hundreds of tests that hold both threads of Swift's pool, a URLSession's minute may pass.
	scripts/swift-tests.sh --filter '^MockPortalTestingTests'

soak: build ## 300 portals at once, five times: nothing is left behind; alone, for it measures the process
	scripts/swift-tests.sh --filter SoakTests

examples: build ## the sample client in Examples passes its tests, and fails them when its renewal is broken; the first minutes of a user of Swift
	Examples/check.sh
	packaging/tests/swift.sh

check: build ## every built-in scenario proves itself
	$(BUILD)/mock-portal check

command: build ## what the command prints and how it ends; each command and block of README and the guides
	Tests/Clients/command/run $(BUILD)/mock-portal
	Tests/Clients/guides/run $(BUILD)/mock-portal

thread: build ## the thread's script with python3, curl and node, over http and https; the whole way with curl
	Tests/Clients/thread/run $(BUILD)/mock-portal
	Tests/Clients/whole-way/run $(BUILD)/mock-portal

replicas: build ## one portal of three replicas behind nginx, while the engine and they are killed, stopped and restarted; snapshots, deployments
	@scripts/packages.sh install replicas
	$(PYTHON) Tests/Replicas/run $(BUILD)/mock-portal --without cost throughput

bench-replicas: deps ## what a request costs one of several replicas, and requests a second with one, two and three
	@scripts/packages.sh install replicas
	$(OPTIMIZED) mock-portal
	$(PYTHON) Tests/Replicas/run $(RELEASE)/mock-portal cost throughput

oracles: build ## our schema against jsonschema, our parsers against h11 and node, f=pbf against protobuf, queries against plain Python and shapely, coordinates against pyproj, announced capabilities both ways, geometry operations against shapely and pyproj
	$(PYTHON) Tests/Oracles/schema/validate.py
	$(PYTHON) Tests/Oracles/http/compare.py $(BUILD)/mock-portal
	$(PYTHON) Tests/Oracles/pbf/compare.py $(BUILD)/mock-portal
	$(OPTIMIZED) mock-portal
	# Optimized code ends the life of a value earlier: what users run proves itself, too.
	$(RELEASE)/mock-portal check
	$(PYTHON) Tests/Oracles/query/compare.py $(RELEASE)/mock-portal
	$(PYTHON) Tests/Oracles/query/bins.py $(RELEASE)/mock-portal
	$(PYTHON) Tests/Oracles/projection/compare.py $(RELEASE)/mock-portal
	$(PYTHON) Tests/Oracles/capabilities/compare.py $(RELEASE)/mock-portal
	$(PYTHON) Tests/Oracles/geometry/compare.py $(RELEASE)/mock-portal

mutate: build ## each error body spoilt by one byte: check or the tests must notice
	python3 scripts/mutate.py

clients: build $(CLIENTS) ## other people's clients, unmodified
	@scripts/packages.sh install clients
	Tests/Clients/esridump/run $(BUILD)/mock-portal
	Tests/Clients/gdal/run $(BUILD)/mock-portal
	Tests/Clients/qgis/run $(BUILD)/mock-portal
	Tests/Clients/python wms $(BUILD)/mock-portal maps/drawn
	Tests/Clients/python pictures $(BUILD)/mock-portal maps/drawn
	Tests/Clients/python oauth $(BUILD)/mock-portal
	Tests/Clients/python arcgis $(BUILD)/mock-portal
	Tests/Clients/python arcgis-geometry $(BUILD)/mock-portal
	Tests/Clients/python arcgis-server $(BUILD)/mock-portal
	Tests/Clients/python arcgis-admin $(BUILD)/mock-portal
	Tests/Clients/python arcgis-publishing $(BUILD)/mock-portal
	Tests/Clients/python arcgis-sync $(BUILD)/mock-portal
	Tests/Clients/python arcgis-pki $(BUILD)/mock-portal
	Tests/Clients/python arcgis-basic $(BUILD)/mock-portal
	Tests/Clients/python restapi $(BUILD)/mock-portal
	Tests/Clients/python oidc $(BUILD)/mock-portal
	Tests/Clients/oidc/run $(BUILD)/mock-portal
	Tests/Clients/python local $(BUILD)/mock-portal
	Tests/Clients/python pygeoogc $(BUILD)/mock-portal ../services/scenario.json5
	Tests/Clients/python pygeoapi $(BUILD)/mock-portal ../services/scenario.json5
	Tests/Clients/python restgdf $(BUILD)/mock-portal ../services/scenario.json5
	Tests/Clients/python geopy $(BUILD)/mock-portal
	Tests/Clients/python mapproxy $(BUILD)/mock-portal ../services/scenario.json5
	Tests/Clients/python agsadmin $(BUILD)/mock-portal ../services/scenario.json5
	Tests/Clients/arcrest/run $(BUILD)/mock-portal
	Tests/Clients/openlayers/run $(BUILD)/mock-portal
	Tests/Clients/maps-sdk/run $(BUILD)/mock-portal
	Tests/Clients/saml/run $(BUILD)/mock-portal
	Tests/Clients/web-tier/run $(BUILD)/mock-portal
	Tests/Clients/kerberos/run $(BUILD)/mock-portal
	Tests/Clients/browser/run $(BUILD)/mock-portal
	Tests/Clients/inspector/run $(BUILD)/mock-portal
	Tests/Clients/control/run $(BUILD)/mock-portal
	cd docs/examples/pytest && MOCK_PORTAL=$(CURDIR)/$(BUILD)/mock-portal $(CURDIR)/$(PYTHON) -m pytest -q -p no:cacheprovider
	cd docs/examples/node && MOCK_PORTAL=$(CURDIR)/$(BUILD)/mock-portal node --test
	cd docs/examples/java && MOCK_PORTAL=$(CURDIR)/$(BUILD)/mock-portal java LoginTest.java

sessions: $(CLIENTS) ## sessions of real clients with the double, recorded: each is imported, and its scenario passes
	@scripts/packages.sh install clients
	$(OPTIMIZED) mock-portal
	Tests/Clients/sessions/run $(RELEASE)/mock-portal

$(RECORDERS): $(VENV) Tests/requirements-recorders.txt
	python3 -m venv .venv/recorders
	.venv/recorders/bin/$(PIP_INSTALL) -r Tests/requirements-recorders.txt
	@touch $@

recorders: build $(RECORDERS) ## one session, recorded by mitmproxy, Chromium's and Firefox's own tools: their archives give one scenario
	@scripts/packages.sh install clients recorders
	Tests/Clients/recorders/run $(BUILD)/mock-portal

compatibility: ## runs the clients, and writes docs/compatibility.md of what they print
	@mkdir -p .build
	$(MAKE) clients >.build/clients.log 2>&1 || { tail -30 .build/clients.log; exit 1; }
	$(PYTHON) scripts/compatibility.py .build/clients.log >.build/compatibility.md
	mv .build/compatibility.md docs/compatibility.md

bench: deps ## the budgets, as ratios in one run
	@scripts/packages.sh install bench
	$(OPTIMIZED) mock-portal
	MOCK_PORTAL_BENCHMARKS=1 $(OPTIMIZED) InProcessBench
	$(PYTHON) Benchmarks/bench.py $(RELEASE)

bench-growth: deps ## what grows with what, and what others wait beside heavy requests: make bench-growth [BINARY=…]
	@scripts/packages.sh install bench
	$(OPTIMIZED) mock-portal
	$(PYTHON) Benchmarks/growth.py $(BINARY)
	$(PYTHON) Benchmarks/rows.py $(BINARY)
	$(PYTHON) Benchmarks/starvation.py $(BINARY)

instructions: build ## what ten requests cost, counted by callgrind: nothing may rise by more than 3 % of Benchmarks/instructions.txt
	python3 Benchmarks/instructions.py $(BUILD)/mock-portal

instructions-record: build ## writes Benchmarks/instructions.txt
	python3 Benchmarks/instructions.py $(BUILD)/mock-portal --record

$(PEERS): $(VENV) Tests/requirements-peers.txt
	python3 -m venv .venv/peers
	.venv/peers/bin/$(PIP_INSTALL) -r Tests/requirements-peers.txt
	@touch $@

bench-peers: deps $(PEERS) ## moto's server, pytest-httpserver and pygeoapi on the same machine, with the same features: make bench-peers [BINARY=…]
	$(OPTIMIZED) mock-portal
	$(PYTHON) Benchmarks/peers.py $(BINARY) .venv/peers

performance: deps $(PEERS) ## runs all benchmarks, on an otherwise idle machine, and writes docs/performance.md
	@scripts/packages.sh install bench
	$(OPTIMIZED) mock-portal
	MOCK_PORTAL_BENCHMARKS=1 $(OPTIMIZED) InProcessBench
	rm -rf $(MEASURED)
	$(PYTHON) Benchmarks/bench.py --json $(MEASURED)/budgets.json $(RELEASE)
	$(PYTHON) Benchmarks/rows.py --json $(MEASURED)/rows.json $(RELEASE)/mock-portal
	$(PYTHON) Benchmarks/growth.py --json $(MEASURED)/growth.json $(RELEASE)/mock-portal
	$(PYTHON) Benchmarks/starvation.py --json $(MEASURED)/starvation.json $(RELEASE)/mock-portal
	$(PYTHON) Benchmarks/peers.py --json $(MEASURED)/peers.json $(RELEASE)/mock-portal .venv/peers
	python3 scripts/performance.py $(MEASURED) >.build/performance.md
	mv .build/performance.md docs/performance.md

endure: deps ## four unlike clients for half an hour, with faults, resets, reloads and deployments: make endure [SECONDS=…]
	@scripts/packages.sh install clients
	$(OPTIMIZED) mock-portal
	python3 Tests/Soak/soak.py $(RELEASE)/mock-portal $(or $(SECONDS),1800)

hostile: build ## slow clients of slowhttptest, TLS as sslscan sees it, name constraints, no descriptors, a full disk, nothing to write on, killed
	@scripts/packages.sh install test hostile
	Tests/Hostile/run $(BUILD)/mock-portal

sanitize: deps ## all Swift tests under the thread and the address sanitizer; of four long tables a part
	# Tests that go by the clock run alone, as in swift-tests.
	MOCK_PORTAL_SLOWER=4 swift test --sanitize=thread --scratch-path .build/thread --skip 'SoakTests|MockPortalTestingTests'
	MOCK_PORTAL_SLOWER=4 swift test --sanitize=thread --scratch-path .build/thread --filter '^MockPortalTestingTests'
	# Leaks: only boxes of static tables are found, which Swift's tagged pointers hide from the detector.
	MOCK_PORTAL_SLOWER=4 ASAN_OPTIONS=detect_leaks=0 swift test --sanitize=address --scratch-path .build/address \
		--skip 'SoakTests|MockPortalTestingTests'
	MOCK_PORTAL_SLOWER=4 ASAN_OPTIONS=detect_leaks=0 swift test --sanitize=address --scratch-path .build/address \
		--filter '^MockPortalTestingTests'

fuzz: build ## random requests over sockets for a minute, spoilt recordings for another: make fuzz [SECONDS=…] [SEED=…]
	python3 Tests/Fuzz/wire.py $(BUILD)/mock-portal $(or $(SECONDS),60) $(or $(SEED),7)
	python3 Tests/Fuzz/surfaces.py $(BUILD)/mock-portal $(or $(SECONDS),60) $(or $(SEED),7)
	$(OPTIMIZED) mock-portal
	python3 Tests/Fuzz/recordings.py $(RELEASE)/mock-portal $(or $(SECONDS),60) $(or $(SEED),7)

fuzz-rounds: deps ## each endpoint and parameter, asked of a deployment without sockets: make fuzz-rounds [SECONDS=…] [SEED=…]
	$(OPTIMIZED) mock-portal
	MOCK_PORTAL_FUZZ_ROUNDS=1 $(OPTIMIZED) FuzzRounds
	mkdir -p .build/fuzz && $(RELEASE)/mock-portal routes --json > .build/fuzz/routes.json
	cd .build/fuzz && $(CURDIR)/$(RELEASE)/FuzzRounds $(or $(SECONDS),60) $(or $(SEED),7) $(CURDIR)/Tests/Fuzz routes.json

libfuzzer: deps ## each fuzz target for a minute under libFuzzer, led by the code that it reaches: make libfuzzer [SECONDS=…] [SEED=…] [TARGETS=…]
	MOCK_PORTAL_FUZZ=1 swift build -c release --sanitize=fuzzer --scratch-path .build/fuzzer --product FuzzDriver
	python3 Tests/Fuzz/led.py .build/fuzzer/release/FuzzDriver $(or $(SECONDS),60) $(or $(SEED),7) $(TARGETS)

docs: build ## the API's documentation, into .build/docs; fails on a warning, on a symbol under no topic, and on a test in a guide that is no test of ours
	python3 scripts/guides.py
	python3 scripts/attestations.py --check
	scripts/symbol-graphs.sh
	python3 scripts/topics.py
	@mkdir -p .build/docs
	docc convert Sources/MockPortal/MockPortal.docc --fallback-display-name MockPortal \
		--fallback-bundle-identifier MockPortal --additional-symbol-graph-dir .build/graphs \
		--output-path .build/docs/MockPortal.doccarchive --warnings-as-errors

site: $(VENV) ## the documentation as a site, into .build/site: static, searchable; a link that leads nowhere is an error
	$(PYTHON) scripts/site.py .build/site

snippets: build ## each piece of Swift in README, the guides and the comments compiles as pasted
	python3 scripts/snippets.py

api: build ## the public API is what docs/api.txt says, and all of it is documented
	scripts/symbol-graphs.sh
	python3 scripts/api.py --check

api-accept: build ## writes docs/api.txt
	scripts/generate-api.sh

schema: build ## what is generated from the code: the words that redaction keeps, scenarios/schema.json, docs/fidelity.md, docs/openapi.json, docs/gallery.md, docs/scenarios/keys.md
	python3 scripts/embed-scenarios.py
	python3 scripts/vocabulary.py
	$(BUILD)/mock-portal schema > scenarios/schema.json
	$(BUILD)/mock-portal fidelity > docs/fidelity.md
	python3 scripts/attestations.py --markdown >> docs/fidelity.md
	python3 scripts/facts.py --markdown >> docs/fidelity.md
	scripts/generate-gallery.sh
	$(BUILD)/mock-portal schema --markdown > docs/scenarios/keys.md
	scripts/generate-openapi.sh

start-order: deps ## writes packaging/start-order.txt: what a start runs, which the linker puts side by side
	@scripts/packages.sh install bench
	$(OPTIMIZED) mock-portal
	scripts/start-order.py $(RELEASE)/mock-portal

$(RELEASE)/mock-portal: deps
	$(OPTIMIZED) mock-portal

install: $(BINARY) ## the command, its manual page and scenarios, for this machine's libraries: make install [PREFIX=…] [DESTDIR=…]
	packaging/install.sh $(BINARY) "$(DESTDIR)" $(PREFIX)

dist: dist-tarball dist-wheel dist-deb dist-npm dist-jar ## every package, into .build/dist: make dist [BINARY=…]

stage: $(BINARY)
	@scripts/packages.sh install package package-layout
	python3 packaging/stage.py $(BINARY) $(STAGE)

dist-tarball: stage ## a folder that runs wherever it is put: program, libraries, scenarios, licenses, SBOM
	python3 packaging/tarball.py $(STAGE) $(DIST)

dist-wheel: stage ## the Python package, with the command inside
	python3 packaging/wheel.py $(STAGE) $(DIST)

dist-npm: stage ## the package for node, with the command inside
	python3 packaging/npm.py $(STAGE) $(DIST)

dist-deb: $(BINARY) ## the package for Debian
	@scripts/packages.sh install package package-layout
	packaging/deb.sh $(BINARY) $(DIST)

dist-jar: ## the extension for JUnit 5
	@scripts/packages.sh install package
	packaging/java.sh $(DIST)

dist-check: dist ## the packages keep their promises: their own tests, lintian, no network, the same bytes twice (packaging/README.md)
	packaging/tests/wheel.sh $(DIST)/mock_portal-*.whl
	packaging/tests/npm.sh $(DIST)/mock-portal-*.tgz
	packaging/tests/java.sh $(DIST)/mock-portal-junit-*.jar $(BINARY)
	packaging/tests/deb.sh $(DIST)/mock-portal_*.deb
	packaging/tests/action.sh $(DIST)/mock-portal-*.tar.gz
	packaging/tests/recipes.sh $(BINARY) $(DIST)/mock-portal-*.tgz $(DIST)/mock-portal-junit-*.jar
	packaging/tests/trust.sh $(BINARY) .build/wheel-venv/bin/python
	packaging/tests/no-network.sh $(STAGE)/bin/mock-portal
	packaging/tests/loaded.sh $(STAGE)
	packaging/tests/release.sh
	packaging/tests/reproducible.sh $(BINARY)

wheelhouse:
	@python3 -m pip download -q --disable-pip-version-check --retries 10 -d .build/wheelhouse --only-binary :all: pytest exceptiongroup tomli

fresh: dist wheelhouse ## each package on a fresh machine: Debian's smallest by debootstrap, loopback alone, no rights; as root
	packaging/root.sh $(ROOTS)/bare
	packaging/root.sh $(ROOTS)/python python3-venv
	packaging/root.sh $(ROOTS)/node nodejs
	packaging/root.sh $(ROOTS)/java default-jdk-headless junit5
	packaging/root.sh $(ROOTS)/deb $$(scripts/packages.sh list run)
	packaging/tests/within $(ROOTS)/bare packaging/tests/tarball.sh $(DIST)/mock-portal-*.tar.gz
	packaging/tests/within $(ROOTS)/python packaging/tests/fresh-wheel.sh $(DIST)/mock_portal-*.whl .build/wheelhouse packaging/python/README.md
	AS_ROOT_FIRST='dpkg -i /packages/*.deb' packaging/tests/within $(ROOTS)/deb packaging/tests/fresh-deb.sh $(DIST)/mock-portal_*.deb
	packaging/tests/within $(ROOTS)/node packaging/tests/fresh-npm.sh $(DIST)/mock-portal-*.tgz
	packaging/tests/within $(ROOTS)/java packaging/tests/fresh-java.sh $(DIST)/mock-portal-*.tar.gz $(DIST)/mock-portal-junit-*.jar packaging/java/README.md

container: $(BINARY) ## the container's image, built by buildah and run by crun as compose and Kubernetes do; as root
	@scripts/packages.sh install package package-layout
	packaging/root.sh $(ROOTS)/bare
	packaging/container.sh $(BINARY) $(ROOTS)/bare .build/storage
	$(PYTHON) packaging/tests/container.py localhost/mock-portal .build/storage

clean:
	rm -rf .build .venv
