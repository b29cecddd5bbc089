What bpftool finds that the system can do, without any capability.
-- run
export T; alone="setpriv --bounding-set=-all"; $alone true 2>/dev/null || alone=
LD_PRELOAD=$ASAN $alone skep with sh -c '
$BPFTOOL feature probe >$T/found; grep -E "bpf\(\) syscall is|program_type (socket_filter|xdp|sched_cls|tracepoint|netfilter) |map_type (hash|array|lpm_trie|ringbuf|devmap|queue) |instr|Bounded|v[23] " $T/found
sed -n "/for program type xdp/,/^eBPF/p" $T/found | grep -cE "bpf_(map_lookup_elem|redirect_map|xdp_adjust_head|ringbuf_reserve)$"
' 2>&1
-- stdout
bpf() syscall is available
eBPF program_type socket_filter is available
eBPF program_type sched_cls is available
eBPF program_type tracepoint is available
eBPF program_type xdp is available
eBPF map_type hash is available
eBPF map_type array is available
eBPF map_type lpm_trie is available
eBPF map_type devmap is available
eBPF map_type queue is available
eBPF map_type ringbuf is available
Bounded loop support is available
ISA extension v2 is available
ISA extension v3 is available
4
-- exit
0
