-j writes an object for each block of data and each instruction.
-- run
printf '.data a"quote "x"\n' | skep asm -j
printf '.data hello "hi\\n" 00*4\n.data idx:1 ff\n.map counts\nr1 = map[hello][0]+1\nr2 = map[counts]\nif r1 == 0x5 goto end\nr0 = -1\nend: exit\n' | skep asm -j | tee $T/j
python3 -c 'import json,sys; [json.loads(l) for l in open(sys.argv[1])]' $T/j
-- stdout
{"index":0,"data":"hello","bytes":"68690a00000000"}
{"index":1,"data":null,"bytes":"ff"}
{"index":2,"map":"counts"}
{"opcode":24,"dst":1,"src":6,"off":0,"imm":0,"next_imm":1}
{"opcode":24,"dst":2,"src":5,"off":0,"imm":2,"next_imm":0}
{"opcode":21,"dst":1,"src":0,"off":1,"imm":5}
{"opcode":183,"dst":0,"src":0,"off":0,"imm":-1}
{"opcode":149,"dst":0,"src":0,"off":0,"imm":0}
-- stderr
skep: standard input: 'x"' is neither a text in quotes nor bytes in hex: write "text", 00ff or 00*64
  .data a"quote "x"
                 ^~
-- exit
0
