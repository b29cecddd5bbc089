Text becomes hex, an instruction a line; a 64-bit immediate has two slots.
-- run
printf 'r0 = 0x1122334455667788 ll\nadd %%r0, -1\nexit\n' | skep asm
-- stdout
18 00 00 00 88 77 66 55
00 00 00 00 44 33 22 11
07 00 00 00 ff ff ff ff
95 00 00 00 00 00 00 00
-- exit
0
