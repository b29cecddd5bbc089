More instructions than announced.
-- program
1,6 0 0 0,6 0 0 0
-- error
line 1, column 11, 1 long: syntax: 1 instructions are announced, but there is more
hint:
