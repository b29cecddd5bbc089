Signed and unsigned comparisons, 64 and 32 bits: each jump that is taken sets its bit.
-- asm
r0 = 0
r1 = -1
r2 = 1
if r1 > r2 goto a
goto fail
a: r0 |= 1
if r1 s> r2 goto fail
r0 |= 2
r3 = 0x1ffffffff ll
if w3 s< 0 goto b
goto fail
b: r0 |= 4
if r3 s< 0 goto fail
r0 |= 8
if r3 & 0x100000 goto c
goto fail
c: r0 |= 16
if w1 == -1 goto d
goto fail
d: r0 |= 32
gotol end
fail: r0 = -1
end: exit
-- result
0x3f
