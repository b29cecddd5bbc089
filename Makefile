# SPDX-License-Identifier: BSD-2-Clause
# Verbs. meson and ninja do the work; each variant has a folder of its own under build/.
debug_flags   := -Db_sanitize=address,undefined
release_flags := --buildtype=release -Dbench=true
tsan_flags    := -Db_sanitize=thread
clang_flags   := --native-file scripts/clang.ini -Db_sanitize=address,undefined
cover_flags   := -Db_coverage=true
fuzz_flags    := --native-file scripts/clang.ini -Dfuzz=true -Db_sanitize=address,undefined
arm64_flags   := --cross-file scripts/arm64.ini
variants      := debug release tsan clang cover fuzz arm64

debug:
$(variants): %: deps-% build/%/build.ninja
	@ninja -C build/$@

build/%/build.ninja:
	@meson setup build/$* $($*_flags) >/dev/null

$(variants:%=deps-%): deps-%:
	@scripts/deps $(filter clang fuzz cover arm64,$*) test

test: debug
	@scripts/run-tests debug

$(variants:%=test-%): test-%: %
	@scripts/run-tests $*

check: debug
	@scripts/deps check
	@scripts/check build/debug

demo: release
	@examples/demo.sh build/release/src/skep

bench: release
	@scripts/deps bench
	@bench/run build/release

docs: debug
	@scripts/reference build/debug --write

install: release
	@meson install -C build/release

clean:
	rm -rf build

.PHONY: $(variants) $(variants:%=test-%) $(variants:%=deps-%) test check demo bench docs install clean
.SECONDARY: $(variants:%=build/%/build.ninja)
