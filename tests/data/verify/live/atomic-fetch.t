What is fetched comes from memory.
-- asm
r2 = 5
*(u64 *)(r10 -8) = 1
r2 = atomic64_fetch_add((u64 *)(r10 -8), r2)
if r2 == 3 goto l
l: r0 = 0
exit
-- live
0:
1: r2 ! r2
2: r2 -8:0 ! r2 -8:0
3: r2 ! r2
4:
5: r0
