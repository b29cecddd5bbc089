LDSX8: 8 bits of the stack, at offsets of both signs.
-- asm
r3 = *(u64 *)(r1 +0)
*(u64 *)(r10 -16) = r3
r3 = *(u64 *)(r1 +8)
*(u64 *)(r10 -8) = r3
r2 = r10
r2 += $M
r0 = *(s8 *)(r2 $O)
*(u64 *)(r1 +64) = r0
r0 = 0
exit
-- cases
program M=0 O=-16
7f7f7f7f7f7f7f7f 8080808080808080 -> 7f
123456789abcdef0 fedcba9876543210 -> fffffffffffffff0
program M=-200 O=+184
7f7f7f7f7f7f7f7f 8080808080808080 -> 7f
123456789abcdef0 fedcba9876543210 -> fffffffffffffff0
program M=-16 O=+0
7f7f7f7f7f7f7f7f 8080808080808080 -> 7f
123456789abcdef0 fedcba9876543210 -> fffffffffffffff0
program M=300 O=-316
7f7f7f7f7f7f7f7f 8080808080808080 -> 7f
123456789abcdef0 fedcba9876543210 -> fffffffffffffff0
program M=0 O=-15
7f7f7f7f7f7f7f7f 8080808080808080 -> 7f
123456789abcdef0 fedcba9876543210 -> ffffffffffffffde
program M=-200 O=+185
7f7f7f7f7f7f7f7f 8080808080808080 -> 7f
123456789abcdef0 fedcba9876543210 -> ffffffffffffffde
program M=-16 O=+1
7f7f7f7f7f7f7f7f 8080808080808080 -> 7f
123456789abcdef0 fedcba9876543210 -> ffffffffffffffde
program M=300 O=-315
7f7f7f7f7f7f7f7f 8080808080808080 -> 7f
123456789abcdef0 fedcba9876543210 -> ffffffffffffffde
program M=0 O=-13
7f7f7f7f7f7f7f7f 8080808080808080 -> 7f
123456789abcdef0 fedcba9876543210 -> ffffffffffffff9a
program M=-200 O=+187
7f7f7f7f7f7f7f7f 8080808080808080 -> 7f
123456789abcdef0 fedcba9876543210 -> ffffffffffffff9a
program M=-16 O=+3
7f7f7f7f7f7f7f7f 8080808080808080 -> 7f
123456789abcdef0 fedcba9876543210 -> ffffffffffffff9a
program M=300 O=-313
7f7f7f7f7f7f7f7f 8080808080808080 -> 7f
123456789abcdef0 fedcba9876543210 -> ffffffffffffff9a
program M=0 O=-9
7f7f7f7f7f7f7f7f 8080808080808080 -> 7f
123456789abcdef0 fedcba9876543210 -> 12
program M=-200 O=+191
7f7f7f7f7f7f7f7f 8080808080808080 -> 7f
123456789abcdef0 fedcba9876543210 -> 12
program M=-16 O=+7
7f7f7f7f7f7f7f7f 8080808080808080 -> 7f
123456789abcdef0 fedcba9876543210 -> 12
program M=300 O=-309
7f7f7f7f7f7f7f7f 8080808080808080 -> 7f
123456789abcdef0 fedcba9876543210 -> 12
program M=0 O=-2
7f7f7f7f7f7f7f7f 8080808080808080 -> ffffffffffffff80
123456789abcdef0 fedcba9876543210 -> ffffffffffffffdc
program M=-200 O=+198
7f7f7f7f7f7f7f7f 8080808080808080 -> ffffffffffffff80
123456789abcdef0 fedcba9876543210 -> ffffffffffffffdc
program M=-16 O=+14
7f7f7f7f7f7f7f7f 8080808080808080 -> ffffffffffffff80
123456789abcdef0 fedcba9876543210 -> ffffffffffffffdc
program M=300 O=-302
7f7f7f7f7f7f7f7f 8080808080808080 -> ffffffffffffff80
123456789abcdef0 fedcba9876543210 -> ffffffffffffffdc
program M=0 O=-1
7f7f7f7f7f7f7f7f 8080808080808080 -> ffffffffffffff80
123456789abcdef0 fedcba9876543210 -> fffffffffffffffe
program M=-200 O=+199
7f7f7f7f7f7f7f7f 8080808080808080 -> ffffffffffffff80
123456789abcdef0 fedcba9876543210 -> fffffffffffffffe
program M=-16 O=+15
7f7f7f7f7f7f7f7f 8080808080808080 -> ffffffffffffff80
123456789abcdef0 fedcba9876543210 -> fffffffffffffffe
program M=300 O=-301
7f7f7f7f7f7f7f7f 8080808080808080 -> ffffffffffffff80
123456789abcdef0 fedcba9876543210 -> fffffffffffffffe
