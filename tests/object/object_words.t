Mnemonics, bytes.
-- run
skep dis --prog drop --words -x $OBJECT | sed 's# @ .*/# @ #'
skep dis --prog count --words -x $OBJECT | grep -A1 'lddw\|call'
-- stdout

; section xdp, program drop (xdp), 2 instructions
drop:
; asm volatile("r0 = 1\n" @ sample.bpf.c:40
0: (b7) mov %r0, 1 ; b7 00 00 00 01 00 00 00
1: (95) exit ; 95 00 00 00 00 00 00 00
7: (18) lddw %r1, map[counts] ; 18 51 00 00 00 00 00 00 00 00 00 00 00 00 00 00
9: (85) call bpf_map_lookup_elem#1 ; 85 00 00 00 01 00 00 00
10: (15) jeq %r0, 0, +2 ; 15 00 02 00 00 00 00 00
--
13: (18) lddw %r1, map[.bss][0]+0 ; 18 61 00 00 01 00 00 00 00 00 00 00 00 00 00 00
15: (18) lddw %r2, map[.data][0]+0 ; 18 62 00 00 02 00 00 00 00 00 00 00 00 00 00 00
17: (18) lddw %r3, map[.rodata][0]+8 ; 18 63 00 00 03 00 00 00 00 00 00 00 08 00 00 00
19: (bf) mov %r1, %r6 ; bf 61 00 00 00 00 00 00
20: (85) call pass ; 85 10 00 00 eb ff ff ff
21: (95) exit ; 95 00 00 00 00 00 00 00
-- exit
0
