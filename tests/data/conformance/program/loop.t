A loop: the sum of the powers of 3.
-- asm
r2 = *(u64 *)(r1 +0)
r2 &= 31
r0 = 0
r3 = 1
next:
if r2 == 0 goto done
r0 += r3
r3 *= 3
r2 -= 1
goto next
done:
*(u64 *)(r1 +64) = r0
r0 = 0
exit
-- cases
program
0 -> 0
1 -> 1
2 -> 4
3 -> d
4 -> 28
5 -> 79
6 -> 16c
7 -> 445
8 -> cd0
9 -> 2671
a -> 7354
b -> 159fd
c -> 40df8
d -> c29e9
e -> 247dbc
f -> 6d7935
10 -> 1486ba0
11 -> 3d942e1
12 -> b8bc8a4
13 -> 22a359ed
14 -> 67ea0dc8
15 -> 137be2959
16 -> 3a73a7c0c
17 -> af5af7425
18 -> 20e10e5c70
19 -> 62a32b1551
1a -> 127e9813ff4
1b -> 377bc83bfdd
1c -> a67358b3f98
1d -> 1f35a0a1bec9
1e -> 5da0e1e53c5c
1f -> 118e2a5afb515
