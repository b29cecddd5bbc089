Many errors are counted.
-- run
head -c 800 /dev/zero | skep dis --raw | wc -l
-- stdout
100
-- stderr
skep: standard input: instruction 0: there is no opcode 0x00, at byte 0
skep: standard input: instruction 1: there is no opcode 0x00, at byte 8
skep: standard input: instruction 2: there is no opcode 0x00, at byte 16
skep: standard input: instruction 3: there is no opcode 0x00, at byte 24
skep: standard input: instruction 4: there is no opcode 0x00, at byte 32
skep: standard input: instruction 5: there is no opcode 0x00, at byte 40
skep: standard input: instruction 6: there is no opcode 0x00, at byte 48
skep: standard input: instruction 7: there is no opcode 0x00, at byte 56
skep: standard input: 92 more are no instructions
-- exit
0
