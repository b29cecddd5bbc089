The packet load is named.
-- raw
85 10 00 00 01 00 00 00  # call +1
95 00 00 00 00 00 00 00  # exit
85 00 00 00 0c 00 00 00
20 00 00 00 00 00 00 00
95 00 00 00 00 00 00 00  # exit
-- error
invalid: instruction 2: the function that starts here has a packet load (LD_ABS, LD_IND), but no BTF says that it returns int
compile with -g, or do this in the program's first function
-- linux
LD_ABS is not allowed in subprogs without BTF
