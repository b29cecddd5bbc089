A load that starts inside and ends outside the packet ends the program.
-- program
ld [2]
ret #1
-- packet
00 01 02 03 04
-- result
0x0
