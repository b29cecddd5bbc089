Nothing to read.
-- program
-- error
line 1, column 1, 1 long: syntax: there is no instruction in the text
hint: give the output of tcpdump -d, -dd or -ddd
