A division by x = 0 ends the program with 0.
-- program
ld #7
div x
ret #1
-- packet
00
-- result
0x0
