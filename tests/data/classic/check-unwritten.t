A scratch word that only one of two paths has written.
-- program
ldh [12]
jeq #0x800 jt 2 jf 3
st M[2]
ld M[2]
ret a
-- error
instruction 3: invalid: instruction 3 reads M[2] before every path has written it
hint: store it on every way that leads here (st, stx)
