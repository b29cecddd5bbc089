Lines that programs print, read from trace_pipe: by whoever comes later, and by bpftool that waits.
-- run
export T; until_true() { for i in $(seq 400); do eval "$1" && return; sleep 0.05; done; false; }
LD_PRELOAD=$ASAN skep with sh -c '
b=$BPFTOOL; head -c 64 /dev/zero >$T/packet
$b prog load $CLIENTS/talk.bpf.o /sys/fs/bpf/talk
$b prog run pinned /sys/fs/bpf/talk data_in $T/packet repeat 2 | cut -d, -f1
head -2 /sys/kernel/tracing/trace_pipe | sed "s/.*: bpf/bpf/"
$b prog run pinned /sys/fs/bpf/talk data_in $T/packet | cut -d, -f1
$b prog tracelog >$T/log & echo $! >$T/pid; wait' & until_true "grep -qs bytes $T/log"; kill $(cat $T/pid); wait; sed "s/.*: bpf/bpf/" $T/log
-- stdout
Return value: 2
bpf_trace_printk: a packet of 64 bytes
bpf_trace_printk: a packet of 64 bytes
Return value: 2
bpf_trace_printk: a packet of 64 bytes
-- exit
0
