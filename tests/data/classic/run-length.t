The length on the wire, not of what was captured.
-- program
ldx #pktlen
txa
ret a
-- packet
00
-- result
0x3e8
