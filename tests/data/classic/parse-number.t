A number of more than 32 bits.
-- program
ld #0x100000000
ret #0
-- error
line 1, column 4, 1 long: range: the number is not from -2147483648 to 4294967295
hint:
