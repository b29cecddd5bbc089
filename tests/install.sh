#!/bin/sh
# SPDX-License-Identifier: BSD-2-Clause
# Installs the build into a folder of its own, builds examples/filter.c against it with pkg-config alone,
# and runs it.
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
# shellcheck disable=SC2086
$compiler -Wall -Wextra -Werror $sanitize "$source/examples/filter.c" -o "$to/filter" $flags "-Wl,-rpath,$library" 2>&1 | sed 's/^/# /'
[ -x "$to/filter" ]
result $? "the example builds"
[ "$("$@" "$to/filter" 'udp port 53')" = match ]
result $? "it matches what the expression says"
[ "$("$@" "$to/filter" 'tcp port 53')" = "no match" ]
result $? "and nothing else"
"$@" "$to/filter" 'udp prot 53' 2>&1 | grep -q '^1:5: .*prot'
result $? "a mistake is reported with its place"
exported=$(nm -D --defined-only "$library/libskep.so" | awk '{ print $3 }' | grep -v '^skep_' | head -1)
[ -z "$exported" ]
result $? "nothing but skep_ names is exported"
echo "1..$n"
