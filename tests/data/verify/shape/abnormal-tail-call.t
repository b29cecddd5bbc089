A tail call in a function that no BTF describes.
-- raw
85 10 00 00 01 00 00 00  # call +1
95 00 00 00 00 00 00 00  # exit
85 00 00 00 0c 00 00 00
b7 00 00 00 00 00 00 00  # r0 = 0
95 00 00 00 00 00 00 00  # exit
-- error
invalid: instruction 2: the function that starts here has a tail call, but no BTF says that it returns int
compile with -g, or do this in the program's first function
-- linux
tail_call is not allowed in subprogs without BTF
