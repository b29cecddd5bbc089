A brace is missing.
-- program
{ 0x28, 0, 0, 0x0000000c },
0x6, 0, 0, 0x00000000 },
-- error
line 2, column 1, 1 long: syntax: expected '{' before an instruction
hint:
