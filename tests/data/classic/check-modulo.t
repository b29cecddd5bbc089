The same for a remainder.
-- program
ldh [12]
mod #0
ret a
-- error
instruction 1: range: instruction 1 divides by the constant 0
hint: to end without a match write 'ret #0'
