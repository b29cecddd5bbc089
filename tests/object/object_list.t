A program with what it calls, maps by name; lines of source.
-- run
cp $OBJECT $T/o && skep dis --prog count $T/o | sed 's# @ .*/# @ #'
-- stdout
; map counts: hash, key 4, value 8, max_entries 64
; map .bss: array, key 4, value 8, max_entries 1
; map .data: array, key 4, value 4, max_entries 1
; map .rodata: array, key 4, value 12, max_entries 1
.map counts
.map .bss
.map .data
.data .rodata "hello\n" 000007000000

; section .text, function pass, 2 instructions
pass:
; return 2; @ sample.bpf.c:34
0: (b4) w0 = 2
1: (95) exit

; section xdp, program count (xdp), 20 instructions
count:
; asm volatile("r6 = r1\n" @ sample.bpf.c:47
2: (bf) r6 = r1
3: (b7) r1 = 7
4: (63) *(u32 *)(r10 -4) = r1
5: (bf) r2 = r10
6: (07) r2 += -4
7: (18) r1 = map[counts]
9: (85) call bpf_map_lookup_elem#1
10: (15) if r0 == 0x0 goto pc+2
11: (b7) r1 = 1
12: (db) lock *(u64 *)(r0 +0) += r1
13: (18) r1 = map[.bss][0]+0
15: (18) r2 = map[.data][0]+0
17: (18) r3 = map[.rodata][0]+8
19: (bf) r1 = r6
20: (85) call pass
21: (95) exit
-- exit
0
