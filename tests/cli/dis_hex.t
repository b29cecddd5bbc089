Hex with 0x, commas and in one piece is hex.
-- run
echo '0xb7,0x00,0x00, 0x00 0x2A000000
95000000 00000000' | skep dis
echo 0xb70000002a0000009500000000000000 | skep dis --hex --words
-- stdout
0: (b7) r0 = 42
1: (95) exit
0: (b7) mov %r0, 42
1: (95) exit
-- exit
0
