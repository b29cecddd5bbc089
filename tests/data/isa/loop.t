A bounded loop: the sum of the bytes.
-- asm
r0 = 0
r2 += r1
next:
	if r1 >= r2 goto done
	r3 = *(u8 *)(r1 +0)
	r0 += r3
	r1 += 1
	goto next
done:
exit
-- mem
01 02 03 04 05 ff
-- result
0x10e
