Another map, another size.
-- asm
*(u32 *)(r10 -4) = 7
*(u32 *)(r10 -8) = 8
r2 = r10
r2 += -8
r1 = map[fd:2]
call bpf_map_lookup_elem
r0 = 0
exit
-- live
0:
1: -4:0 ! -4:0
2: -8:0 ! -8:0
3: r2 -8:0 ! r2 -8:0
4: r2 -8:0 ! r2 -8:0
6: r1 r2 -8:0 ! r1 r2 -8:0
7:
8: r0
