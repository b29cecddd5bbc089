Factorial by recursion: seven calls deep, each with its own stack and r6 to r9.
-- asm
r1 = 7
call factorial
exit
factorial:
	if r1 s> 1 goto more
	r0 = 1
	exit
more:
	r6 = r1
	*(u64 *)(r10 -8) = r1
	r1 += -1
	call factorial
	r0 *= r6
	r2 = *(u64 *)(r10 -8)
	if r2 == r6 goto good
	r0 = 0
good:
	exit
-- result
0x13b0
