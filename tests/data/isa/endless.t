A loop that does not end runs into the budget.
-- asm
again: r0 += 1
goto again
-- error
instruction 0: the budget of 10000 instructions is used up
a loop that does not end, or a larger budget is needed
