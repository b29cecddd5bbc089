A shift by all bits of a register.
-- program
ldh [12]
lsh #32
ret a
-- error
instruction 1: range: instruction 1 shifts by 32 bits, the most is 31
hint: registers have 32 bits; to get 0 write 'ld #0'
