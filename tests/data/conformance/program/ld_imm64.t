LD_IMM64: 64 bits of immediate.
-- asm
r$D = $W ll
*(u64 *)(r1 +64) = r$D
r0 = 0
exit
-- cases
program D=0 W=0x0
-> 0
program D=2 W=0x0
-> 0
program D=6 W=0x0
-> 0
program D=9 W=0x0
-> 0
program D=0 W=0x1
-> 1
program D=2 W=0x1
-> 1
program D=6 W=0x1
-> 1
program D=9 W=0x1
-> 1
program D=0 W=0xffffffffffffffff
-> ffffffffffffffff
program D=2 W=0xffffffffffffffff
-> ffffffffffffffff
program D=6 W=0xffffffffffffffff
-> ffffffffffffffff
program D=9 W=0xffffffffffffffff
-> ffffffffffffffff
program D=0 W=0x7fffffff
-> 7fffffff
program D=2 W=0x7fffffff
-> 7fffffff
program D=6 W=0x7fffffff
-> 7fffffff
program D=9 W=0x7fffffff
-> 7fffffff
program D=0 W=0xffffffff80000000
-> ffffffff80000000
program D=2 W=0xffffffff80000000
-> ffffffff80000000
program D=6 W=0xffffffff80000000
-> ffffffff80000000
program D=9 W=0xffffffff80000000
-> ffffffff80000000
program D=0 W=0x80000000
-> 80000000
program D=2 W=0x80000000
-> 80000000
program D=6 W=0x80000000
-> 80000000
program D=9 W=0x80000000
-> 80000000
program D=0 W=0xffffffff
-> ffffffff
program D=2 W=0xffffffff
-> ffffffff
program D=6 W=0xffffffff
-> ffffffff
program D=9 W=0xffffffff
-> ffffffff
program D=0 W=0x100000000
-> 100000000
program D=2 W=0x100000000
-> 100000000
program D=6 W=0x100000000
-> 100000000
program D=9 W=0x100000000
-> 100000000
program D=0 W=0x7fffffffffffffff
-> 7fffffffffffffff
program D=2 W=0x7fffffffffffffff
-> 7fffffffffffffff
program D=6 W=0x7fffffffffffffff
-> 7fffffffffffffff
program D=9 W=0x7fffffffffffffff
-> 7fffffffffffffff
program D=0 W=0x8000000000000000
-> 8000000000000000
program D=2 W=0x8000000000000000
-> 8000000000000000
program D=6 W=0x8000000000000000
-> 8000000000000000
program D=9 W=0x8000000000000000
-> 8000000000000000
program D=0 W=0x123456789abcdef0
-> 123456789abcdef0
program D=2 W=0x123456789abcdef0
-> 123456789abcdef0
program D=6 W=0x123456789abcdef0
-> 123456789abcdef0
program D=9 W=0x123456789abcdef0
-> 123456789abcdef0
program D=0 W=0xfedcba9876543210
-> fedcba9876543210
program D=2 W=0xfedcba9876543210
-> fedcba9876543210
program D=6 W=0xfedcba9876543210
-> fedcba9876543210
program D=9 W=0xfedcba9876543210
-> fedcba9876543210
