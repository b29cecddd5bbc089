r1 is the memory and r2 its length: the bytes from the last to the first.
-- asm
r0 = 0
next:
if r2 == 0 goto done
r2 -= 1
r3 = r1
r3 += r2
r4 = *(u8 *)(r3 +0)
r0 <<= 8
r0 |= r4
goto next
done:
exit
-- mem
11 22 33 44 55
-- result
0x5544332211
