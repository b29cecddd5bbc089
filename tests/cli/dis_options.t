--words, -x and -j.
-- run
skep asm examples/sum.s | skep dis --words | head -3
printf 'r0 = 5 ll\nexit\n' | skep asm | skep dis -x
printf 'r0 = 5 ll\nif w1 s< -1 goto -3\nexit\n' | skep asm | skep dis -j --words
-- stdout
0: (b7) mov %r0, 0
1: (15) jeq %r2, 0, +5
2: (71) ldxb %r3, [%r1+0]
0: (18) r0 = 0x5 ll ; 18 00 00 00 05 00 00 00 00 00 00 00 00 00 00 00
2: (95) exit ; 95 00 00 00 00 00 00 00
{"index":0,"opcode":24,"dst":0,"src":0,"off":0,"imm":5,"next_imm":0,"text":"lddw %r0, 0x5"}
{"index":2,"opcode":198,"dst":1,"src":0,"off":-3,"imm":-1,"text":"jslt32 %r1, -1, -3"}
{"index":3,"opcode":149,"dst":0,"src":0,"off":0,"imm":0,"text":"exit"}
-- exit
0
