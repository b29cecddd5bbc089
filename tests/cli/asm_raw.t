-o writes bytes, which come back as the same text; --hex writes hex there.
-- run
skep asm examples/sum.s -o $T/sum.bin && od -An -tx1 -w8 $T/sum.bin
skep dis $T/sum.bin | skep asm --raw - | cmp - $T/sum.bin
skep asm examples/sum.s -o - | cmp - $T/sum.bin
skep asm examples/sum.s --hex -o $T/sum.hex && skep dis $T/sum.hex | head -2
-- stdout
 b7 00 00 00 00 00 00 00
 15 02 05 00 00 00 00 00
 71 13 00 00 00 00 00 00
 0f 30 00 00 00 00 00 00
 07 01 00 00 01 00 00 00
 07 02 00 00 ff ff ff ff
 05 00 fa ff 00 00 00 00
 95 00 00 00 00 00 00 00
0: (b7) r0 = 0
1: (15) if r2 == 0x0 goto pc+5
-- exit
0
