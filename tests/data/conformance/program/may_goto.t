may_goto that goes on: to what follows, out of a loop, over its jump back.
-- asm
r2 = *(u64 *)(r1 +0)
r2 &= 31
r0 = 0
r3 = 1
may_goto on
on:
r0 += 2
next:
may_goto done
if r2 == 0 goto done
r0 += r3
r3 *= 3
r2 -= 1
may_goto +1
goto next
r0 = -1
done:
*(u64 *)(r1 +64) = r0
r0 = 0
exit
-- cases
program
0 -> 2
1 -> 3
2 -> 6
3 -> f
4 -> 2a
5 -> 7b
6 -> 16e
7 -> 447
8 -> cd2
9 -> 2673
a -> 7356
b -> 159ff
c -> 40dfa
d -> c29eb
e -> 247dbe
f -> 6d7937
10 -> 1486ba2
11 -> 3d942e3
12 -> b8bc8a6
13 -> 22a359ef
14 -> 67ea0dca
15 -> 137be295b
16 -> 3a73a7c0e
17 -> af5af7427
18 -> 20e10e5c72
19 -> 62a32b1553
1a -> 127e9813ff6
1b -> 377bc83bfdf
1c -> a67358b3f9a
1d -> 1f35a0a1becb
1e -> 5da0e1e53c5e
1f -> 118e2a5afb517
