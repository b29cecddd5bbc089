A result that is no pointer may be added up.
-- asm
r6 = 0
r7 = 0
l: call f
r6 += r0
r7 += 1
if r7 < 4 goto l
r0 = r6
exit
f: call bpf_ktime_get_ns
exit
-- live
0:
1: r6
2: r6 r7 ! r7
3: r0 r6 r7 ! r7
4: r6 r7 ! r7
5: r6 r7 ! r7
6: r6
7: r0
8:
9: r0
