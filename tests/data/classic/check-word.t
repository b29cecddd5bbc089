A scratch word that does not exist.
-- program
st M[16]
ret #0
-- error
instruction 0: range: instruction 0 uses scratch word M[16], the last one is M[15]
hint: use one of M[0] to M[15]
