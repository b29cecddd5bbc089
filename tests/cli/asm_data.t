Hex and bytes are the instructions alone, which is said.
-- run
printf '.data hello "hi\\n"\nr1 = map[hello][0]+1\nr0 = 0\nexit\n' | skep asm
-- stdout
18 61 00 00 00 00 00 00
00 00 00 00 01 00 00 00
b7 00 00 00 00 00 00 00
95 00 00 00 00 00 00 00
-- stderr
skep: warning: the output has the instructions alone, not the data and maps that they have by index: -j has both
-- exit
0
