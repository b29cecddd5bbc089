Sections, functions and externs of the whole.
-- run
skep dis $OBJECT | grep -o 'section.*program [a-z]* ([a-z_]*)\|section.*function [a-z]*\|extern.*\|subprog.*\|^\.[md].*\|; map.*'
-- stdout
; map counts: hash, key 4, value 8, max_entries 64
; map .bss: array, key 4, value 8, max_entries 1
; map .data: array, key 4, value 4, max_entries 1
; map .rodata: array, key 4, value 12, max_entries 1
.map counts
.map .bss
.map .data
.data .rodata "hello\n" 000007000000
section .text, function pass
section .text, function each
section .text, function twice
section xdp, program drop (xdp)
section xdp, program count (xdp)
section tc, program compiled (sched_cls)
subprog[each]
extern bpf_rcu_read_lock
extern LINUX_KERNEL_VERSION
-- exit
0
