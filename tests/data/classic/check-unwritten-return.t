Linux keeps what a return knows for the instruction behind it: this is safe, and refused.
-- program
jeq #1 jt 1 jf 3
st M[0]
ja 4
ret #0
ld M[0]
ret a
-- error
instruction 4: invalid: instruction 4 reads M[0] before every path has written it
hint: store it on every way that leads here (st, stx)
