Indices count the instructions.
-- program
(000) ldh [12]
(002) ret #0
-- error
line 2, column 1, 5 long: syntax: this is numbered 2, but it is instruction 1
hint: number from 0 in steps of 1, or leave the numbers out
