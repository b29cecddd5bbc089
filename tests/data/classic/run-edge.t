The last four bytes.
-- program
ld [1]
ret a
-- packet
00 01 02 03 04
-- result
0x1020304
