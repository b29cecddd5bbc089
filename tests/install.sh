#!/bin/sh
# SPDX-License-Identifier: BSD-2-Clause
# Installs the build into a folder of its own, builds the examples against it with pkg-config alone, and
# runs them.
# usage: tests/install.sh SOURCE BUILD SANITIZERS COMPILER [WRAPPER...]
set -u
source=$1 build=$2 sanitize=$3 compiler=$4
shift 4
to=$(mktemp -d)
trap 'rm -rf "$to"' EXIT
n=0
result() { # STATUS NAME
	n=$((n + 1))
	[ "$1" = 0 ] && echo "ok $n - $2" || echo "not ok $n - $2"
}

DESTDIR=$to meson install -C "$build" --no-rebuild >"$to/log" 2>&1
result $? "the build installs"
pc=$(find "$to" -name skep.pc)
export PKG_CONFIG_PATH="${pc%/*}" PKG_CONFIG_SYSROOT_DIR="$to"
flags=$(pkg-config --cflags --libs skep)
result $? "pkg-config knows skep"
library=$(pkg-config --variable=libdir skep)
[ "$sanitize" = none ] && sanitize= || sanitize=-fsanitize=$sanitize
for example in filter embed; do
	# shellcheck disable=SC2086
	$compiler -Wall -Wextra -Werror $sanitize "$source/examples/$example.c" -o "$to/$example" $flags "-Wl,-rpath,$library" 2>&1 | sed 's/^/# /'
	[ -x "$to/$example" ]
	result $? "the example $example builds"
done
[ "$("$@" "$to/filter" 'udp port 53')" = match ]
result $? "it matches what the expression says"
[ "$("$@" "$to/filter" 'tcp port 53')" = "no match" ]
result $? "and nothing else"
"$@" "$to/filter" 'udp prot 53' 2>&1 | grep -q '^1:5: .*prot'
result $? "a mistake is reported with its place"
[ "$("$@" "$to/embed")" = 42 ]
result $? "a program calls a helper of the host's own"
[ "$("$@" "$to/embed" 'r0 = *(u8 *)(r1 +5)
r0 += r2
exit')" = 12 ]
result $? "a program reads the memory it is given"
"$@" "$to/embed" 'r2 = 7
call 100
exit' 2>&1 | grep -q '^instruction 1: add_up reads 7 bytes .*the memory: that is offset 0 of its 6 bytes'
result $? "the helper is not given more than there is"
"$@" "$to/embed" 'call 101
exit' 2>&1 | grep -q 'calls helper 101'
result $? "a helper that is not there is refused"
exported=$(nm -D --defined-only "$library/libskep.so" | awk '{ print $3 }' | grep -v -e '^skep_' -e '__jit_debug_' | head -1)
[ -z "$exported" ]
result $? "nothing but skep_ names is exported, and what gdb looks for"
echo "1..$n"
