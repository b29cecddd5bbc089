Fewer instructions than announced.
-- program
3
40 0 0 12
6 0 0 0
-- error
line 1, column 1, 1 long: syntax: 3 instructions are announced, but there are 2
hint:
