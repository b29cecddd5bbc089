LDSX16: 16 bits of the stack, at offsets of both signs.
-- asm
r3 = *(u64 *)(r1 +0)
*(u64 *)(r10 -16) = r3
r3 = *(u64 *)(r1 +8)
*(u64 *)(r10 -8) = r3
r2 = r10
r2 += $M
r0 = *(s16 *)(r2 $O)
*(u64 *)(r1 +64) = r0
r0 = 0
exit
-- cases
program M=0 O=-16
7f7f7f7f7f7f7f7f 8080808080808080 -> 7f7f
123456789abcdef0 fedcba9876543210 -> ffffffffffffdef0
program M=-200 O=+184
7f7f7f7f7f7f7f7f 8080808080808080 -> 7f7f
123456789abcdef0 fedcba9876543210 -> ffffffffffffdef0
program M=-16 O=+0
7f7f7f7f7f7f7f7f 8080808080808080 -> 7f7f
123456789abcdef0 fedcba9876543210 -> ffffffffffffdef0
program M=300 O=-316
7f7f7f7f7f7f7f7f 8080808080808080 -> 7f7f
123456789abcdef0 fedcba9876543210 -> ffffffffffffdef0
program M=0 O=-15 !linux
7f7f7f7f7f7f7f7f 8080808080808080 -> 7f7f
123456789abcdef0 fedcba9876543210 -> ffffffffffffbcde
program M=-200 O=+185 !linux
7f7f7f7f7f7f7f7f 8080808080808080 -> 7f7f
123456789abcdef0 fedcba9876543210 -> ffffffffffffbcde
program M=-16 O=+1 !linux
7f7f7f7f7f7f7f7f 8080808080808080 -> 7f7f
123456789abcdef0 fedcba9876543210 -> ffffffffffffbcde
program M=300 O=-315 !linux
7f7f7f7f7f7f7f7f 8080808080808080 -> 7f7f
123456789abcdef0 fedcba9876543210 -> ffffffffffffbcde
program M=0 O=-14
7f7f7f7f7f7f7f7f 8080808080808080 -> 7f7f
123456789abcdef0 fedcba9876543210 -> ffffffffffff9abc
program M=-200 O=+186
7f7f7f7f7f7f7f7f 8080808080808080 -> 7f7f
123456789abcdef0 fedcba9876543210 -> ffffffffffff9abc
program M=-16 O=+2
7f7f7f7f7f7f7f7f 8080808080808080 -> 7f7f
123456789abcdef0 fedcba9876543210 -> ffffffffffff9abc
program M=300 O=-314
7f7f7f7f7f7f7f7f 8080808080808080 -> 7f7f
123456789abcdef0 fedcba9876543210 -> ffffffffffff9abc
program M=0 O=-13 !linux
7f7f7f7f7f7f7f7f 8080808080808080 -> 7f7f
123456789abcdef0 fedcba9876543210 -> 789a
program M=-200 O=+187 !linux
7f7f7f7f7f7f7f7f 8080808080808080 -> 7f7f
123456789abcdef0 fedcba9876543210 -> 789a
program M=-16 O=+3 !linux
7f7f7f7f7f7f7f7f 8080808080808080 -> 7f7f
123456789abcdef0 fedcba9876543210 -> 789a
program M=300 O=-313 !linux
7f7f7f7f7f7f7f7f 8080808080808080 -> 7f7f
123456789abcdef0 fedcba9876543210 -> 789a
program M=0 O=-10
7f7f7f7f7f7f7f7f 8080808080808080 -> 7f7f
123456789abcdef0 fedcba9876543210 -> 1234
program M=-200 O=+190
7f7f7f7f7f7f7f7f 8080808080808080 -> 7f7f
123456789abcdef0 fedcba9876543210 -> 1234
program M=-16 O=+6
7f7f7f7f7f7f7f7f 8080808080808080 -> 7f7f
123456789abcdef0 fedcba9876543210 -> 1234
program M=300 O=-310
7f7f7f7f7f7f7f7f 8080808080808080 -> 7f7f
123456789abcdef0 fedcba9876543210 -> 1234
program M=0 O=-9 !linux
7f7f7f7f7f7f7f7f 8080808080808080 -> ffffffffffff807f
123456789abcdef0 fedcba9876543210 -> 1012
program M=-200 O=+191 !linux
7f7f7f7f7f7f7f7f 8080808080808080 -> ffffffffffff807f
123456789abcdef0 fedcba9876543210 -> 1012
program M=-16 O=+7 !linux
7f7f7f7f7f7f7f7f 8080808080808080 -> ffffffffffff807f
123456789abcdef0 fedcba9876543210 -> 1012
program M=300 O=-309 !linux
7f7f7f7f7f7f7f7f 8080808080808080 -> ffffffffffff807f
123456789abcdef0 fedcba9876543210 -> 1012
program M=0 O=-3 !linux
7f7f7f7f7f7f7f7f 8080808080808080 -> ffffffffffff8080
123456789abcdef0 fedcba9876543210 -> ffffffffffffdcba
program M=-200 O=+197 !linux
7f7f7f7f7f7f7f7f 8080808080808080 -> ffffffffffff8080
123456789abcdef0 fedcba9876543210 -> ffffffffffffdcba
program M=-16 O=+13 !linux
7f7f7f7f7f7f7f7f 8080808080808080 -> ffffffffffff8080
123456789abcdef0 fedcba9876543210 -> ffffffffffffdcba
program M=300 O=-303 !linux
7f7f7f7f7f7f7f7f 8080808080808080 -> ffffffffffff8080
123456789abcdef0 fedcba9876543210 -> ffffffffffffdcba
program M=0 O=-2
7f7f7f7f7f7f7f7f 8080808080808080 -> ffffffffffff8080
123456789abcdef0 fedcba9876543210 -> fffffffffffffedc
program M=-200 O=+198
7f7f7f7f7f7f7f7f 8080808080808080 -> ffffffffffff8080
123456789abcdef0 fedcba9876543210 -> fffffffffffffedc
program M=-16 O=+14
7f7f7f7f7f7f7f7f 8080808080808080 -> ffffffffffff8080
123456789abcdef0 fedcba9876543210 -> fffffffffffffedc
program M=300 O=-302
7f7f7f7f7f7f7f7f 8080808080808080 -> ffffffffffff8080
123456789abcdef0 fedcba9876543210 -> fffffffffffffedc
