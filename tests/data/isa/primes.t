How many primes there are below 200.
-- asm
r0 = 0
r1 = 2
number:
r2 = 2
divisor:
r3 = r2
r3 *= r2
if r3 > r1 goto prime
r3 = r1
r3 %= r2
if r3 == 0 goto composite
r2 += 1
goto divisor
prime:
r0 += 1
composite:
r1 += 1
if r1 < 200 goto number
exit
-- result
0x2e
