Before an unknown opcode.
-- raw
85 10 00 00 02 00 00 00  # call +2
ff 00 00 00 00 00 00 00
95 00 00 00 00 00 00 00  # exit
20 00 00 00 00 00 00 00
95 00 00 00 00 00 00 00  # exit
-- error
invalid: instruction 3: the function that starts here has a packet load (LD_ABS, LD_IND), but no BTF says that it returns int
compile with -g, or do this in the program's first function
-- linux
LD_ABS is not allowed in subprogs without BTF
