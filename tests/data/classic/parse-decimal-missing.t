An instruction has four numbers.
-- program
2
21 1 0
6 0 0 0
-- error
line 2, column 7, 1 long: syntax: expected k, a number from 0 to 4294967295
hint:
