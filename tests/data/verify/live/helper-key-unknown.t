Nothing is known of the map: all from there upward.
-- asm
r2 = r10
r2 += -16
r1 = map[fd:9]
call bpf_map_lookup_elem
r0 = 0
exit
-- live
0: -16:0 ! -16:0
1: r2 -16:0 ! r2 -16:0
2: r2 -16:0 ! r2 -16:0
4: r1 r2 -16:0 ! r1 r2 -16:0
5:
6: r0
