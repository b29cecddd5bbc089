What COMMAND is under `skep with`: its own process, with its own end; the folder goes behind it.
-- run
export T
until_true() { for i in $(seq 400); do eval "$1" && return; sleep 0.05; done; false; }
LD_PRELOAD=$ASAN skep with sh -c 'exit 7'; echo $?; LD_PRELOAD=$ASAN skep with sh -c 'kill -TERM $$'; echo $?
echo in | LD_PRELOAD=$ASAN skep with cat; LD_PRELOAD=$ASAN skep with sh -c 'echo $SKEP_SYSTEM' >$T/folder; until_true "[ ! -e $(cat $T/folder) ]" && echo gone
LD_PRELOAD=$ASAN skep with sh -c '(sleep 0.2; $BPFTOOL map create /sys/fs/bpf/late type hash key 4 value 4 entries 1 name late; $BPFTOOL map show >$T/late) >/dev/null 2>&1 &' ; until_true "grep -qs late $T/late" && echo served behind the command
LD_PRELOAD=$ASAN skep with sh -c '$BPFTOOL map create /sys/fs/bpf/m type hash key 4 value 4 entries 1 name outer; LD_PRELOAD=$ASAN skep with $BPFTOOL map show; $BPFTOOL map show | grep -o "name outer"'
LD_PRELOAD=$ASAN skep with sh -c '$BPFTOOL prog load $CLIENTS/counter.bpf.o /sys/fs/bpf/x; head -c 64 /dev/zero >$T/packet
timeout 0.2 $BPFTOOL prog run pinned /sys/fs/bpf/x data_in $T/packet repeat 4000000000; echo $?; echo $SKEP_SYSTEM >$T/folder'; until_true "[ ! -e $(cat $T/folder) ]" && echo nobody waits for that run
LD_PRELOAD=$ASAN skep with sh -c 'skep with --linux -- sh -c "echo system [\$SKEP_SYSTEM]; grep -c libskep-preload /proc/self/maps"'
TMPDIR=/nowhere skep with true 2>&1 | sed "s/skep-....../skep-NAME/"
-- stdout
7
143
in
gone
served behind the command
name outer
124
nobody waits for that run
system []
0
skep: cannot make a folder /nowhere/skep-NAME: No such file or directory: set TMPDIR to a folder that can be written to
-- stderr
Terminated
-- exit
0
