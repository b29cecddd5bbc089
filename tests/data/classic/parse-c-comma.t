A comma is missing.
-- program
{ 0x28, 0 0, 0x0000000c },
-- error
line 1, column 11, 1 long: syntax: expected ',' after jt
hint:
