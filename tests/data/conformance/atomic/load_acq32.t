LOAD_ACQ32: 32 bits of the stack.
-- asm
r$B = r10
r3 = *(u64 *)(r1 +0)
*(u64 *)(r10 -16) = r3
r3 = *(u64 *)(r1 +8)
*(u64 *)(r10 -8) = r3
r$D = load_acquire((u32 *)(r$B $O))
*(u64 *)(r1 +64) = r$D
r0 = 0
exit
-- cases
program D=0 B=2 O=-16
0 ffffffffffffffff -> 0
7f7f7f7f7f7f7f7f 8080808080808080 -> 7f7f7f7f
123456789abcdef0 fedcba9876543210 -> 9abcdef0
fedcba9876543210 123456789abcdef0 -> 76543210
program D=0 B=2 O=-12
0 ffffffffffffffff -> 0
7f7f7f7f7f7f7f7f 8080808080808080 -> 7f7f7f7f
123456789abcdef0 fedcba9876543210 -> 12345678
fedcba9876543210 123456789abcdef0 -> fedcba98
program D=0 B=2 O=-4
0 ffffffffffffffff -> ffffffff
7f7f7f7f7f7f7f7f 8080808080808080 -> 80808080
123456789abcdef0 fedcba9876543210 -> fedcba98
fedcba9876543210 123456789abcdef0 -> 12345678
program D=2 B=2 O=-8
0 ffffffffffffffff -> ffffffff
7f7f7f7f7f7f7f7f 8080808080808080 -> 80808080
123456789abcdef0 fedcba9876543210 -> 76543210
fedcba9876543210 123456789abcdef0 -> 9abcdef0
program D=3 B=5 O=-8
0 ffffffffffffffff -> ffffffff
7f7f7f7f7f7f7f7f 8080808080808080 -> 80808080
123456789abcdef0 fedcba9876543210 -> 76543210
fedcba9876543210 123456789abcdef0 -> 9abcdef0
program D=9 B=6 O=-8
0 ffffffffffffffff -> ffffffff
7f7f7f7f7f7f7f7f 8080808080808080 -> 80808080
123456789abcdef0 fedcba9876543210 -> 76543210
fedcba9876543210 123456789abcdef0 -> 9abcdef0
program D=6 B=9 O=-8
0 ffffffffffffffff -> ffffffff
7f7f7f7f7f7f7f7f 8080808080808080 -> 80808080
123456789abcdef0 fedcba9876543210 -> 76543210
fedcba9876543210 123456789abcdef0 -> 9abcdef0
program D=4 B=4 O=-8
0 ffffffffffffffff -> ffffffff
7f7f7f7f7f7f7f7f 8080808080808080 -> 80808080
123456789abcdef0 fedcba9876543210 -> 76543210
fedcba9876543210 123456789abcdef0 -> 9abcdef0
program D=5 B=0 O=-8
0 ffffffffffffffff -> ffffffff
7f7f7f7f7f7f7f7f 8080808080808080 -> 80808080
123456789abcdef0 fedcba9876543210 -> 76543210
fedcba9876543210 123456789abcdef0 -> 9abcdef0
