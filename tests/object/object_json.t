JSON.
-- run
skep dis --prog drop -j $OBJECT | sed 's#"file":"[^"]*/#"file":"#'
-- stdout
{"index":0,"opcode":183,"dst":0,"src":0,"off":0,"imm":1,"text":"r0 = 1","section":"xdp","program":"drop","source":"asm volatile(\"r0 = 1\\n\"","file":"sample.bpf.c","line":40}
{"index":1,"opcode":149,"dst":0,"src":0,"off":0,"imm":0,"text":"exit","section":"xdp","program":"drop"}
-- exit
0
