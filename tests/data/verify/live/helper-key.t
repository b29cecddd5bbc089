A key is as long as the map says, and precise.
-- asm
*(u32 *)(r10 -4) = 7
*(u32 *)(r10 -8) = 8
r2 = r10
r2 += -8
r1 = map[fd:1]
call bpf_map_lookup_elem
r0 = 0
exit
-- live
0:
1:
2: -8:-4 ! -8:-4
3: r2 -8:-4 ! r2 -8:-4
4: r2 -8:-4 ! r2 -8:-4
6: r1 r2 -8:-4 ! r1 r2 -8:-4
7:
8: r0
