A target that a conditional jump cannot reach.
-- program
jeq #0 jt 1 jf 300
ret #0
-- error
line 1, column 16, 3 long: range: instruction 0 jumps to 300, it can reach 1 to 256
hint: jump to a 'ja' on the way
