jt has 8 bits.
-- program
2,21 256 0 12,6 0 0 0
-- error
line 1, column 6, 3 long: range: jt is 256, the most is 255
hint:
