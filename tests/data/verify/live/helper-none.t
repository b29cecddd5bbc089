A helper without arguments.
-- asm
r1 = 1
r2 = 2
r6 = 3
call bpf_ktime_get_ns
r0 = r6
exit
-- live
0:
1:
2:
3: r6
4: r6
5: r0
