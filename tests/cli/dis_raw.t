Bytes are listed as Linux prints them.
-- run
skep asm --raw examples/sum.s | skep dis
-- stdout
0: (b7) r0 = 0
1: (15) if r2 == 0x0 goto pc+5
2: (71) r3 = *(u8 *)(r1 +0)
3: (0f) r0 += r3
4: (07) r1 += 1
5: (07) r2 += -1
6: (05) goto pc-6
7: (95) exit
-- exit
0
