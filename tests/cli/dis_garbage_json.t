The same as JSON.
-- run
echo 8f 21 fd ff 07 00 00 00  95 00 00 00 00 00 00 00 18 00 | skep dis -j
-- stdout
{"index":0,"opcode":143,"dst":1,"src":2,"off":-3,"imm":7,"error":"there is no opcode 0x8f"}
{"index":1,"opcode":149,"dst":0,"src":0,"off":0,"imm":0,"text":"exit"}
{"rest":"1800"}
-- stderr
skep: standard input: instruction 0: there is no opcode 0x8f, at byte 0
skep: standard input: the last 2 bytes are no whole instruction, which has 8, at byte 16
-- exit
1
