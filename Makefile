# SPDX-License-Identifier: BSD-2-Clause
# Verbs. meson and ninja do the work; each variant has a folder of its own under build/.
debug_flags   := -Db_sanitize=address,undefined
release_flags := --buildtype=release -Dbench=true
tsan_flags    := -Db_sanitize=thread
clang_flags   := --native-file scripts/clang.ini -Db_sanitize=address,undefined
cover_flags   := -Db_coverage=true
fuzz_flags    := --native-file scripts/clang.ini -Dfuzz=true -Db_sanitize=address,undefined
arm64_flags   := --cross-file scripts/arm64.ini
arm64_patience := --timeout-multiplier 5
variants      := debug release tsan clang cover fuzz arm64

# Build one variant. The sanitized one is the default.
debug:
$(variants:%=build-%): build-%: build/%/build.ninja
	@ninja -C build/$*

$(variants:%=build/%/build.ninja): build/%/build.ninja:
	@scripts/deps $(filter clang fuzz cover arm64,$*) test
	@meson setup build/$* $($*_flags) >/dev/null

debug release: %: build-%

# Run the whole suite; `make test` is the sanitized variant.
test: build-debug
	@scripts/deps test net
	@scripts/run-tests debug
tsan clang arm64: %: build-%
	@scripts/run-tests $* $($*_patience)
cover: build-cover
	@scripts/run-tests cover && gcovr --root . --filter src/ --print-summary build/cover

check: build-debug
	@scripts/deps check
	@scripts/check build/debug

# make fuzz SECONDS=3600
fuzz: build-fuzz
	@fuzz/run build/fuzz $(or $(SECONDS),60)

# Peers that were not there when the variant was configured are found now.
bench: build/release/build.ninja
	@scripts/deps bench
	@meson setup --reconfigure build/release >/dev/null
	@ninja -C build/release
	@bench/run build/release

# The verifier beside Linux's: the examples and tests, or make bench-verify OBJECTS='...', files or folders of them
bench-verify: build-release
	@build/release/bench/verify_objects $(or $(foreach o,$(OBJECTS),$(or $(wildcard $(o)/*.bpf.o),$(o))),\
		$(wildcard build/release/tests/system/*.bpf.o))
	@build/release/bench/verify_objects -b build/release/bench/beyond.bpf.o

# What XDP does with frames on veth, native and generic, and filters there, beside tcpdump
bench-xdp: build-release
	@scripts/deps bench net
	@bench/xdp.sh build/release $(FRAMES)

demo: build-release
	@scripts/deps test
	@examples/demo.sh build/release/src/skep

# Firewall, load balancer, container networking and VXLAN in network namespaces: in Linux, and the same traffic here.
demo-xdp: build-release
	@scripts/deps test net
	@examples/net/demo.sh build/release/src/skep build/release/tests/system

# Make the reference pages from the tables.
docs: build-debug
	@scripts/reference build/debug --write

install: build-release
	@meson install -C build/release

clean:
	rm -rf build

.PHONY: $(variants) $(variants:%=build-%) test check bench bench-verify bench-xdp demo demo-xdp docs install clean
