A program on its own has no maps.
-- asm
r1 = map[fd:3]
r0 = 0
exit
-- error
instruction 0: LD_MAP_FD needs a map, a variable or a function's address, which a program on its own does not have
a program on its own has data: map[idx:N][0]+OFFSET
