#!/bin/bash
# SPDX-License-Identifier: BSD-2-Clause
# gdb names machine code and goes through its frames, until it is gone. Prints TAP.
# usage: gdb.sh TARGET
target=$1
if ! command -v gdb >/dev/null; then
	echo "ok 1 - gdb # SKIP gdb is not installed"
	echo 1..1
	exit 0
fi

dir=$(mktemp -d /tmp/skep-gdb-XXXXXX)
trap 'rm -r "$dir"' EXIT
# Leaks are not looked for under ptrace.
ASAN_OPTIONS=detect_leaks=0 timeout 60 gdb -nx -batch \
	-ex 'set confirm off' -ex 'set debuginfod enabled off' -ex 'set disable-randomization off' \
	-ex 'break deep' -ex 'break program_is_gone' -ex run -ex backtrace \
	-ex 'info symbol looked_at' -ex continue -ex 'info symbol other_one' -ex 'info address looked_at' -ex continue \
	"$target" >"$dir/out" 2>&1 </dev/null
if grep -q 'ptrace: Operation not permitted' "$dir/out"; then
	echo "ok 1 - gdb # SKIP this process may not trace another"
	echo 1..1
	exit 0
fi

count=0
failed=0
result() { # name, extended regular expression that the output must match, over its lines
	count=$((count + 1))
	if tr '\n' ' ' <"$dir/out" | grep -Eq "$2"; then
		echo "ok $count - $1"
	else
		echo "not ok $count - $1"
		failed=1
	fi
}

result 'a callback, what called it, and all above it' \
	'#0 .*deep .*#1 .*in looked_at_8 .*each .*in looked_at_3 .*in looked_at_0 .*in looked_at .*start_program .*main '
result 'a program has its name' 'looked_at in section \.text of'
result 'another that lives has its own' 'other_one in section \.text of'
result 'one that is gone has none' 'No symbol "looked_at" in current context'
result 'and the process ends well' 'exited normally'
[ $failed = 0 ] || sed 's/^/# /' "$dir/out"
echo "1..$count"
exit $failed
